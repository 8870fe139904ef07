UPDATE decision SET step = 'hold' WHERE step = 'ask';
UPDATE decision SET step = 'resume' WHERE step = 'answer';
ALTER TABLE decision DROP CONSTRAINT decision_step_check;
ALTER TABLE decision ADD CONSTRAINT decision_step_check
    CHECK (step IN ('submit', 'clear', 'approve', 'return', 'refuse', 'hold', 'resume', 'withdraw', 'undo', 'reopen'));
