DROP TABLE delegation_letter;
DROP TABLE focal_point;
DROP TABLE quota;
DROP TABLE delegation;
