-- Hand-written: how cases are written. Many callers' write sets arrive as one call, are checked one by one, are inserted
-- together and end in one commit. Runs as the owner, so every right is checked in here.

-- Canonical bytes of one event, chained to the one before it. Lines cannot be confused: JSON text has no raw line breaks.
CREATE FUNCTION fatong.event_hash(prev bytea, stream_id uuid, version integer, type text, data text, meta text, at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(prev || convert_to(stream_id::text || E'\n' || version || E'\n' || type || E'\n'
    || (extract(epoch FROM at) * 1000)::bigint || E'\n' || data || E'\n' || meta, 'UTF8')) $$;

-- Whether a caller [kind, person, staff, roles, places, org] reaches a case. Says the same as the policy case_file_seen.
CREATE FUNCTION fatong.case_in_reach(p_access jsonb, agency_id uuid, place_id uuid, applicant_id uuid, proxy_id uuid,
    helper_staff_id uuid, lawyer_id uuid, firm_id uuid, objectable boolean) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE kind text := p_access ->> 0; roles text[]; own uuid; places text;
BEGIN
  IF kind = 'citizen' THEN
    own := (p_access ->> 1)::uuid;
    RETURN coalesce(applicant_id = own, false) OR coalesce(proxy_id = own, false);
  ELSIF kind = 'staff' THEN
    IF p_access ->> 3 = '' THEN RETURN false; END IF;
    roles := p_access ->> 3;
    places := p_access ->> 4; -- ids have one fixed form, so looking for the text is looking for the id
    IF strpos(places, agency_id::text) > 0 OR strpos(places, place_id::text) > 0 THEN
      IF roles && '{clerk,reviewer,approver,assigner,director,stationStaff,fileReviewer,qualityOfficer,archivist}'::text[] THEN
        RETURN true;
      END IF;
      IF objectable AND strpos(places, agency_id::text) > 0 AND roles && '{bureauOfficer}'::text[] THEN RETURN true; END IF;
    END IF;
    own := (p_access ->> 2)::uuid;
    IF (coalesce(lawyer_id = own, false) OR coalesce(helper_staff_id = own, false))
        AND roles && '{lawyer,grassrootsLegalWorker,legalLiaison,stationStaff}'::text[] THEN RETURN true; END IF;
    RETURN firm_id IS NOT NULL AND firm_id::text = p_access ->> 5 AND roles && '{firmManager}'::text[];
  END IF;
  RETURN kind = 'system';
END $$;

-- What somebody may write into the history of a case that is in reach.
CREATE FUNCTION fatong.may_add_event(p_access jsonb, type text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE p_access ->> 0
    WHEN 'system' THEN RETURN true;
    WHEN 'citizen' THEN RETURN type = ANY ('{applicationSubmitted,materialsSupplied,materialsAdded,formalitiesCompleted,applicationWithdrawn,objectionFiled,replacementRequested,messageLeft}'::text[]);
    WHEN 'staff' THEN
      RETURN (p_access ->> 3)::text[] && '{clerk,reviewer,approver,assigner,director,stationStaff,fileReviewer,qualityOfficer,archivist}'::text[]
        OR type = ANY ('{applicationSubmitted,materialsSupplied,materialsAdded,formalitiesCompleted,assignmentAccepted,assignmentDeclined,engagementRecorded,workStarted,progressReported,terminationGroundReported,replacementRequested,caseConcluded,fileSubmitted,objectionDecided,messageLeft}'::text[]);
    ELSE RETURN false;
  END CASE;
END $$;

-- Writes all items of a batch, or only item `p_only`, leaving out `p_skip`. Whatever cannot be written is raised.
CREATE FUNCTION fatong.commit_items(p_items jsonb, p_tables jsonb, p_texts text[], p_skip integer[], p_only integer)
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  w record; item jsonb; entry jsonb; n integer; v integer; k integer; changes integer := 0; changed integer;
  serial text; marker text; slots jsonb := '{}'; numbers jsonb := '{}'; results jsonb := '[]';
  prev bytea; head bytea; event_at timestamptz; reach boolean; accesses jsonb;
  items integer[] := '{}'; heads bytea[] := array_fill(NULL::bytea, ARRAY[jsonb_array_length(p_items)]);
  versions integer[] := array_fill(0, ARRAY[jsonb_array_length(p_items)]);
  ev_stream uuid[] := '{}'; ev_version integer[] := '{}'; ev_type text[] := '{}'; ev_data integer[] := '{}';
  ev_meta integer[] := '{}'; ev_at timestamptz[] := '{}'; ev_prev bytea[] := '{}'; ev_hash bytea[] := '{}';
BEGIN
  FOR n IN 0 .. jsonb_array_length(p_items) - 1 LOOP
    CONTINUE WHEN n = ANY (p_skip) OR n <> coalesce(p_only, n);
    IF p_items #>> ARRAY[n::text, 'a', '0'] = 'anonymous' THEN
      RAISE EXCEPTION 'nobody writes without a name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    items := items || n;
  END LOOP;

  -- Document and case numbers first, counters in one order for all batches: batches wait for each other and never lock up.
  IF p_tables ? 'numbers' THEN
    p_texts[1] := p_texts[1]; -- makes the array one that is changed in place
    FOR w IN
      WITH wanted AS (
        SELECT t.*, row_number() OVER counter AS nth, count(*) OVER (PARTITION BY t.agency, t.kind, t.year) AS size
        FROM jsonb_to_recordset(p_tables -> 'numbers')
          AS t (i integer, slot text, agency uuid, kind text, year integer, format text, pad integer)
        WHERE t.i = ANY (items) WINDOW counter AS (PARTITION BY t.agency, t.kind, t.year ORDER BY t.i, t.slot)
      ), given AS (
        INSERT INTO fatong.document_counter AS d (agency_id, kind, year, last)
          SELECT agency, kind, year, size FROM wanted WHERE nth = 1 ORDER BY agency, kind, year
          ON CONFLICT (agency_id, kind, year) DO UPDATE SET last = d.last + excluded.last
          RETURNING d.*
      )
      SELECT wanted.*, given.last - wanted.size + wanted.nth AS serial FROM wanted
        JOIN given ON given.agency_id = wanted.agency AND given.kind = wanted.kind AND given.year = wanted.year
    LOOP
      item := p_items -> w.i;
      IF item #>> '{a,0}' = 'citizen' AND w.kind <> 'case' THEN
        RAISE EXCEPTION 'no right to a number of kind %', w.kind USING ERRCODE = 'insufficient_privilege';
      END IF;
      serial := replace(w.format, '%s', lpad(w.serial::text, greatest(w.pad, length(w.serial::text)), '0'));
      marker := '#' || w.slot || '#';
      FOR k IN (item ->> 'from')::integer .. (item ->> 'to')::integer LOOP
        p_texts[k] := replace(p_texts[k], marker, serial);
      END LOOP;
      slots := slots || jsonb_build_object(marker, serial);
      numbers := jsonb_set(numbers, ARRAY[w.i::text], coalesce(numbers -> w.i::text, '{}') || jsonb_build_object(w.slot, serial));
    END LOOP;
  END IF;

  IF p_tables ? 'cases' THEN
    FOR w IN
      SELECT t.*, c.id IS NOT NULL AS known, c.version AS old_version, c.head_hash,
        c.agency_id AS old_agency, c.place_id AS old_place, c.applicant_id AS old_applicant, c.proxy_id AS old_proxy,
        c.helper_staff_id AS old_helper, c.lawyer_id AS old_lawyer, c.firm_id AS old_firm,
        (c.objection_open OR c.status IN ('refused', 'terminated')) AS old_objectable
      FROM jsonb_to_recordset(p_tables -> 'cases') AS t (i integer, id uuid, v integer, applicant_id uuid, proxy_id uuid,
          helper_staff_id uuid, place_id uuid, agency_id uuid)
        LEFT JOIN fatong.case_file c ON c.id = t.id
      WHERE t.i = ANY (items)
    LOOP
      item := p_items -> w.i;
      accesses := item -> 'a';
      IF w.v = 0 THEN
        IF w.known THEN RAISE EXCEPTION 'case exists' USING ERRCODE = 'FT001'; END IF;
        reach := fatong.case_in_reach(accesses, w.agency_id, w.place_id, w.applicant_id, w.proxy_id, w.helper_staff_id, NULL, NULL, false);
        head := sha256(convert_to(w.id::text, 'UTF8'));
      ELSE
        reach := w.known AND fatong.case_in_reach(accesses, w.old_agency, w.old_place, w.old_applicant, w.old_proxy, w.old_helper,
          w.old_lawyer, w.old_firm, w.old_objectable);
        -- A case is not carried into or out of a place by somebody who does not reach both.
        IF reach AND (w.agency_id <> w.old_agency OR w.place_id <> w.old_place) THEN
          reach := fatong.case_in_reach(accesses, w.agency_id, w.place_id, NULL, NULL, NULL, NULL, NULL, false);
        END IF;
        IF reach AND w.applicant_id <> w.old_applicant THEN reach := false; END IF;
        head := w.head_hash;
      END IF;
      IF NOT reach THEN RAISE EXCEPTION 'case not in reach' USING ERRCODE = 'insufficient_privilege'; END IF;
      IF w.v > 0 AND w.old_version <> w.v THEN RAISE EXCEPTION 'version is %', w.old_version USING ERRCODE = 'FT001'; END IF;
      v := w.v;
      FOR entry IN SELECT jsonb_array_elements(item -> 'e') LOOP
        IF NOT fatong.may_add_event(accesses, entry ->> 0) THEN
          RAISE EXCEPTION 'no right to event %', entry ->> 0 USING ERRCODE = 'insufficient_privilege';
        END IF;
        v := v + 1;
        event_at := entry ->> 1;
        prev := head;
        head := fatong.event_hash(prev, w.id, v, entry ->> 0, p_texts[(entry ->> 2)::integer], p_texts[(entry ->> 3)::integer], event_at);
        ev_stream := ev_stream || w.id; ev_version := ev_version || v; ev_type := ev_type || (entry ->> 0);
        ev_data := ev_data || (entry ->> 2)::integer; ev_meta := ev_meta || (entry ->> 3)::integer;
        ev_at := ev_at || event_at; ev_prev := ev_prev || prev; ev_hash := ev_hash || head;
      END LOOP;
      heads[w.i + 1] := head;
      versions[w.i + 1] := v;
      IF w.v > 0 THEN changes := changes + 1; END IF;
    END LOOP;

    IF changes < cardinality(items) THEN
      INSERT INTO fatong.case_file (id, number, kind, status, matter, service_form, applicant_name, applicant_id, proxy_id,
          helper_staff_id, place_id, agency_id, lawyer_id, lawyer_name, firm_id, opponents, claim_fen, submitted_at,
          due_target, due_statutory, next_due, light, objection_open, updated_at, version, head_hash, steps, state)
        SELECT t.id, coalesce(slots ->> t.number, t.number), t.kind, t.status, t.matter, t.service_form, t.applicant_name, t.applicant_id,
          t.proxy_id, t.helper_staff_id, t.place_id, t.agency_id, t.lawyer_id, t.lawyer_name, t.firm_id, t.opponents, t.claim_fen,
          t.submitted_at, t.due_target, t.due_statutory, t.next_due, t.light, t.objection_open, t.updated_at, versions[t.i + 1],
          heads[t.i + 1], p_texts[t.steps]::json, p_texts[t.state]::json
        FROM jsonb_to_recordset(p_tables -> 'cases') AS t (i integer, id uuid, v integer, number text, kind text, status text, matter text,
          service_form text, applicant_name text, applicant_id uuid, proxy_id uuid, helper_staff_id uuid, place_id uuid, agency_id uuid,
          lawyer_id uuid, lawyer_name text, firm_id uuid, opponents text, claim_fen bigint, submitted_at timestamptz, due_target timestamptz,
          due_statutory date, next_due timestamptz, light text, objection_open boolean, updated_at timestamptz, steps integer, state integer)
        WHERE t.v = 0 AND t.i = ANY (items);
    END IF;
    IF changes > 0 THEN
      UPDATE fatong.case_file c SET status = t.status, matter = t.matter, service_form = t.service_form, applicant_name = t.applicant_name,
          proxy_id = t.proxy_id, helper_staff_id = t.helper_staff_id, place_id = t.place_id, agency_id = t.agency_id,
          lawyer_id = t.lawyer_id, lawyer_name = t.lawyer_name, firm_id = t.firm_id, opponents = t.opponents, claim_fen = t.claim_fen,
          due_target = t.due_target, due_statutory = t.due_statutory, next_due = t.next_due, light = t.light,
          objection_open = t.objection_open, updated_at = t.updated_at, version = versions[t.i + 1], head_hash = heads[t.i + 1],
          steps = p_texts[t.steps]::json, state = p_texts[t.state]::json
        FROM jsonb_to_recordset(p_tables -> 'cases') AS t (i integer, id uuid, v integer, status text, matter text,
          service_form text, applicant_name text, proxy_id uuid, helper_staff_id uuid, place_id uuid, agency_id uuid,
          lawyer_id uuid, lawyer_name text, firm_id uuid, opponents text, claim_fen bigint, due_target timestamptz,
          due_statutory date, next_due timestamptz, light text, objection_open boolean, updated_at timestamptz, steps integer, state integer)
        WHERE c.id = t.id AND c.version = t.v AND t.v > 0 AND t.i = ANY (items);
      GET DIAGNOSTICS changed = ROW_COUNT;
      IF changed <> changes THEN RAISE EXCEPTION 'a case was changed meanwhile' USING ERRCODE = 'FT001'; END IF;
    END IF;
    INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash)
      SELECT e.stream, e.version, e.type, p_texts[e.data]::json, p_texts[e.meta]::json, e.at, e.prev, e.hash
      FROM unnest(ev_stream, ev_version, ev_type, ev_data, ev_meta, ev_at, ev_prev, ev_hash)
        AS e (stream, version, type, data, meta, at, prev, hash);
  END IF;

  PERFORM fatong.commit_rows(p_tables, p_texts, items, slots);

  FOREACH n IN ARRAY items LOOP
    results := results || jsonb_build_object('i', n, 'ok', true, 'version', versions[n + 1], 'numbers', coalesce(numbers -> n::text, '{}'));
  END LOOP;
  RETURN results;
END $$;

-- The other tables of a batch: each inserted once for all its items. Rows of a case were tied to it by the caller's stream.
CREATE FUNCTION fatong.commit_rows(p_tables jsonb, p_texts text[], items integer[], slots jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_tables ? 'keys' THEN
    INSERT INTO fatong.idempotency (scope, key, request_hash, reply, at)
      SELECT t.scope, t.key, t.request_hash, p_texts[t.reply]::json, coalesce(t.at, now())
      FROM jsonb_to_recordset(p_tables -> 'keys') AS t (i integer, scope text, key text, request_hash text, reply integer, at timestamptz)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables ? 'documents' THEN
    INSERT INTO fatong.document (id, case_id, kind, number, title, data, issued_at, verify_code, pdf_sha256, docx_sha256)
      SELECT t.id, t.case_id, t.kind, coalesce(slots ->> t.number, t.number), t.title, p_texts[t.data]::json, t.issued_at, t.verify_code,
        t.pdf_sha256, t.docx_sha256
      FROM jsonb_to_recordset(p_tables -> 'documents') AS t (i integer, id uuid, case_id uuid, kind text, number text, title text,
        data integer, issued_at timestamptz, verify_code text, pdf_sha256 text, docx_sha256 text)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables ? 'parties' THEN
    INSERT INTO fatong.party (case_id, side, name, name_normalised, person_id, id_bidx, credit_code)
      SELECT t.case_id, t.side, t.name, t.name_normalised, t.person_id, t.id_bidx, t.credit_code
      FROM jsonb_to_recordset(p_tables -> 'parties') AS t (i integer, case_id uuid, side text, name text, name_normalised text,
        person_id uuid, id_bidx bytea, credit_code text)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables ? 'outbox' THEN
    INSERT INTO fatong.outbox (channel, recipient_enc, recipient_kind, recipient_id, payload, case_id, created_at, next_at)
      SELECT t.channel, t.recipient_enc, t.recipient_kind, t.recipient_id, p_texts[t.payload]::json, t.case_id, t.created_at, t.next_at
      FROM jsonb_to_recordset(p_tables -> 'outbox') AS t (i integer, channel text, recipient_enc bytea, recipient_kind text,
        recipient_id uuid, payload integer, case_id uuid, created_at timestamptz, next_at timestamptz)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables ? 'audit' THEN
    INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, actor_role, place_id, action, subject_kind, subject_id,
        case_id, fields, why, channel, ip_hash)
      SELECT t.at, t.actor_kind, t.actor_id, t.actor_name, t.actor_role, t.place_id, t.action, t.subject_kind, t.subject_id,
        t.case_id, t.fields, t.why, t.channel, t.ip_hash
      FROM jsonb_to_recordset(p_tables -> 'audit') AS t (i integer, at timestamptz, actor_kind text, actor_id text, actor_name text,
        actor_role text, place_id uuid, action text, subject_kind text, subject_id text, case_id uuid, fields text[], why text,
        channel text, ip_hash text)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables ? 'steps' THEN
    INSERT INTO fatong.step_done (case_id, agency_id, day, step, minutes, same_day, paused)
      SELECT t.case_id, t.agency_id, t.day, t.step, t.minutes, t.same_day, t.paused
      FROM jsonb_to_recordset(p_tables -> 'steps') AS t (i integer, case_id uuid, agency_id uuid, day date, step text, minutes integer,
        same_day boolean, paused boolean)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables ? 'deadlines' THEN
    INSERT INTO fatong.deadline AS d (case_id, kind, due, remind_at, done)
      SELECT DISTINCT ON (t.case_id, t.kind) t.case_id, t.kind, t.due, t.remind_at, t.done
      FROM jsonb_to_recordset(p_tables -> 'deadlines') AS t (i integer, case_id uuid, kind text, due timestamptz, remind_at timestamptz, done boolean)
      WHERE t.i = ANY (items) ORDER BY t.case_id, t.kind, t.i DESC
      ON CONFLICT (case_id, kind) DO UPDATE SET due = excluded.due, remind_at = excluded.remind_at, done = excluded.done;
  END IF;
  IF p_tables ? 'representations' THEN
    UPDATE fatong.representation x SET until = coalesce(t.until, t.since)
      FROM jsonb_to_recordset(p_tables -> 'representations') AS t (i integer, case_id uuid, since timestamptz, until timestamptz)
      WHERE x.case_id = t.case_id AND x.until IS NULL AND t.i = ANY (items);
    INSERT INTO fatong.representation (case_id, lawyer_id, firm_id, since)
      SELECT t.case_id, t.lawyer_id, t.firm_id, t.since
      FROM jsonb_to_recordset(p_tables -> 'representations') AS t (i integer, case_id uuid, lawyer_id uuid, firm_id uuid, since timestamptz, until timestamptz)
      WHERE t.i = ANY (items) AND t.until IS NULL;
  END IF;
  IF p_tables ? 'people' THEN
    -- `created_by` is the writer. Somebody known is completed by themselves, by whoever entered them, or by the service.
    INSERT INTO fatong.person AS p (id, name, id_number_enc, id_number_bidx, phone_enc, phone_bidx, address_enc, birth_date, gender, profile,
        created_at, created_by)
      SELECT t.id, t.name, t.id_number_enc, t.id_number_bidx, t.phone_enc, t.phone_bidx, t.address_enc, t.birth_date, t.gender, t.profile,
        t.created_at, t.created_by
      FROM jsonb_to_recordset(p_tables -> 'people') AS t (i integer, id uuid, name text, id_number_enc bytea, id_number_bidx bytea,
        phone_enc bytea, phone_bidx bytea, address_enc bytea, birth_date date, gender text, profile jsonb, created_at timestamptz, created_by text)
      WHERE t.i = ANY (items)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, id_number_enc = coalesce(excluded.id_number_enc, p.id_number_enc),
        id_number_bidx = coalesce(excluded.id_number_bidx, p.id_number_bidx), phone_enc = coalesce(excluded.phone_enc, p.phone_enc),
        phone_bidx = coalesce(excluded.phone_bidx, p.phone_bidx), address_enc = coalesce(excluded.address_enc, p.address_enc),
        birth_date = coalesce(excluded.birth_date, p.birth_date), gender = coalesce(excluded.gender, p.gender),
        profile = p.profile || excluded.profile
        WHERE excluded.created_by IN (p.id::text, p.created_by, 'system');
  END IF;
  IF p_tables ? 'materials' THEN
    -- A file that was uploaded with a draft moves to the case; one that belongs to a case stays there.
    INSERT INTO fatong.material AS m (id, case_id, draft_id, sha256, kind, name, added_by_kind, added_by_id, added_at)
      SELECT t.id, t.case_id, NULL, t.sha256, t.kind, t.name, t.added_by_kind, t.added_by_id, t.added_at
      FROM jsonb_to_recordset(p_tables -> 'materials') AS t (i integer, id uuid, case_id uuid, sha256 text, kind text, name text,
        added_by_kind text, added_by_id text, added_at timestamptz)
      WHERE t.i = ANY (items)
      ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, draft_id = NULL, kind = excluded.kind, name = excluded.name
        WHERE m.case_id IS NULL AND m.sha256 = excluded.sha256;
  END IF;
END $$;

-- What was answered to these keys before: [{i, ok, reason, reply}].
CREATE FUNCTION fatong.answered_before(p_keys jsonb, p_only integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('i', t.i, 'ok', false,
      'reason', CASE WHEN d.request_hash = t.request_hash THEN 'alreadyDone' ELSE 'keyReused' END,
      'reply', CASE WHEN d.request_hash = t.request_hash THEN d.reply END)), '[]')
  FROM jsonb_to_recordset(p_keys) AS t (i integer, scope text, key text, request_hash text)
  JOIN fatong.idempotency d ON d.scope = t.scope AND d.key = t.key
  WHERE p_only IS NULL OR t.i = p_only $$;

