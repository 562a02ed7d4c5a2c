-- Hand-written: a matter that was taken up has a limit for being done, and one that lies goes up from tier to tier: `escalate_at` is when
-- the next one is told, and null when nobody is left to tell or nothing is left to do.
ALTER TABLE fatong.handover ADD COLUMN finish_by timestamptz(3), ADD COLUMN escalate_at timestamptz(3);
-- What is in hand already gets a week from now: nobody had been told of a limit.
UPDATE fatong.handover SET finish_by = now() + interval '7 days' WHERE state = 'taken';
UPDATE fatong.handover SET escalate_at = CASE WHEN state = 'taken' THEN finish_by WHEN escalated_at IS NULL THEN due_at END WHERE state IN ('sent', 'taken');
DROP INDEX fatong.handover_due;
CREATE INDEX handover_due ON fatong.handover (escalate_at) WHERE state IN ('sent', 'taken') AND escalate_at IS NOT NULL;
