DROP TABLE audit_personal_value;
DROP TABLE audit_entry;
DROP FUNCTION audit_entry_is_append_only();
