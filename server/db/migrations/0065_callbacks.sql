-- Hand-written: 请人回电. Somebody asks the people of a place, or a colleague one of the team, to call back; neither is shown the other's number
-- before the call is asked for, and then only to whoever makes it. The matter is sealed.
CREATE TABLE fatong.callback (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  place_id uuid NOT NULL REFERENCES fatong.place (id),
  member_id uuid REFERENCES fatong.team_member (id),
  person_id uuid,
  from_staff uuid REFERENCES fatong.staff (id),
  from_name text NOT NULL,
  text_enc bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  note text,
  done_by text,
  asked_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  CHECK ((person_id IS NULL) <> (from_staff IS NULL))
);
CREATE INDEX callback_place ON fatong.callback (place_id, state, asked_at);
-- One open wish of a person at a place.
CREATE UNIQUE INDEX callback_once ON fatong.callback (person_id, place_id) WHERE state = 'open' AND person_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON fatong.callback TO fatong_app;
ALTER TABLE fatong.callback ENABLE ROW LEVEL SECURITY;
CREATE POLICY callback_own ON fatong.callback TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR person_id = (SELECT fatong.ctx_citizen()) OR from_staff = (SELECT fatong.ctx_staff()));
CREATE POLICY callback_received ON fatong.callback TO fatong_app
  USING (place_id = ANY ((SELECT fatong.ctx_reception_places())::uuid[]) OR EXISTS (SELECT 1 FROM fatong.team_member m WHERE m.id = member_id AND m.staff_id = (SELECT fatong.ctx_staff())));

-- Name and phone of whoever asked, for those who are to call.
CREATE FUNCTION fatong.callers(p_ids uuid[]) RETURNS TABLE (id uuid, name text, phone_enc bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.id, p.name, p.phone_enc FROM fatong.person p WHERE p.id IN (
    SELECT c.person_id FROM fatong.callback c WHERE c.person_id = ANY (p_ids) AND c.state = 'open'
      AND (fatong.ctx_system() OR c.place_id = ANY (fatong.ctx_reception_places()))) $$;
REVOKE ALL ON FUNCTION fatong.callers(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.callers(uuid[]) TO fatong_app;
