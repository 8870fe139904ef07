DROP TABLE admission_application;
DROP TABLE admission_window;
