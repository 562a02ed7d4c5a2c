-- Hand-written: the three tiers. Villages are where people live; the team is who helps them, with or without an account;
-- rosters say who is where on which days of the week, and appointments take up their time.
ALTER TABLE fatong.place ADD COLUMN services jsonb, ADD COLUMN equipment jsonb, ADD COLUMN exceptions jsonb;

CREATE TABLE fatong.village (
  code text PRIMARY KEY,
  name text NOT NULL,
  town_code text NOT NULL,
  lon double precision NOT NULL,
  lat double precision NOT NULL,
  crs text NOT NULL,
  approximate boolean NOT NULL DEFAULT false,
  child integer NOT NULL CHECK (child >= 0),
  adult integer NOT NULL CHECK (adult >= 0),
  elder integer NOT NULL CHECK (elder >= 0),
  oldest integer NOT NULL CHECK (oldest >= 0),
  source text NOT NULL
);

CREATE TABLE fatong.team_member (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  place_id uuid NOT NULL REFERENCES fatong.place (id),
  staff_id uuid REFERENCES fatong.staff (id),
  phone_enc bytea,
  gender text CHECK (gender IN ('female', 'male')),
  languages text[] NOT NULL DEFAULT '{}',
  specialties text[] NOT NULL DEFAULT '{}',
  qualifications jsonb NOT NULL DEFAULT '[]',
  training jsonb NOT NULL DEFAULT '[]',
  active boolean NOT NULL DEFAULT true
);
CREATE INDEX team_member_place ON fatong.team_member (place_id);
CREATE UNIQUE INDEX team_member_staff ON fatong.team_member (staff_id) WHERE staff_id IS NOT NULL;

-- One line of a weekly pattern (值班表): duty at the place itself, or a visiting day in a village.
CREATE TABLE fatong.roster_line (
  id uuid PRIMARY KEY,
  place_id uuid NOT NULL REFERENCES fatong.place (id),
  member_id uuid NOT NULL REFERENCES fatong.team_member (id),
  kind text NOT NULL CHECK (kind IN ('duty', 'visit')),
  services text[] NOT NULL CHECK (cardinality(services) > 0),
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute smallint NOT NULL CHECK (from_minute >= 0),
  to_minute smallint NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  valid_from date NOT NULL,
  valid_to date CHECK (valid_to >= valid_from)
);
CREATE INDEX roster_line_place ON fatong.roster_line (place_id, weekday);
CREATE INDEX roster_line_member ON fatong.roster_line (member_id, weekday);

-- One day that differs: somebody is away, with or without somebody who covers (替班, 换班).
CREATE TABLE fatong.roster_change (
  line_id uuid NOT NULL REFERENCES fatong.roster_line (id) ON DELETE CASCADE,
  day date NOT NULL,
  cover_id uuid REFERENCES fatong.team_member (id),
  reason text NOT NULL,
  PRIMARY KEY (line_id, day)
);

CREATE TABLE fatong.appointment (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  place_id uuid NOT NULL REFERENCES fatong.place (id),
  day date NOT NULL,
  from_minute smallint NOT NULL,
  to_minute smallint NOT NULL,
  service text NOT NULL,
  person_id uuid NOT NULL,
  note_enc bytea,
  state text NOT NULL CHECK (state IN ('booked', 'cancelled', 'came', 'missed')),
  cancelled_by text CHECK (cancelled_by IN ('citizen', 'staff')),
  reason text,
  booked_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
CREATE INDEX appointment_place ON fatong.appointment (place_id, day, from_minute);
CREATE INDEX appointment_person ON fatong.appointment (person_id, day);
-- Nobody holds two times at once.
CREATE UNIQUE INDEX appointment_once ON fatong.appointment (person_id, day, from_minute) WHERE state = 'booked';

-- 上下联动: a matter handed from one place to another, with a day by which it is taken up.
CREATE TABLE fatong.handover (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  from_place uuid NOT NULL REFERENCES fatong.place (id),
  to_place uuid NOT NULL REFERENCES fatong.place (id),
  kind text NOT NULL,
  title text NOT NULL,
  text_enc bytea NOT NULL,
  case_id uuid,
  video_url text,
  state text NOT NULL CHECK (state IN ('sent', 'taken', 'done', 'returned')),
  due_at timestamptz(3) NOT NULL,
  escalated_to uuid REFERENCES fatong.place (id),
  escalated_at timestamptz(3),
  steps jsonb NOT NULL,
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
CREATE INDEX handover_to ON fatong.handover (to_place, state, due_at);
CREATE INDEX handover_from ON fatong.handover (from_place, created_at);
CREATE INDEX handover_due ON fatong.handover (due_at) WHERE state = 'sent' AND escalated_at IS NULL;

-- Every recommendation of who should take a case and what was done with it; names of lawyers, no facts of the case.
CREATE TABLE fatong.assignment_advice (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  agency_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  policy text NOT NULL,
  by_staff uuid NOT NULL,
  by_name text NOT NULL,
  advised jsonb NOT NULL,
  chosen text NOT NULL,
  followed boolean NOT NULL,
  reason text
);
CREATE INDEX assignment_advice_at ON fatong.assignment_advice (agency_id, at);
CREATE INDEX assignment_advice_case ON fatong.assignment_advice (case_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.village, fatong.team_member, fatong.roster_line, fatong.roster_change, fatong.appointment TO fatong_app;
GRANT SELECT, INSERT, UPDATE ON fatong.handover TO fatong_app;
GRANT SELECT, INSERT ON fatong.assignment_advice TO fatong_app;

-- Places where somebody keeps rosters and receives people; empty for everybody else.
CREATE FUNCTION fatong.ctx_rostered_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['administrator', 'director', 'stationStaff', 'bureauOfficer'] THEN fatong.ctx_places() ELSE '{}' END $$;
CREATE FUNCTION fatong.ctx_reception_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['clerk', 'director', 'stationStaff', 'legalLiaison'] THEN fatong.ctx_places() ELSE '{}' END $$;
-- Places between which somebody hands matters over.
CREATE FUNCTION fatong.ctx_handover_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['clerk', 'director', 'stationStaff', 'legalLiaison', 'bureauOfficer'] THEN fatong.ctx_places() ELSE '{}' END $$;

ALTER TABLE fatong.village ENABLE ROW LEVEL SECURITY;
CREATE POLICY village_seen ON fatong.village FOR SELECT TO fatong_app USING (true);
CREATE POLICY village_kept ON fatong.village TO fatong_app USING ((SELECT fatong.ctx_administers()));

ALTER TABLE fatong.team_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY team_member_seen ON fatong.team_member FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_kind()) = 'staff');
CREATE POLICY team_member_kept ON fatong.team_member TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR place_id = ANY ((SELECT fatong.ctx_rostered_places())::uuid[]));

