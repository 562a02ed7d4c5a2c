-- Provisional aid that began before the fifteen days were watched (UR-4): the message that looks at the case again when they are
-- over, as papers-owed.ts writes it when aid begins. Days of rest at the end are not counted here, so that it comes earlier at
-- most; what was given in the meantime is asked when it is delivered.
INSERT INTO fatong.outbox (channel, payload, case_id, created_at, next_at)
SELECT 'papersOwed', json_build_object('since', c.since), c.id, now(),
  ((to_timestamp(c.since / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date + 16)::timestamp AT TIME ZONE 'Asia/Shanghai'
FROM (SELECT id, (state #>> '{provisional,at}')::bigint AS since FROM fatong.case_file
  WHERE status = 'provisional' AND state #>> '{provisional,formalitiesAt}' IS NULL) c
WHERE c.since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fatong.outbox o WHERE o.channel = 'papersOwed' AND o.case_id = c.id);
