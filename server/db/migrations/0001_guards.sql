-- Hand-written: what the database itself guards. Served queries run as fatong_app, which cannot bypass these rules.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'fatong_app') THEN
    CREATE ROLE fatong_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this cluster was migrated at the same moment
END $$;

DO $$
BEGIN
  -- Logging in as the owner and becoming fatong_app needs membership, which a superuser has already.
  IF NOT pg_has_role(current_user, 'fatong_app', 'MEMBER') THEN
    EXECUTE format('GRANT fatong_app TO %I', current_user);
  END IF;
END $$;

GRANT USAGE ON SCHEMA fatong TO fatong_app;

-- Who is asking: set for one transaction by the service, read by the policies. ---------------------------------------

CREATE FUNCTION fatong.ctx_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('fatong.kind', true), ''), 'anonymous') $$;
CREATE FUNCTION fatong.ctx_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('fatong.person', true), '')::uuid $$;
CREATE FUNCTION fatong.ctx_staff() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('fatong.staff', true), '')::uuid $$;
CREATE FUNCTION fatong.ctx_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('fatong.org', true), '')::uuid $$;
CREATE FUNCTION fatong.ctx_roles() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('fatong.roles', true), ''), '{}')::text[] $$;
CREATE FUNCTION fatong.ctx_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(nullif(current_setting('fatong.places', true), ''), '{}')::uuid[] $$;

-- Places in reach of somebody who works on cases there; empty for everybody else.
CREATE FUNCTION fatong.ctx_casework_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['clerk', 'reviewer', 'approver', 'assigner',
    'director', 'stationStaff', 'fileReviewer', 'qualityOfficer', 'archivist'] THEN fatong.ctx_places() ELSE '{}' END $$;
-- Places whose objections somebody may decide.
CREATE FUNCTION fatong.ctx_objection_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['bureauOfficer']
    THEN fatong.ctx_places() ELSE '{}' END $$;
-- The member of staff who handles cases as a lawyer or helps people apply; null for everybody else.
CREATE FUNCTION fatong.ctx_handler() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['lawyer', 'grassrootsLegalWorker',
    'legalLiaison', 'stationStaff'] THEN fatong.ctx_staff() END $$;
CREATE FUNCTION fatong.ctx_firm() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['firmManager'] THEN fatong.ctx_org() END $$;
CREATE FUNCTION fatong.ctx_citizen() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'citizen' THEN fatong.ctx_person() END $$;
CREATE FUNCTION fatong.ctx_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT fatong.ctx_kind() = 'system' $$;
CREATE FUNCTION fatong.ctx_administers() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_kind() = 'system' OR (fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['administrator']) $$;
CREATE FUNCTION fatong.ctx_oversees() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_administers() OR (fatong.ctx_kind() = 'staff'
    AND fatong.ctx_roles() && ARRAY['director', 'bureauOfficer', 'qualityOfficer']) $$;

-- Append-only: nobody rewrites history, not even the owner (short of removing the trigger). ---------------------------

CREATE FUNCTION fatong.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is not possible', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fatong.event
  FOR EACH STATEMENT EXECUTE FUNCTION fatong.refuse_rewriting();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR TRUNCATE ON fatong.audit
  FOR EACH STATEMENT EXECUTE FUNCTION fatong.refuse_rewriting();
-- The access log is kept for a time, history for good.
CREATE TRIGGER audit_kept BEFORE DELETE ON fatong.audit
  FOR EACH ROW WHEN (OLD.at > now() - interval '180 days') EXECUTE FUNCTION fatong.refuse_rewriting();
CREATE TRIGGER setting_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fatong.setting_history
  FOR EACH STATEMENT EXECUTE FUNCTION fatong.refuse_rewriting();

-- Cases ---------------------------------------------------------------------------------------------------------------

-- fatong_app reads casework under these policies and writes it only through fatong.commit_batch (next migration), which
-- asks the same question of every row: nothing can be written past the history.
GRANT SELECT ON fatong.case_file, fatong.event, fatong.party, fatong.document, fatong.representation,
  fatong.deadline, fatong.step_done TO fatong_app;

