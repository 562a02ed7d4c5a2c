-- Anybody could call any question wrong by its id, and whoever looks after the answers then read it. A question is opened by
-- its own asker alone, once it was answered. Who raised the flags before is not known: they stay to be settled and open nothing.
ALTER TABLE fatong.answer_flag ADD COLUMN by_asker boolean NOT NULL DEFAULT false CHECK (NOT by_asker OR subject_kind = 'ticket');
-- A function, because a policy of flags that asks for questions, whose policy asks for flags, would go round in a circle.
CREATE FUNCTION fatong.ctx_asked_answered(p_subject text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM fatong.question_ticket t
    WHERE t.person_id = fatong.ctx_citizen() AND t.id::text = p_subject AND t.answered_at IS NOT NULL) $$;
CREATE POLICY answer_flag_of_asker ON fatong.answer_flag FOR INSERT TO fatong_app
  WITH CHECK ((SELECT fatong.ctx_kind()) = 'citizen' AND by_kind = 'citizen' AND by_asker AND state = 'open'
    AND fatong.ctx_asked_answered(subject));
DROP POLICY question_ticket_flagged ON fatong.question_ticket;
CREATE POLICY question_ticket_flagged ON fatong.question_ticket FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_answers_quality())
  AND answered_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM fatong.answer_flag f WHERE f.subject_kind = 'ticket' AND f.subject = question_ticket.id::text AND f.by_asker OFFSET 0));
