-- Whoever looks after the answers reads what somebody called wrong, a lawyer's answer too; all other questions stay with those on duty.
CREATE INDEX answer_flag_subject ON fatong.answer_flag (subject_kind, subject);
CREATE POLICY question_ticket_flagged ON fatong.question_ticket FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_answers_quality())
  AND EXISTS (SELECT 1 FROM fatong.answer_flag f WHERE f.subject_kind = 'ticket' AND f.subject = question_ticket.id::text OFFSET 0));
-- Seeing a question is not writing into its history.
CREATE POLICY question_ticket_event_written ON fatong.question_ticket_event AS RESTRICTIVE FOR INSERT TO fatong_app
  WITH CHECK ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_on_duty()) OR (SELECT fatong.ctx_kind()) = 'citizen');