ALTER TABLE fatong.case_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY case_file_seen ON fatong.case_file FOR SELECT TO fatong_app USING (
  (SELECT fatong.ctx_system())
  OR agency_id = ANY ((SELECT fatong.ctx_casework_places())::uuid[])
  OR place_id = ANY ((SELECT fatong.ctx_casework_places())::uuid[])
  OR applicant_id = (SELECT fatong.ctx_citizen())
  OR proxy_id = (SELECT fatong.ctx_citizen())
  OR lawyer_id = (SELECT fatong.ctx_handler())
  OR helper_staff_id = (SELECT fatong.ctx_handler())
  OR firm_id = (SELECT fatong.ctx_firm())
  OR (agency_id = ANY ((SELECT fatong.ctx_objection_places())::uuid[]) AND (objection_open OR status IN ('refused', 'terminated')))
);

-- OFFSET 0 in what follows: each row looks its own case up. Without it the planner may read all cases into a table first.
DO $$
DECLARE t text;
BEGIN
  -- Everything that hangs on a case is seen by those who see the case.
  FOREACH t IN ARRAY ARRAY['party', 'document', 'representation', 'deadline'] LOOP
    EXECUTE format('ALTER TABLE fatong.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON fatong.%I FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_system())
      OR EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = case_id OFFSET 0))', t || '_of_case', t);
  END LOOP;
END $$;
ALTER TABLE fatong.event ENABLE ROW LEVEL SECURITY;
CREATE POLICY event_seen ON fatong.event FOR SELECT TO fatong_app USING (
  (SELECT fatong.ctx_system()) OR EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = stream_id OFFSET 0)
);
GRANT SELECT ON SEQUENCE fatong.event_position_seq TO fatong_app;
-- Times without names: the board of a place.
ALTER TABLE fatong.step_done ENABLE ROW LEVEL SECURITY;
CREATE POLICY step_done_seen ON fatong.step_done FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_kind()) IN ('staff', 'system'));

-- Files ---------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON fatong.blob TO fatong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.material TO fatong_app;
ALTER TABLE fatong.material ENABLE ROW LEVEL SECURITY;
CREATE POLICY material_of_case ON fatong.material TO fatong_app
  USING ((SELECT fatong.ctx_system())
    OR (case_id IS NOT NULL AND EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = case_id OFFSET 0))
    OR (case_id IS NULL AND EXISTS (SELECT 1 FROM fatong.draft d WHERE d.id = draft_id OFFSET 0)))
  WITH CHECK ((SELECT fatong.ctx_system())
    OR (case_id IS NOT NULL AND EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = case_id OFFSET 0))
    OR (case_id IS NULL AND EXISTS (SELECT 1 FROM fatong.draft d WHERE d.id = draft_id OFFSET 0)));
CREATE POLICY material_kept ON fatong.material AS RESTRICTIVE FOR DELETE TO fatong_app USING (case_id IS NULL);

-- People ----------------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON fatong.person TO fatong_app;
ALTER TABLE fatong.person ENABLE ROW LEVEL SECURITY;
CREATE POLICY person_seen ON fatong.person FOR SELECT TO fatong_app USING (
  (SELECT fatong.ctx_system()) OR id = (SELECT fatong.ctx_citizen())
  OR created_by = (SELECT fatong.ctx_staff())::text OR created_by = (SELECT fatong.ctx_citizen())::text
  OR EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.applicant_id = person.id OFFSET 0)
  OR EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.proxy_id = person.id OFFSET 0)
);
CREATE POLICY person_added ON fatong.person FOR INSERT TO fatong_app WITH CHECK (
  (SELECT fatong.ctx_system()) OR id = (SELECT fatong.ctx_citizen())
  OR created_by = (SELECT fatong.ctx_staff())::text OR created_by = (SELECT fatong.ctx_citizen())::text
);
CREATE POLICY person_changed ON fatong.person FOR UPDATE TO fatong_app USING (
  (SELECT fatong.ctx_system()) OR id = (SELECT fatong.ctx_citizen())
  OR created_by = (SELECT fatong.ctx_staff())::text OR created_by = (SELECT fatong.ctx_citizen())::text
);

GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.session, fatong.otp, fatong.draft TO fatong_app;
ALTER TABLE fatong.session ENABLE ROW LEVEL SECURITY;
CREATE POLICY session_own ON fatong.session TO fatong_app USING (
  (SELECT fatong.ctx_administers()) OR staff_id = (SELECT fatong.ctx_staff()) OR person_id = (SELECT fatong.ctx_citizen()));
ALTER TABLE fatong.otp ENABLE ROW LEVEL SECURITY;
CREATE POLICY otp_system ON fatong.otp TO fatong_app USING ((SELECT fatong.ctx_system()));
ALTER TABLE fatong.draft ENABLE ROW LEVEL SECURITY;
-- A draft without an owner belongs to whoever holds its secret.
CREATE POLICY draft_own ON fatong.draft TO fatong_app USING (
  (SELECT fatong.ctx_system()) OR person_id = (SELECT fatong.ctx_citizen()) OR staff_id = (SELECT fatong.ctx_staff())
  OR (person_id IS NULL AND staff_id IS NULL));

-- Staff and places --------------------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE ON fatong.staff TO fatong_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.role_assignment TO fatong_app;
GRANT SELECT, INSERT, UPDATE ON fatong.place TO fatong_app;
ALTER TABLE fatong.staff ENABLE ROW LEVEL SECURITY;
CREATE POLICY staff_seen ON fatong.staff FOR SELECT TO fatong_app
  USING ((SELECT fatong.ctx_administers()) OR id = (SELECT fatong.ctx_staff()));
CREATE POLICY staff_added ON fatong.staff FOR INSERT TO fatong_app WITH CHECK ((SELECT fatong.ctx_administers()));
CREATE POLICY staff_changed ON fatong.staff FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_administers()) OR id = (SELECT fatong.ctx_staff()));
ALTER TABLE fatong.role_assignment ENABLE ROW LEVEL SECURITY;
CREATE POLICY role_assignment_seen ON fatong.role_assignment FOR SELECT TO fatong_app
  USING ((SELECT fatong.ctx_administers()) OR staff_id = (SELECT fatong.ctx_staff()));
CREATE POLICY role_assignment_administered ON fatong.role_assignment TO fatong_app USING ((SELECT fatong.ctx_administers()));
ALTER TABLE fatong.place ENABLE ROW LEVEL SECURITY;
CREATE POLICY place_seen ON fatong.place FOR SELECT TO fatong_app USING (true);
CREATE POLICY place_administered ON fatong.place TO fatong_app USING ((SELECT fatong.ctx_administers()));

