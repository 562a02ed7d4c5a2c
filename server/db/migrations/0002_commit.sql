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
      RETURN coalesce(nullif(p_access ->> 3, ''), '{}')::text[] && '{clerk,reviewer,approver,assigner,director,stationStaff,fileReviewer,qualityOfficer,archivist}'::text[]
        OR type = ANY ('{applicationSubmitted,materialsSupplied,materialsAdded,formalitiesCompleted,assignmentAccepted,assignmentDeclined,engagementRecorded,workStarted,progressReported,terminationGroundReported,replacementRequested,caseConcluded,fileSubmitted,objectionDecided,messageLeft}'::text[]);
    ELSE RETURN false;
  END CASE;
END $$;

-- Writes the cases of items `p_wanted` and their events. Raises what cannot be written: FT001 for a version that is not the
-- last, insufficient_privilege for what the caller does not reach. Answers the versions, by position of the item from 0.
-- What is asked of each case comes as `p_checks`, one row a case, with its first event; further events are in `more`.
CREATE FUNCTION fatong.commit_cases(p_checks json, p_opened json, p_changed json, p_texts text[], p_slots jsonb, p_wanted integer[], p_size integer)
  RETURNS integer[] LANGUAGE plpgsql AS $$
DECLARE
  refused integer; stale integer; changed integer; several integer; entry json; k integer;
  item integer[]; stream uuid[]; access jsonb[]; version integer[]; type text[]; data integer[]; meta integer[];
  at timestamptz[]; prev bytea[]; hash bytea[]; more json[]; v integer; last bytea; next bytea; event_at timestamptz;
  heads bytea[] := array_fill(NULL::bytea, ARRAY[p_size]); versions integer[] := array_fill(0, ARRAY[p_size]);
