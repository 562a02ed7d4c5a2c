-- An objection stays open until the ordered correction is made (T26). Cases that were lost from the lists this way come back,
-- and the lights of all open cases are judged anew, because such a correction now has a promise of its day.
UPDATE fatong.case_file SET objection_open = true
  WHERE status IN ('refused', 'terminated') AND NOT objection_open AND state #>> '{objection,outcome}' = 'orderCorrection';
INSERT INTO fatong.outbox (channel, payload, created_at, next_at)
  SELECT 'lights', '{}', now(), now() WHERE EXISTS (SELECT 1 FROM fatong.case_file WHERE status IN ('refused', 'terminated') AND objection_open);
