-- Hand-written: the service log (服务记录) of volunteers, mediators, advisers and 法律明白人: when, where, what, whom by kind. Nobody
-- helped is named. A line that was wrong is struck out with a reason, not removed.
CREATE TABLE fatong.service_entry (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES fatong.team_member (id),
  place_id uuid NOT NULL REFERENCES fatong.place (id),
  day date NOT NULL,
  at_place text NOT NULL,
  work text NOT NULL,
  helped text NOT NULL,
  people integer NOT NULL CHECK (people BETWEEN 1 AND 100000),
  matter text NOT NULL,
  minutes smallint NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  result text NOT NULL,
  note text NOT NULL DEFAULT '',
  entered_by uuid NOT NULL,
  entered_name text NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  struck_at timestamptz(3),
  struck_reason text
);
CREATE INDEX service_entry_day ON fatong.service_entry (place_id, day);
CREATE INDEX service_entry_member ON fatong.service_entry (member_id, day);
GRANT SELECT, INSERT ON fatong.service_entry TO fatong_app;
GRANT UPDATE (struck_at, struck_reason) ON fatong.service_entry TO fatong_app;
ALTER TABLE fatong.service_entry ENABLE ROW LEVEL SECURITY;
-- Whoever keeps the team of the place, the person who helped, and for lawyers the director who gives them their cases.
CREATE POLICY service_entry_kept ON fatong.service_entry TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR place_id = ANY ((SELECT fatong.ctx_rostered_places())::uuid[])
    OR EXISTS (SELECT 1 FROM fatong.team_member m WHERE m.id = member_id 
      AND (m.staff_id = (SELECT fatong.ctx_staff()) OR (m.kind IN ('lawyer', 'grassrootsLegalWorker') AND (SELECT fatong.ctx_directs())))));
CREATE POLICY service_entry_struck_once ON fatong.service_entry AS RESTRICTIVE FOR UPDATE TO fatong_app USING (struck_at IS NULL) WITH CHECK (struck_at IS NOT NULL);
