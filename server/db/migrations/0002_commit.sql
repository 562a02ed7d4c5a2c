-- Hand-written: how cases are written. Many callers' write sets arrive as one call and end in one commit.

-- Canonical bytes of one event, chained to the one before it. Lines cannot be confused: JSON text has no raw line breaks.
CREATE FUNCTION fatong.event_hash(prev bytea, stream_id uuid, version integer, type text, data text, meta text, at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(prev || convert_to(stream_id::text || E'\n' || version || E'\n' || type || E'\n'
    || (extract(epoch FROM at) * 1000)::bigint || E'\n' || data || E'\n' || meta, 'UTF8')) $$;

-- Writes all items of a batch, or only item `p_only`. Anything unexpected is raised; nothing is half written.
CREATE FUNCTION fatong.commit_items(p_items text, p_numbers jsonb, p_tail text, p_texts text[], p_skip integer[], p_only integer)
  RETURNS jsonb LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  items jsonb; item jsonb; tail jsonb; entry jsonb; entries jsonb;
  n integer; i integer; size integer; ctx text := ''; v integer; head bytea; next_head bytea; pos bigint;
  r fatong.case_file; stream uuid; serial text; marker text; event_at timestamptz;
  numbers jsonb := '{}'; results jsonb := '[]'; written integer[] := '{}';
BEGIN
  -- Document and case numbers first, in one order for all batches, so that batches wait for each other and never lock up.
  FOR i IN 0 .. jsonb_array_length(p_numbers) - 1 LOOP
    entry := p_numbers -> i;
    n := (entry ->> 'i')::integer;
    CONTINUE WHEN n = ANY (p_skip) OR n <> coalesce(p_only, n);
    PERFORM fatong.become(entry -> 'a');
    serial := fatong.next_number((entry ->> 'agency')::uuid, entry ->> 'kind', (entry ->> 'year')::integer)::text;
    serial := replace(entry ->> 'format', '%s', lpad(serial, greatest((entry ->> 'pad')::integer, length(serial)), '0'));
    marker := '#' || (entry ->> 'slot') || '#';
    p_items := replace(p_items, marker, serial);
    p_tail := replace(p_tail, marker, serial);
    FOR v IN (entry ->> 'from')::integer .. (entry ->> 'to')::integer LOOP
      p_texts[v] := replace(p_texts[v], marker, serial);
    END LOOP;
    numbers := jsonb_set(numbers, ARRAY[n::text], coalesce(numbers -> n::text, '{}') || jsonb_build_object(entry ->> 'slot', serial));
  END LOOP;

  items := p_items::jsonb;
  size := jsonb_array_length(items);
  FOR n IN 0 .. size - 1 LOOP
    CONTINUE WHEN n = ANY (p_skip) OR n <> coalesce(p_only, n);
    item := items -> n;
    PERFORM fatong.become(item -> 'a');
    pos := NULL; v := 0;

    IF item ? 'people' THEN
      INSERT INTO fatong.person SELECT * FROM jsonb_populate_recordset(NULL::fatong.person, item -> 'people')
        ON CONFLICT (id) DO NOTHING;
    END IF;

    IF item ? 'c' THEN
      stream := (item ->> 'c')::uuid;
      v := (item ->> 'v')::integer;
      r := jsonb_populate_record(NULL::fatong.case_file, item -> 'r');
      IF v = 0 THEN
        head := sha256(convert_to(stream::text, 'UTF8'));
      ELSE
        SELECT c.head_hash, c.version INTO head, i FROM fatong.case_file c WHERE c.id = stream FOR NO KEY UPDATE;
        IF NOT FOUND THEN RAISE EXCEPTION 'case not in reach' USING ERRCODE = 'insufficient_privilege'; END IF;
        IF i <> v THEN RAISE EXCEPTION 'version is %', i USING ERRCODE = 'FT001'; END IF;
        PERFORM set_config('fatong.case', stream::text, true);
      END IF;
      next_head := head;
      entries := item -> 'e';
      FOR i IN 0 .. jsonb_array_length(entries) - 1 LOOP
        entry := entries -> i;
        v := v + 1;
        event_at := (entry ->> 1)::timestamptz;
        next_head := fatong.event_hash(head, stream, v, entry ->> 0, p_texts[(entry ->> 2)::integer], p_texts[(entry ->> 3)::integer], event_at);
        IF v = 1 THEN
          -- The case must be there for its first event to be allowed.
          INSERT INTO fatong.case_file (id, number, kind, status, matter, service_form, applicant_name, applicant_id, proxy_id,
              helper_staff_id, place_id, agency_id, lawyer_id, lawyer_name, firm_id, opponents, claim_fen, submitted_at,
              due_target, due_statutory, next_due, light, objection_open, updated_at, version, head_hash, steps, state)
            VALUES (stream, r.number, r.kind, r.status, r.matter, r.service_form, r.applicant_name, r.applicant_id, r.proxy_id,
              r.helper_staff_id, r.place_id, r.agency_id, r.lawyer_id, r.lawyer_name, r.firm_id, r.opponents, r.claim_fen, r.submitted_at,
              r.due_target, r.due_statutory, r.next_due, r.light, r.objection_open, r.updated_at,
              jsonb_array_length(entries), next_head, r.steps, p_texts[(item ->> 's')::integer]::json);
          PERFORM set_config('fatong.case', stream::text, true);
        END IF;
        INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash)
          VALUES (stream, v, entry ->> 0, p_texts[(entry ->> 2)::integer]::json, p_texts[(entry ->> 3)::integer]::json,
            event_at, head, next_head);
        head := next_head;
      END LOOP;
      IF (item ->> 'v')::integer > 0 OR jsonb_array_length(entries) > 1 THEN
        UPDATE fatong.case_file c SET number = r.number, kind = r.kind, status = r.status, matter = r.matter,
            service_form = r.service_form, applicant_name = r.applicant_name, applicant_id = r.applicant_id, proxy_id = r.proxy_id,
            helper_staff_id = r.helper_staff_id, place_id = r.place_id, agency_id = r.agency_id, lawyer_id = r.lawyer_id,
            lawyer_name = r.lawyer_name, firm_id = r.firm_id, opponents = r.opponents, claim_fen = r.claim_fen,
            submitted_at = r.submitted_at, due_target = r.due_target, due_statutory = r.due_statutory, next_due = r.next_due,
            light = r.light, objection_open = r.objection_open, updated_at = r.updated_at, version = v, head_hash = head,
            steps = r.steps, state = p_texts[(item ->> 's')::integer]::json
          WHERE c.id = stream;
      END IF;
      pos := lastval();
    END IF;

    IF item ? 'parties' THEN
      INSERT INTO fatong.party (case_id, side, name, name_normalised, person_id, id_bidx, credit_code)
        SELECT p.case_id, p.side, p.name, p.name_normalised, p.person_id, p.id_bidx, p.credit_code
        FROM jsonb_populate_recordset(NULL::fatong.party, item -> 'parties') p;
    END IF;
    IF item ? 'documents' THEN
      INSERT INTO fatong.document SELECT * FROM jsonb_populate_recordset(NULL::fatong.document, item -> 'documents');
    END IF;
    IF item ? 'materials' THEN
      INSERT INTO fatong.material SELECT * FROM jsonb_populate_recordset(NULL::fatong.material, item -> 'materials')
        ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, draft_id = NULL;
    END IF;
    IF item ? 'representations' THEN
      UPDATE fatong.representation x SET until = y.since
        FROM jsonb_populate_recordset(NULL::fatong.representation, item -> 'representations') y
        WHERE x.case_id = y.case_id AND x.until IS NULL;
      INSERT INTO fatong.representation
        SELECT y.* FROM jsonb_populate_recordset(NULL::fatong.representation, item -> 'representations') y
        WHERE y.until IS NULL;
    END IF;
    written := written || n;
    results := results || jsonb_build_object('i', n, 'ok', true, 'version', v, 'position', pos, 'numbers', coalesce(numbers -> n::text, '{}'));
  END LOOP;

  -- What needs no check against a case is written for the whole batch at once.
  tail := p_tail::jsonb;
  IF tail ? 'keys' THEN
    INSERT INTO fatong.idempotency (scope, key, request_hash, reply, at)
      SELECT t.scope, t.key, t.request_hash, p_texts[t.reply]::json, t.at
      FROM jsonb_to_recordset(tail -> 'keys') AS t (i integer, scope text, key text, request_hash text, reply integer, at timestamptz)
      WHERE t.i = ANY (written);
  END IF;
  IF tail ? 'outbox' THEN
    INSERT INTO fatong.outbox (channel, recipient_enc, recipient_kind, recipient_id, payload, case_id, created_at, next_at)
      SELECT t.channel, t.recipient_enc, t.recipient_kind, t.recipient_id, t.payload, t.case_id, t.created_at, t.next_at
      FROM jsonb_to_recordset(tail -> 'outbox') AS t (i integer, channel text, recipient_enc bytea, recipient_kind text,
        recipient_id uuid, payload json, case_id uuid, created_at timestamptz, next_at timestamptz)
      WHERE t.i = ANY (written);
  END IF;
  IF tail ? 'audit' THEN
    INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, actor_role, place_id, action, subject_kind, subject_id,
        case_id, fields, why, channel, ip_hash)
      SELECT t.at, t.actor_kind, t.actor_id, t.actor_name, t.actor_role, t.place_id, t.action, t.subject_kind, t.subject_id,
        t.case_id, t.fields, t.why, t.channel, t.ip_hash
      FROM jsonb_to_recordset(tail -> 'audit') AS t (i integer, at timestamptz, actor_kind text, actor_id text, actor_name text,
        actor_role text, place_id uuid, action text, subject_kind text, subject_id text, case_id uuid, fields text[], why text,
        channel text, ip_hash text)
      WHERE t.i = ANY (written);
  END IF;
  IF tail ? 'steps' THEN
    INSERT INTO fatong.step_done (case_id, agency_id, day, step, minutes, same_day)
      SELECT t.case_id, t.agency_id, t.day, t.step, t.minutes, t.same_day
      FROM jsonb_to_recordset(tail -> 'steps') AS t (i integer, case_id uuid, agency_id uuid, day date, step text, minutes integer, same_day boolean)
      WHERE t.i = ANY (written);
  END IF;
  IF tail ? 'deadlines' THEN
    INSERT INTO fatong.deadline AS d (case_id, kind, due, remind_at, done)
      SELECT DISTINCT ON (t.case_id, t.kind) t.case_id, t.kind, t.due, t.remind_at, t.done
      FROM jsonb_to_recordset(tail -> 'deadlines') AS t (i integer, case_id uuid, kind text, due timestamptz, remind_at timestamptz, done boolean)
      WHERE t.i = ANY (written) ORDER BY t.case_id, t.kind, t.i DESC
      ON CONFLICT (case_id, kind) DO UPDATE SET due = excluded.due, remind_at = excluded.remind_at, done = excluded.done;
  END IF;
  RETURN results;
