DROP TABLE parked_form;
DROP TABLE attempt;
DROP TABLE one_time_key;
DROP TABLE browser_session;
DROP TABLE account;