-- One call, many write sets. First all together; if any of them cannot be written, each by itself, so that one bad item
-- never spoils the others. Answers one outcome an item: ok, versionConflict, alreadyDone, keyReused, forbidden or failed.
-- Every statement in here is a look-up by key: without the settings, a plan made while a table was empty would scan it
-- long after it has filled.
CREATE FUNCTION fatong.commit_batch(p_items jsonb, p_tables jsonb, p_texts text[]) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off
  SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  known jsonb := '[]'; skip integer[] := '{}'; results jsonb; n integer; answer jsonb; code text; message text; place text;
BEGIN
  IF p_tables ? 'keys' THEN
    known := fatong.answered_before(p_tables -> 'keys', NULL);
    FOR n IN 0 .. jsonb_array_length(known) - 1 LOOP
      skip := skip || (known -> n ->> 'i')::integer;
    END LOOP;
  END IF;
  BEGIN
    RETURN known || fatong.commit_items(p_items, p_tables, p_texts, skip, NULL);
  EXCEPTION WHEN OTHERS THEN
    results := known; -- each by itself, below
  END;
  FOR n IN 0 .. jsonb_array_length(p_items) - 1 LOOP
    CONTINUE WHEN n = ANY (skip);
    BEGIN
      answer := fatong.commit_items(p_items, p_tables, p_texts, skip, n);
    EXCEPTION
      WHEN SQLSTATE 'FT001' THEN
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'versionConflict');
      WHEN insufficient_privilege THEN
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'forbidden');
      WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT, place = TABLE_NAME;
        IF code = '23505' AND place = 'idempotency' THEN
          -- Somebody else used the key a moment ago.
          answer := fatong.answered_before(p_tables -> 'keys', n) -> 0;
        ELSIF code = '23505' AND place IN ('event', 'case_file') AND message NOT LIKE '%case_file_number%' THEN
          answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'versionConflict');
        ELSE
          answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'failed', 'code', code, 'message', message);
        END IF;
    END;
    results := results || answer;
  END LOOP;
  RETURN results;
END $$;

REVOKE ALL ON FUNCTION fatong.commit_batch(jsonb, jsonb, text[]), fatong.commit_items(jsonb, jsonb, text[], integer[], integer),
  fatong.commit_rows(jsonb, text[], integer[], jsonb), fatong.answered_before(jsonb, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.commit_batch(jsonb, jsonb, text[]) TO fatong_app;