END $$;

-- Becomes the caller of one item for what follows in this transaction: [kind, person, staff, roles, places, org].
CREATE FUNCTION fatong.become(p_access jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE done text;
BEGIN
  done := set_config('fatong.kind', p_access ->> 0, true);
  done := set_config('fatong.person', p_access ->> 1, true);
  done := set_config('fatong.staff', p_access ->> 2, true);
  done := set_config('fatong.roles', p_access ->> 3, true);
  done := set_config('fatong.places', p_access ->> 4, true);
  done := set_config('fatong.org', p_access ->> 5, true);
  done := set_config('fatong.case', '', true);
END $$;

-- One call, many write sets. First all together; if any of them cannot be written, each by itself, so that one bad item
-- never spoils the others. Answers one outcome an item: done, versionConflict, alreadyDone, keyReused, forbidden or failed.
CREATE FUNCTION fatong.commit_batch(p_items text, p_numbers jsonb, p_tail text, p_texts text[]) RETURNS jsonb
  LANGUAGE plpgsql AS $$
DECLARE
  known jsonb := '[]'; skip integer[] := '{}'; results jsonb; n integer; answer jsonb; code text; message text; place text;
BEGIN
  IF p_tail::jsonb ? 'keys' THEN
    SELECT coalesce(jsonb_agg(jsonb_build_object('i', t.i, 'ok', false,
        'reason', CASE WHEN d.request_hash = t.request_hash THEN 'alreadyDone' ELSE 'keyReused' END,
        'reply', CASE WHEN d.request_hash = t.request_hash THEN d.reply END)), '[]'), coalesce(array_agg(t.i), '{}')
      INTO known, skip
      FROM jsonb_to_recordset(p_tail::jsonb -> 'keys') AS t (i integer, scope text, key text, request_hash text)
      JOIN fatong.idempotency d ON d.scope = t.scope AND d.key = t.key;
  END IF;
  BEGIN
    RETURN known || fatong.commit_items(p_items, p_numbers, p_tail, p_texts, skip, NULL);
  EXCEPTION WHEN OTHERS THEN
    results := known; -- each by itself, below
  END;
  FOR n IN 0 .. jsonb_array_length(p_items::jsonb) - 1 LOOP
    CONTINUE WHEN n = ANY (skip);
    BEGIN
      answer := fatong.commit_items(p_items, p_numbers, p_tail, p_texts, skip, n);
    EXCEPTION
      WHEN SQLSTATE 'FT001' THEN
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'versionConflict');
      WHEN insufficient_privilege THEN
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'forbidden');
      WHEN unique_violation THEN
        GET STACKED DIAGNOSTICS place = TABLE_NAME, message = MESSAGE_TEXT;
        -- Somebody else wrote the same key or the same first version a moment ago.
        answer := CASE place
          WHEN 'idempotency' THEN (SELECT jsonb_build_object('i', n, 'ok', false,
              'reason', CASE WHEN d.request_hash = t.request_hash THEN 'alreadyDone' ELSE 'keyReused' END,
              'reply', CASE WHEN d.request_hash = t.request_hash THEN d.reply END)
            FROM jsonb_to_recordset(p_tail::jsonb -> 'keys') AS t (i integer, scope text, key text, request_hash text)
            JOIN fatong.idempotency d ON d.scope = t.scope AND d.key = t.key WHERE t.i = n)
          WHEN 'event' THEN jsonb_build_object('i', n, 'ok', false, 'reason', 'versionConflict')
          WHEN 'case_file' THEN jsonb_build_object('i', n, 'ok', false, 'reason', 'versionConflict')
          ELSE jsonb_build_object('i', n, 'ok', false, 'reason', 'failed', 'code', '23505', 'message', message) END;
      WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT;
        answer := jsonb_build_object('i', n, 'ok', false, 'reason', 'failed', 'code', code, 'message', message);
    END;
    results := results || answer;
  END LOOP;
  RETURN results;
END $$;