BEGIN
  SELECT count(*) FILTER (WHERE NOT x.reach), count(*) FILTER (WHERE x.stale), count(*) FILTER (WHERE x.v > 0), count(x.more),
      array_agg(x.i), array_agg(x.id), array_agg(x.a), array_agg(x.v + 1), array_agg(x.type), array_agg(x.data), array_agg(x.meta),
      array_agg(x.at), array_agg(x.prev), array_agg(x.more),
      array_agg(sha256(x.prev || convert_to(x.id::text || E'\n' || (x.v + 1) || E'\n' || x.type || E'\n' || (extract(epoch FROM x.at) * 1000)::bigint
        || E'\n' || p_texts[x.data] || E'\n' || p_texts[x.meta], 'UTF8')))
    INTO refused, stale, changed, several, item, stream, access, version, type, data, meta, at, prev, more, hash
    FROM (
      SELECT t.i, t.id, t.a, t.v, t.type, t.data, t.meta, t.at, t.more,
        CASE WHEN t.v = 0 THEN sha256(convert_to(t.id::text, 'UTF8')) ELSE c.head_hash END AS prev,
        CASE WHEN t.v = 0 THEN c.id IS NOT NULL ELSE c.version IS DISTINCT FROM t.v END AS stale,
        fatong.may_add_event(t.a, t.type) AND CASE WHEN t.v = 0 THEN
            fatong.case_in_reach(t.a, t.agency_id, t.place_id, t.applicant_id, t.proxy_id, t.helper_staff_id, NULL, NULL, false)
          ELSE coalesce(c.applicant_id = t.applicant_id
            AND fatong.case_in_reach(t.a, c.agency_id, c.place_id, c.applicant_id, c.proxy_id, c.helper_staff_id, c.lawyer_id, c.firm_id,
              c.objection_open OR c.status IN ('refused', 'terminated'))
            -- A case is not carried into or out of a place by somebody who does not reach both.
            AND ((c.agency_id = t.agency_id AND c.place_id = t.place_id)
              OR fatong.case_in_reach(t.a, t.agency_id, t.place_id, NULL, NULL, NULL, NULL, NULL, false)), false) END AS reach
      FROM json_to_recordset(p_checks) AS t (i integer, id uuid, a jsonb, v integer, applicant_id uuid, proxy_id uuid, helper_staff_id uuid,
          place_id uuid, agency_id uuid, type text, at timestamptz, data integer, meta integer, more json)
        LEFT JOIN fatong.case_file c ON c.id = t.id
      WHERE t.i = ANY (p_wanted)) x;
  IF item IS NULL THEN RETURN versions; END IF;
  IF refused > 0 THEN RAISE EXCEPTION 'case not in reach' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF stale > 0 THEN RAISE EXCEPTION 'not the last version' USING ERRCODE = 'FT001'; END IF;

  FOR n IN 1 .. cardinality(item) LOOP
    heads[item[n] + 1] := hash[n];
    versions[item[n] + 1] := version[n];
  END LOOP;
  IF several > 0 THEN
    FOR n IN 1 .. cardinality(item) LOOP
      CONTINUE WHEN more[n] IS NULL;
      v := version[n]; last := hash[n];
      FOR k IN 0 .. json_array_length(more[n]) - 1 LOOP
        entry := more[n] -> k;
        IF NOT fatong.may_add_event(access[n], entry ->> 0) THEN
          RAISE EXCEPTION 'no right to event %', entry ->> 0 USING ERRCODE = 'insufficient_privilege';
        END IF;
        v := v + 1; event_at := entry ->> 1;
        next := fatong.event_hash(last, stream[n], v, entry ->> 0, p_texts[(entry ->> 2)::integer], p_texts[(entry ->> 3)::integer], event_at);
        stream := stream || stream[n]; version := version || v; type := type || (entry ->> 0); at := at || event_at;
        data := data || (entry ->> 2)::integer; meta := meta || (entry ->> 3)::integer; prev := prev || last; hash := hash || next;
        last := next;
      END LOOP;
      heads[item[n] + 1] := last;
      versions[item[n] + 1] := v;
    END LOOP;
  END IF;

  IF p_opened IS NOT NULL THEN
    INSERT INTO fatong.case_file (id, number, kind, status, matter, service_form, applicant_name, applicant_id, proxy_id,
        helper_staff_id, place_id, agency_id, lawyer_id, lawyer_name, firm_id, opponents, claim_fen, submitted_at,
        due_target, due_statutory, next_due, light, objection_open, updated_at, version, head_hash, steps, state)
      SELECT t.id, coalesce(p_slots ->> t.number, t.number), t.kind, t.status, t.matter, t.service_form, t.applicant_name, t.applicant_id,
        t.proxy_id, t.helper_staff_id, t.place_id, t.agency_id, t.lawyer_id, t.lawyer_name, t.firm_id, t.opponents, t.claim_fen,
        t.submitted_at, t.due_target, t.due_statutory, t.next_due, t.light, t.objection_open, t.updated_at, versions[t.i + 1],
        heads[t.i + 1], p_texts[t.steps]::json, p_texts[t.state]::json
      FROM json_to_recordset(p_opened) AS t (i integer, id uuid, number text, kind text, status text, matter text,
        service_form text, applicant_name text, applicant_id uuid, proxy_id uuid, helper_staff_id uuid, place_id uuid, agency_id uuid,
        lawyer_id uuid, lawyer_name text, firm_id uuid, opponents text, claim_fen bigint, submitted_at timestamptz, due_target timestamptz,
        due_statutory date, next_due timestamptz, light text, objection_open boolean, updated_at timestamptz, steps integer, state integer)
      WHERE t.i = ANY (p_wanted);
  END IF;
  IF changed > 0 THEN
    UPDATE fatong.case_file c SET status = t.status, matter = t.matter, service_form = t.service_form, applicant_name = t.applicant_name,
        proxy_id = t.proxy_id, helper_staff_id = t.helper_staff_id, place_id = t.place_id, agency_id = t.agency_id,
        lawyer_id = t.lawyer_id, lawyer_name = t.lawyer_name, firm_id = t.firm_id, opponents = t.opponents, claim_fen = t.claim_fen,
        due_target = t.due_target, due_statutory = t.due_statutory, next_due = t.next_due, light = t.light,
        objection_open = t.objection_open, updated_at = t.updated_at, version = versions[t.i + 1], head_hash = heads[t.i + 1],
        steps = p_texts[t.steps]::json, state = p_texts[t.state]::json
      FROM json_to_recordset(p_changed) AS t (i integer, id uuid, v integer, status text, matter text,
        service_form text, applicant_name text, proxy_id uuid, helper_staff_id uuid, place_id uuid, agency_id uuid,
        lawyer_id uuid, lawyer_name text, firm_id uuid, opponents text, claim_fen bigint, due_target timestamptz,
        due_statutory date, next_due timestamptz, light text, objection_open boolean, updated_at timestamptz, steps integer, state integer)
      WHERE c.id = t.id AND c.version = t.v AND t.i = ANY (p_wanted);
    GET DIAGNOSTICS k = ROW_COUNT;
    IF k <> changed THEN RAISE EXCEPTION 'a case was changed meanwhile' USING ERRCODE = 'FT001'; END IF;
  END IF;
  INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash)
    SELECT e.stream, e.version, e.type, p_texts[e.data]::json, p_texts[e.meta]::json, e.at, e.prev, e.hash
    FROM unnest(stream, version, type, data, meta, at, prev, hash) AS e (stream, version, type, data, meta, at, prev, hash);
  RETURN versions;
