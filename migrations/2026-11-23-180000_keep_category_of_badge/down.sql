DROP TRIGGER keep_category_of_badge ON badge;
DROP FUNCTION keep_category_of_badge();
ALTER TABLE badge DROP COLUMN category_number;
