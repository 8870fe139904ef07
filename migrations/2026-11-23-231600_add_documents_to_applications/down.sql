DROP TABLE admission_document;
