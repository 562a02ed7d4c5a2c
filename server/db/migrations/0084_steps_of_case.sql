-- Hand-written: a chain of steps that runs over more than one day is read by its case (board, rule book 2.4).
CREATE INDEX step_done_case ON fatong.step_done (case_id);