END $$;

-- Gives the numbers that items `p_wanted` ask for: the texts with every `#slot#` replaced, marker -> number, and item ->
-- slot -> number. All counters of a batch are taken in one order, so that batches wait for each other and never lock up.
CREATE FUNCTION fatong.give_numbers(p_numbers json, p_wanted integer[], INOUT p_texts text[], OUT slots jsonb, OUT numbers jsonb)
  LANGUAGE plpgsql AS $$
DECLARE w record; serial text; marker text; k integer;
BEGIN
  slots := '{}';
  numbers := '{}';
  p_texts[1] := p_texts[1]; -- makes the array one that is changed in place
  FOR w IN
    WITH wanted AS (
      SELECT t.*, row_number() OVER counter AS nth, count(*) OVER (PARTITION BY t.agency, t.kind, t.year) AS size
      FROM json_to_recordset(p_numbers) AS t (i integer, caller text, places integer[], slot text, agency uuid, kind text,
        year integer, format text, pad integer)
      WHERE t.i = ANY (p_wanted) WINDOW counter AS (PARTITION BY t.agency, t.kind, t.year ORDER BY t.i, t.slot)
    ), given AS (
      INSERT INTO fatong.document_counter AS d (agency_id, kind, year, last)
        SELECT agency, kind, year, size FROM wanted WHERE nth = 1 ORDER BY agency, kind, year
        ON CONFLICT (agency_id, kind, year) DO UPDATE SET last = d.last + excluded.last
        RETURNING d.agency_id, d.kind, d.year, d.last
    )
    SELECT wanted.*, given.last - wanted.size + wanted.nth AS serial FROM wanted
      JOIN given ON given.agency_id = wanted.agency AND given.kind = wanted.kind AND given.year = wanted.year
  LOOP
    IF w.caller = 'citizen' AND w.kind <> 'case' THEN
      RAISE EXCEPTION 'no right to a number of kind %', w.kind USING ERRCODE = 'insufficient_privilege';
    END IF;
    serial := replace(w.format, '%s', lpad(w.serial::text, greatest(w.pad, length(w.serial::text)), '0'));
    marker := '#' || w.slot || '#';
    FOREACH k IN ARRAY w.places LOOP
      p_texts[k] := replace(p_texts[k], marker, serial);
    END LOOP;
    slots := slots || jsonb_build_object(marker, serial);
    numbers := jsonb_set(numbers, ARRAY[w.i::text], coalesce(numbers -> w.i::text, '{}') || jsonb_build_object(w.slot, serial));
  END LOOP;
END $$;

-- Writes items `p_wanted` of a batch; raises what cannot be written. `p_cases` is [checks, opened, changed] as texts.
CREATE FUNCTION fatong.commit_items(p_callers text[], p_cases text[], p_tables text[], p_texts text[], p_wanted integer[])
  RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE n integer; slots jsonb := '{}'; numbers jsonb := '{}'; versions integer[]; results jsonb[] := '{}';