-- Names, firms and roles of colleagues, without what signs them in.
CREATE FUNCTION fatong.staff_directory() RETURNS TABLE (id uuid, name text, org_id uuid, profile jsonb, active boolean, roles text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.id, s.name, s.org_id, s.profile, s.active,
    coalesce((SELECT array_agg(DISTINCT r.role) FROM fatong.role_assignment r WHERE r.staff_id = s.id
      AND r.valid_from <= current_date + 1 AND (r.valid_to IS NULL OR r.valid_to >= current_date)), '{}')
  FROM fatong.staff s WHERE fatong.ctx_kind() IN ('staff', 'system') $$;
REVOKE ALL ON FUNCTION fatong.staff_directory() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.staff_directory() TO fatong_app;

-- Messages, oversight, settings ---------------------------------------------------------------------------------------------

GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.outbox TO fatong_app;
ALTER TABLE fatong.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY outbox_added ON fatong.outbox FOR INSERT TO fatong_app WITH CHECK (true);
CREATE POLICY outbox_handled ON fatong.outbox TO fatong_app USING ((SELECT fatong.ctx_administers()));

GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.inbox_notice TO fatong_app;
ALTER TABLE fatong.inbox_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY inbox_notice_own ON fatong.inbox_notice TO fatong_app USING (
  (SELECT fatong.ctx_system()) OR person_id = (SELECT fatong.ctx_citizen())
  OR ((SELECT fatong.ctx_kind()) = 'staff' AND staff_id = (SELECT fatong.ctx_staff())));
GRANT SELECT, INSERT, DELETE ON fatong.sms_simulated TO fatong_app;
ALTER TABLE fatong.sms_simulated ENABLE ROW LEVEL SECURITY;
CREATE POLICY sms_simulated_desk ON fatong.sms_simulated TO fatong_app
  USING ((SELECT fatong.ctx_kind()) IN ('system', 'staff')) WITH CHECK ((SELECT fatong.ctx_system()));

GRANT SELECT, INSERT ON fatong.audit TO fatong_app;
GRANT USAGE ON SEQUENCE fatong.audit_position_seq TO fatong_app;
ALTER TABLE fatong.audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_added ON fatong.audit FOR INSERT TO fatong_app WITH CHECK (true);
CREATE POLICY audit_seen ON fatong.audit FOR SELECT TO fatong_app USING (
  (SELECT fatong.ctx_oversees()) OR (actor_kind = 'citizen' AND actor_id = (SELECT fatong.ctx_citizen())::text)
  OR (subject_kind = 'person' AND subject_id = (SELECT fatong.ctx_citizen())::text));

GRANT SELECT, INSERT, DELETE ON fatong.idempotency TO fatong_app;
ALTER TABLE fatong.idempotency ENABLE ROW LEVEL SECURITY;
CREATE POLICY idempotency_kept ON fatong.idempotency TO fatong_app USING (true);
CREATE POLICY idempotency_cleaned ON fatong.idempotency AS RESTRICTIVE FOR DELETE TO fatong_app USING ((SELECT fatong.ctx_system()));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['holiday_table', 'parameter', 'setting', 'document_template', 'release'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON fatong.%I TO fatong_app', t);
    EXECUTE format('ALTER TABLE fatong.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON fatong.%I FOR SELECT TO fatong_app USING (true)', t || '_seen', t);
    EXECUTE format('CREATE POLICY %I ON fatong.%I TO fatong_app USING ((SELECT fatong.ctx_administers())
      OR ((SELECT fatong.ctx_kind()) = ''staff'' AND (SELECT fatong.ctx_roles()) && ARRAY[''director'']))', t || '_kept', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON fatong.setting_history TO fatong_app;

-- Conflicts of interest are looked for in all cases; names stay hidden, codes and case numbers are shown. ----------------------

CREATE FUNCTION fatong.party_records(p_names text[], p_id_bidxs bytea[], p_credit_codes text[])
  RETURNS TABLE (case_id uuid, case_number text, case_status text, side text, matched text, lawyer_ids uuid[], firm_ids uuid[],
    submitted_at timestamptz, matched_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
  SELECT c.id, c.number, c.status, p.side,
    CASE WHEN p.id_bidx = ANY (p_id_bidxs) THEN 'idNumber' WHEN p.credit_code = ANY (p_credit_codes) THEN 'creditCode' ELSE 'name' END,
    ARRAY(SELECT r.lawyer_id FROM fatong.representation r WHERE r.case_id = c.id),
    ARRAY(SELECT r.firm_id FROM fatong.representation r WHERE r.case_id = c.id), c.submitted_at, CASE WHEN p.name_normalised = ANY (p_names) THEN p.name_normalised END
  FROM fatong.party p JOIN fatong.case_file c ON c.id = p.case_id
  WHERE (fatong.ctx_kind() = 'system' OR (fatong.ctx_kind() = 'staff'
      AND fatong.ctx_roles() && ARRAY['assigner', 'approver', 'director']))
    AND p.id IN (
      SELECT q.id FROM fatong.party q WHERE q.name_normalised = ANY (p_names)
      UNION SELECT q.id FROM fatong.party q WHERE q.id_bidx = ANY (p_id_bidxs)
      UNION SELECT q.id FROM fatong.party q WHERE q.credit_code = ANY (p_credit_codes))
  LIMIT 500 $$;
REVOKE ALL ON FUNCTION fatong.party_records(text[], bytea[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.party_records(text[], bytea[], text[]) TO fatong_app;
