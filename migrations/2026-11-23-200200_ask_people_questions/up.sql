-- An officer asks the person a question, which sets the file aside; the answer brings it back.
ALTER TABLE decision DROP CONSTRAINT decision_step_check;
ALTER TABLE decision ADD CONSTRAINT decision_step_check
    CHECK (step IN ('submit', 'clear', 'approve', 'return', 'refuse', 'hold', 'resume', 'withdraw', 'undo', 'reopen', 'ask', 'answer'));
