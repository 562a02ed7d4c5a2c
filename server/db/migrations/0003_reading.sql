-- Hand-written: reads that row policies alone would make slow. Each asks fatong.case_in_reach of every case it shows.

CREATE FUNCTION fatong.ctx_access() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(fatong.ctx_kind(), coalesce(current_setting('fatong.person', true), ''), coalesce(current_setting('fatong.staff', true), ''),
    coalesce(current_setting('fatong.roles', true), ''), coalesce(current_setting('fatong.places', true), ''), coalesce(current_setting('fatong.org', true), '')) $$;

-- Several callers' cases in one call, each under the rights of its caller: [{i, id, a}].
CREATE FUNCTION fatong.load_cases(p_wanted jsonb) RETURNS TABLE (i integer, version integer, number text, state json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off
  SET enable_mergejoin = off AS $$
  SELECT t.i, c.version, c.number, c.state
  FROM jsonb_to_recordset(p_wanted) AS t (i integer, id uuid, a jsonb) JOIN fatong.case_file c ON c.id = t.id
  WHERE fatong.case_in_reach(t.a, c.agency_id, c.place_id, c.applicant_id, c.proxy_id, c.helper_staff_id, c.lawyer_id, c.firm_id,
    c.objection_open OR c.status IN ('refused', 'terminated')) $$;
REVOKE ALL ON FUNCTION fatong.load_cases(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.load_cases(jsonb) TO fatong_app;

-- Names of parties from p_from to p_to, in order, after (p_after, p_after_case), which is not before p_from.
CREATE FUNCTION fatong.party_names(p_from text, p_to text, p_after text, p_after_case uuid, p_limit integer)
  RETURNS TABLE (name_normalised text, case_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE access jsonb := fatong.ctx_access(); p record; given integer := 0; last_name text; last_case uuid;
BEGIN
  FOR p IN
    SELECT q.name_normalised AS name, q.case_id AS id FROM fatong.party q JOIN fatong.case_file c ON c.id = q.case_id
    WHERE (q.name_normalised, q.case_id) > (p_after COLLATE "C", p_after_case) AND q.name_normalised < p_to
      AND fatong.case_in_reach(access, c.agency_id, c.place_id, c.applicant_id, c.proxy_id, c.helper_staff_id, c.lawyer_id, c.firm_id,
        c.objection_open OR c.status IN ('refused', 'terminated'))
      -- A case in which two names fit is shown once, at the first of them.
      AND NOT EXISTS (SELECT 1 FROM fatong.party o WHERE o.case_id = q.case_id AND o.name_normalised >= p_from AND o.name_normalised < q.name_normalised)
    ORDER BY q.name_normalised, q.case_id
  LOOP
    CONTINUE WHEN p.name = last_name AND p.id = last_case; -- one name on both sides
    last_name := p.name; last_case := p.id;
    name_normalised := p.name; case_id := p.id;
    RETURN NEXT;
    given := given + 1;
    EXIT WHEN given >= p_limit;
  END LOOP;
END $$;

CREATE FUNCTION fatong.people_of_phone(p_phone_bidx bytea) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT ARRAY(SELECT p.id FROM fatong.person p WHERE p.phone_bidx = p_phone_bidx AND fatong.ctx_kind() IN ('staff', 'system')) $$;

REVOKE ALL ON FUNCTION fatong.party_names(text, text, text, uuid, integer), fatong.people_of_phone(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.party_names(text, text, text, uuid, integer), fatong.people_of_phone(bytea) TO fatong_app;

-- Documents are never rewritten; only the check sum of their drawn pages is added once.
CREATE FUNCTION fatong.keep_drawn(p_id uuid, p_pdf text, p_docx text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE fatong.document SET pdf_sha256 = coalesce(pdf_sha256, p_pdf), docx_sha256 = coalesce(docx_sha256, p_docx)
    WHERE id = p_id AND fatong.ctx_system() $$;
REVOKE ALL ON FUNCTION fatong.keep_drawn(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.keep_drawn(uuid, text, text) TO fatong_app;

-- Timed work only: the light of a case that nobody touched, as the clocks of casework now say. Skips cases being written.
CREATE FUNCTION fatong.relight(p_cases jsonb) RETURNS SETOF uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH wanted AS (
    SELECT c.id, t.light FROM jsonb_to_recordset(p_cases) AS t (id uuid, version integer, light text)
      JOIN fatong.case_file c ON c.id = t.id AND c.version = t.version AND c.light <> t.light
    WHERE fatong.ctx_system() ORDER BY c.id FOR NO KEY UPDATE OF c SKIP LOCKED
  )
  UPDATE fatong.case_file c SET light = wanted.light FROM wanted WHERE c.id = wanted.id RETURNING c.id $$;

-- Old entries of the access log, after the retention of the installation and never before half a year.
CREATE FUNCTION fatong.expire_audit(p_before timestamptz, p_most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE gone integer;
BEGIN
  IF NOT fatong.ctx_system() THEN RAISE EXCEPTION 'timed work only' USING ERRCODE = 'insufficient_privilege'; END IF;
  DELETE FROM fatong.audit WHERE position IN (
    SELECT position FROM fatong.audit WHERE at < least(p_before, now() - interval '180 days') ORDER BY position LIMIT p_most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION fatong.relight(jsonb), fatong.expire_audit(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.relight(jsonb), fatong.expire_audit(timestamptz, integer) TO fatong_app;

-- Cases in hand of each lawyer: counted at every assignment, among all those they ever had.
CREATE INDEX case_file_in_hand ON fatong.case_file (lawyer_id) WHERE status IN ('assigned', 'engaged', 'inProgress', 'reassigning');
