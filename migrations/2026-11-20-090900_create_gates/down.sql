DROP TABLE scan;
DROP TABLE presence;
DROP TABLE personal_exception;
DROP TABLE device_gate;
DROP TABLE device;
DROP TABLE gate;
