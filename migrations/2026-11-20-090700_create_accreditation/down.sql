DROP TABLE lease;
DROP TABLE decision;
DROP TABLE clearance;
DROP TABLE identity_version;