BEGIN
  FOREACH n IN ARRAY p_wanted LOOP
    IF p_callers[n + 1] = 'anonymous' THEN
      RAISE EXCEPTION 'nobody writes without a name' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
  IF p_tables[1] IS NOT NULL THEN
    SELECT g.p_texts, g.slots, g.numbers INTO p_texts, slots, numbers FROM fatong.give_numbers(p_tables[1]::json, p_wanted, p_texts) g;
  END IF;
  versions := fatong.commit_cases(p_cases[1]::json, p_cases[2]::json, p_cases[3]::json, p_texts, slots, p_wanted, cardinality(p_callers));
  PERFORM fatong.commit_rows(p_tables, p_texts, p_wanted, slots);
  FOREACH n IN ARRAY p_wanted LOOP
    results := results || jsonb_build_object('i', n, 'ok', true, 'version', versions[n + 1], 'numbers', coalesce(numbers -> n::text, '{}'));
  END LOOP;
  RETURN to_jsonb(results);
END $$;

-- The other tables of a batch, each as one JSON text or null, in the order of server/db/commit/tables.ts; numbers are the
-- first. Each is inserted once for all items. Rows of a case were tied to it by the caller's stream.
CREATE FUNCTION fatong.commit_rows(p_tables text[], p_texts text[], items integer[], slots jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE drafts uuid[]; ended integer;
BEGIN
  IF p_tables[2] IS NOT NULL THEN -- keys
    INSERT INTO fatong.idempotency (scope, key, request_hash, reply, at)
      SELECT t.scope, t.key, t.request_hash, p_texts[t.reply]::json, coalesce(t.at, now())
      FROM json_to_recordset(p_tables[2]::json) AS t (i integer, scope text, key text, request_hash text, reply integer, at timestamptz)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables[3] IS NOT NULL THEN -- documents
    INSERT INTO fatong.document (id, case_id, kind, number, title, data, issued_at, verify_code, pdf_sha256, docx_sha256)
      SELECT t.id, t.case_id, t.kind, coalesce(slots ->> t.number, t.number), t.title, p_texts[t.data]::json, t.issued_at, t.verify_code,
        t.pdf_sha256, t.docx_sha256
      FROM json_to_recordset(p_tables[3]::json) AS t (i integer, id uuid, case_id uuid, kind text, number text, title text,
        data integer, issued_at timestamptz, verify_code text, pdf_sha256 text, docx_sha256 text)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables[4] IS NOT NULL THEN -- parties
    INSERT INTO fatong.party (case_id, side, name, name_normalised, person_id, id_bidx, credit_code)
      SELECT t.case_id, t.side, t.name, t.name_normalised, t.person_id, t.id_bidx, t.credit_code
      FROM json_to_recordset(p_tables[4]::json) AS t (i integer, case_id uuid, side text, name text, name_normalised text,
        person_id uuid, id_bidx bytea, credit_code text)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables[5] IS NOT NULL THEN -- outbox
    INSERT INTO fatong.outbox (channel, recipient_enc, recipient_kind, recipient_id, payload, case_id, created_at, next_at)
      SELECT t.channel, t.recipient_enc, t.recipient_kind, t.recipient_id, p_texts[t.payload]::json, t.case_id, t.created_at, t.next_at
      FROM json_to_recordset(p_tables[5]::json) AS t (i integer, channel text, recipient_enc bytea, recipient_kind text,
        recipient_id uuid, payload integer, case_id uuid, created_at timestamptz, next_at timestamptz)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables[6] IS NOT NULL THEN -- audit
    INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, actor_role, place_id, action, subject_kind, subject_id,
        case_id, fields, why, channel, ip_hash)
      SELECT t.at, t.actor_kind, t.actor_id, t.actor_name, t.actor_role, t.place_id, t.action, t.subject_kind, t.subject_id,
        t.case_id, t.fields, t.why, t.channel, t.ip_hash
      FROM json_to_recordset(p_tables[6]::json) AS t (i integer, at timestamptz, actor_kind text, actor_id text, actor_name text,
        actor_role text, place_id uuid, action text, subject_kind text, subject_id text, case_id uuid, fields text[], why text,
        channel text, ip_hash text)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables[7] IS NOT NULL THEN -- steps
    INSERT INTO fatong.step_done (case_id, agency_id, day, step, minutes, same_day, paused)
      SELECT t.case_id, t.agency_id, t.day, t.step, t.minutes, t.same_day, t.paused
      FROM json_to_recordset(p_tables[7]::json) AS t (i integer, case_id uuid, agency_id uuid, day date, step text, minutes integer,
        same_day boolean, paused boolean)
      WHERE t.i = ANY (items);
  END IF;
  IF p_tables[8] IS NOT NULL THEN -- deadlines
    INSERT INTO fatong.deadline AS d (case_id, kind, due, remind_at, done)
      SELECT DISTINCT ON (t.case_id, t.kind) t.case_id, t.kind, t.due, t.remind_at, t.done
      FROM json_to_recordset(p_tables[8]::json) AS t (i integer, case_id uuid, kind text, due timestamptz, remind_at timestamptz, done boolean)
      WHERE t.i = ANY (items) ORDER BY t.case_id, t.kind, t.i DESC
      ON CONFLICT (case_id, kind) DO UPDATE SET due = excluded.due, remind_at = excluded.remind_at, done = excluded.done;
  END IF;
  IF p_tables[9] IS NOT NULL THEN -- representations
    UPDATE fatong.representation x SET until = coalesce(t.until, t.since)
      FROM json_to_recordset(p_tables[9]::json) AS t (i integer, case_id uuid, since timestamptz, until timestamptz)
      WHERE x.case_id = t.case_id AND x.until IS NULL AND t.i = ANY (items);
    INSERT INTO fatong.representation (case_id, lawyer_id, firm_id, since)
      SELECT t.case_id, t.lawyer_id, t.firm_id, t.since
      FROM json_to_recordset(p_tables[9]::json) AS t (i integer, case_id uuid, lawyer_id uuid, firm_id uuid, since timestamptz, until timestamptz)
      WHERE t.i = ANY (items) AND t.until IS NULL;
  END IF;
  IF p_tables[10] IS NOT NULL THEN -- people
    -- `created_by` is the writer. Somebody known is completed by themselves, by whoever entered them, or by the service.
    INSERT INTO fatong.person AS p (id, name, id_number_enc, id_number_bidx, phone_enc, phone_bidx, address_enc, birth_date, gender, profile,
        created_at, created_by)
      SELECT t.id, t.name, t.id_number_enc, t.id_number_bidx, t.phone_enc, t.phone_bidx, t.address_enc, t.birth_date, t.gender, t.profile,
        t.created_at, t.created_by
      FROM json_to_recordset(p_tables[10]::json) AS t (i integer, id uuid, name text, id_number_enc bytea, id_number_bidx bytea,
        phone_enc bytea, phone_bidx bytea, address_enc bytea, birth_date date, gender text, profile jsonb, created_at timestamptz, created_by text)
      WHERE t.i = ANY (items)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, id_number_enc = coalesce(excluded.id_number_enc, p.id_number_enc),
        id_number_bidx = coalesce(excluded.id_number_bidx, p.id_number_bidx), phone_enc = coalesce(excluded.phone_enc, p.phone_enc),
        phone_bidx = coalesce(excluded.phone_bidx, p.phone_bidx), address_enc = coalesce(excluded.address_enc, p.address_enc),
        birth_date = coalesce(excluded.birth_date, p.birth_date), gender = coalesce(excluded.gender, p.gender),
        profile = p.profile || excluded.profile
        WHERE excluded.created_by IN (p.id::text, p.created_by, 'system');
  END IF;
  IF p_tables[11] IS NOT NULL THEN -- materials
    -- A file that was uploaded with a draft moves to the case; one that belongs to a case stays there.
    INSERT INTO fatong.material AS m (id, case_id, draft_id, sha256, kind, name, added_by_kind, added_by_id, added_at)
      SELECT t.id, t.case_id, NULL, t.sha256, t.kind, t.name, t.added_by_kind, t.added_by_id, t.added_at
      FROM json_to_recordset(p_tables[11]::json) AS t (i integer, id uuid, case_id uuid, sha256 text, kind text, name text,
        added_by_kind text, added_by_id text, added_at timestamptz)
      WHERE t.i = ANY (items)
      ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, draft_id = NULL, kind = excluded.kind, name = excluded.name
        WHERE m.case_id IS NULL AND m.sha256 = excluded.sha256;
  END IF;
  IF p_tables[12] IS NOT NULL THEN -- drafts
    -- What was written in a draft is written once; what is left of it is personal data nobody needs any more.
    drafts := ARRAY(SELECT t.id FROM json_to_recordset(p_tables[12]::json) AS t (i integer, id uuid) WHERE t.i = ANY (items));
    DELETE FROM fatong.draft d WHERE d.id = ANY (drafts);
    GET DIAGNOSTICS ended = ROW_COUNT;
    IF ended < cardinality(drafts) THEN RAISE EXCEPTION 'the draft has ended before' USING ERRCODE = 'FT001'; END IF;
    DELETE FROM fatong.material m WHERE m.draft_id = ANY (drafts) AND m.case_id IS NULL;
  END IF;
