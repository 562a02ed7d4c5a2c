-- The table of deadlines never had a row: what is due stands with the case (due_target, due_statutory, next_due), and who is told
-- is a message of the outbox. The commit takes one table less; each that came behind it moves up by one.
DROP TABLE fatong.deadline;
CREATE OR REPLACE FUNCTION fatong.commit_rows(p_tables text[], p_texts text[], items integer[], slots jsonb) RETURNS void LANGUAGE plpgsql AS $$
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
  IF p_tables[8] IS NOT NULL THEN -- representations
    UPDATE fatong.representation x SET until = coalesce(t.until, t.since)
      FROM json_to_recordset(p_tables[8]::json) AS t (i integer, case_id uuid, since timestamptz, until timestamptz)
      WHERE x.case_id = t.case_id AND x.until IS NULL AND t.i = ANY (items);
    INSERT INTO fatong.representation (case_id, lawyer_id, firm_id, since)
      SELECT t.case_id, t.lawyer_id, t.firm_id, t.since
      FROM json_to_recordset(p_tables[8]::json) AS t (i integer, case_id uuid, lawyer_id uuid, firm_id uuid, since timestamptz, until timestamptz)
      WHERE t.i = ANY (items) AND t.until IS NULL;
  END IF;
  IF p_tables[9] IS NOT NULL THEN -- people
    -- `created_by` is the writer. Somebody known is completed by themselves, by whoever entered them, or by the service.
    INSERT INTO fatong.person AS p (id, name, id_number_enc, id_number_bidx, phone_enc, phone_bidx, address_enc, birth_date, gender, profile,
        created_at, created_by)
      SELECT t.id, t.name, t.id_number_enc, t.id_number_bidx, t.phone_enc, t.phone_bidx, t.address_enc, t.birth_date, t.gender, t.profile,
        t.created_at, t.created_by
      FROM json_to_recordset(p_tables[9]::json) AS t (i integer, id uuid, name text, id_number_enc bytea, id_number_bidx bytea,
        phone_enc bytea, phone_bidx bytea, address_enc bytea, birth_date date, gender text, profile jsonb, created_at timestamptz, created_by text)
      WHERE t.i = ANY (items)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, id_number_enc = coalesce(excluded.id_number_enc, p.id_number_enc),
        id_number_bidx = coalesce(excluded.id_number_bidx, p.id_number_bidx), phone_enc = coalesce(excluded.phone_enc, p.phone_enc),
        phone_bidx = coalesce(excluded.phone_bidx, p.phone_bidx), address_enc = coalesce(excluded.address_enc, p.address_enc),
        birth_date = coalesce(excluded.birth_date, p.birth_date), gender = coalesce(excluded.gender, p.gender),
        profile = p.profile || excluded.profile
        WHERE excluded.created_by IN (p.id::text, p.created_by, 'system');
  END IF;
  IF p_tables[10] IS NOT NULL THEN -- materials
    -- A file that was uploaded with a draft moves to the case; one that belongs to a case stays there.
    INSERT INTO fatong.material AS m (id, case_id, draft_id, sha256, kind, name, added_by_kind, added_by_id, added_at)
      SELECT t.id, t.case_id, NULL, t.sha256, t.kind, t.name, t.added_by_kind, t.added_by_id, t.added_at
      FROM json_to_recordset(p_tables[10]::json) AS t (i integer, id uuid, case_id uuid, sha256 text, kind text, name text,
        added_by_kind text, added_by_id text, added_at timestamptz)
      WHERE t.i = ANY (items)
      ON CONFLICT (id) DO UPDATE SET case_id = excluded.case_id, draft_id = NULL, kind = excluded.kind, name = excluded.name
        WHERE m.case_id IS NULL AND m.sha256 = excluded.sha256;
  END IF;
  IF p_tables[11] IS NOT NULL THEN -- drafts
    -- What was written in a draft is written once; what is left of it is personal data nobody needs any more.
    drafts := ARRAY(SELECT t.id FROM json_to_recordset(p_tables[11]::json) AS t (i integer, id uuid) WHERE t.i = ANY (items));
    DELETE FROM fatong.draft d WHERE d.id = ANY (drafts);
    GET DIAGNOSTICS ended = ROW_COUNT;
    IF ended < cardinality(drafts) THEN RAISE EXCEPTION 'the draft has ended before' USING ERRCODE = 'FT001'; END IF;
    DELETE FROM fatong.material m WHERE m.draft_id = ANY (drafts) AND m.case_id IS NULL;
  END IF;
END $$;