ALTER TABLE fatong.roster_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY roster_line_seen ON fatong.roster_line FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_kind()) = 'staff');
CREATE POLICY roster_line_kept ON fatong.roster_line TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR place_id = ANY ((SELECT fatong.ctx_rostered_places())::uuid[]));

ALTER TABLE fatong.roster_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY roster_change_seen ON fatong.roster_change FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_kind()) = 'staff');
CREATE POLICY roster_change_kept ON fatong.roster_change TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR EXISTS (SELECT 1 FROM fatong.roster_line l WHERE l.id = line_id AND l.place_id = ANY ((SELECT fatong.ctx_rostered_places())::uuid[])));

ALTER TABLE fatong.appointment ENABLE ROW LEVEL SECURITY;
CREATE POLICY appointment_own ON fatong.appointment TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR person_id = (SELECT fatong.ctx_citizen()));
CREATE POLICY appointment_received ON fatong.appointment TO fatong_app USING (place_id = ANY ((SELECT fatong.ctx_reception_places())::uuid[]));

ALTER TABLE fatong.handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_reached ON fatong.handover TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR from_place = ANY ((SELECT fatong.ctx_handover_places())::uuid[]) OR to_place = ANY ((SELECT fatong.ctx_handover_places())::uuid[])
    OR escalated_to = ANY ((SELECT fatong.ctx_handover_places())::uuid[]));

ALTER TABLE fatong.assignment_advice ENABLE ROW LEVEL SECURITY;
CREATE POLICY assignment_advice_reached ON fatong.assignment_advice TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR agency_id = ANY ((SELECT fatong.ctx_casework_places())::uuid[]));

-- Staff of the place somebody booked at must see who comes: name and phone, nothing else of the person.
CREATE FUNCTION fatong.visitors(p_ids uuid[]) RETURNS TABLE (id uuid, name text, phone_enc bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.id, p.name, p.phone_enc FROM fatong.person p WHERE p.id IN (
    SELECT a.person_id FROM fatong.appointment a WHERE a.person_id = ANY (p_ids)
      AND (fatong.ctx_system() OR a.place_id = ANY (fatong.ctx_reception_places()))) $$;
REVOKE ALL ON FUNCTION fatong.visitors(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.visitors(uuid[]) TO fatong_app;

-- How many times of a place are taken in a span, and whether the person has something of their own then; asked by whoever books.
CREATE FUNCTION fatong.appointments_at(p_place uuid, p_day date, p_from integer, p_to integer, p_person uuid) RETURNS TABLE (n integer, own integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT count(*) FILTER (WHERE place_id = p_place)::integer, count(*) FILTER (WHERE person_id = p_person)::integer FROM fatong.appointment
    WHERE state = 'booked' AND day = p_day AND from_minute < p_to AND to_minute > p_from AND (place_id = p_place OR person_id = p_person) $$;
REVOKE ALL ON FUNCTION fatong.appointments_at(uuid, date, integer, integer, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.appointments_at(uuid, date, integer, integer, uuid) TO fatong_app;