END $$;

-- What was answered to these keys before: [{i, ok, reason, reply}].
CREATE FUNCTION fatong.answered_before(p_keys json, p_only integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('i', t.i, 'ok', false,
      'reason', CASE WHEN d.request_hash = t.request_hash THEN 'alreadyDone' ELSE 'keyReused' END,
      'reply', CASE WHEN d.request_hash = t.request_hash THEN d.reply END)), '[]')
  FROM json_to_recordset(p_keys) AS t (i integer, scope text, key text, request_hash text)
  JOIN fatong.idempotency d ON d.scope = t.scope AND d.key = t.key
  WHERE p_only IS NULL OR t.i = p_only $$;

-- One call, many write sets. First all together; if any of them cannot be written, each by itself, so that one bad item
-- never spoils the others. Answers one outcome an item: ok, versionConflict, alreadyDone, keyReused, forbidden or failed.
-- `p_texts` are the stored JSON values, parted by the record separator, which JSON text never contains.
-- Every statement in here is a look-up by key: without the settings, a plan made while a table was empty would scan it
-- long after it has filled.
CREATE FUNCTION fatong.commit_batch(p_callers text[], p_cases text[], p_tables text[], p_texts text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off
  SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  texts text[] := string_to_array(p_texts, E'\x1e'); keys json := p_tables[2]::json; wanted integer[] := '{}';
  known jsonb := '[]'; results jsonb; n integer; answer jsonb; code text; message text; place text;
BEGIN
  IF keys IS NOT NULL THEN known := fatong.answered_before(keys, NULL); END IF;
  FOR n IN 0 .. cardinality(p_callers) - 1 LOOP
    IF known = '[]' OR NOT known @> jsonb_build_array(jsonb_build_object('i', n)) THEN wanted := wanted || n; END IF;
  END LOOP;
  IF wanted = '{}' THEN RETURN known; END IF;
  BEGIN
    RETURN known || fatong.commit_items(p_callers, p_cases, p_tables, texts, wanted);
  EXCEPTION WHEN OTHERS THEN
    results := known; -- each by itself, below
  END;
  FOREACH n IN ARRAY wanted LOOP
    BEGIN
      answer := fatong.commit_items(p_callers, p_cases, p_tables, texts, ARRAY[n]) -> 0;
    EXCEPTION
      WHEN SQLSTATE 'FT001' THEN
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'versionConflict');
      WHEN insufficient_privilege THEN
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'forbidden');
      WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT, place = TABLE_NAME;
        IF code = '23505' AND place = 'idempotency' THEN
          -- Somebody else used the key a moment ago.
          answer := fatong.answered_before(keys, n) -> 0;
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

REVOKE ALL ON FUNCTION fatong.commit_batch(text[], text[], text[], text), fatong.commit_items(text[], text[], text[], text[], integer[]),
  fatong.commit_cases(json, json, json, text[], jsonb, integer[], integer), fatong.give_numbers(json, integer[], text[]),
  fatong.commit_rows(text[], text[], integer[], jsonb), fatong.answered_before(json, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.commit_batch(text[], text[], text[], text) TO fatong_app;
