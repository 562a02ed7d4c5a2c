-- Hand-written: every recommendation is kept whole, for single cases too: who was ranked where and why, who was not open, by which
-- policy and which version of the settings. What was chosen is filled in once.
ALTER TABLE fatong.assignment_advice
  ADD COLUMN settings_version integer NOT NULL DEFAULT 0,
  ADD COLUMN ranking jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN banned jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN digest text NOT NULL DEFAULT '',
  ADD COLUMN place integer,
  ADD COLUMN settled_at timestamptz(3),
  ALTER COLUMN chosen DROP NOT NULL,
  ALTER COLUMN followed DROP NOT NULL;
UPDATE fatong.assignment_advice SET settled_at = at;

GRANT UPDATE (chosen, followed, reason, place, settled_at) ON fatong.assignment_advice TO fatong_app;
CREATE POLICY assignment_advice_settled_once ON fatong.assignment_advice AS RESTRICTIVE FOR UPDATE TO fatong_app USING (settled_at IS NULL) WITH CHECK (settled_at IS NOT NULL);
