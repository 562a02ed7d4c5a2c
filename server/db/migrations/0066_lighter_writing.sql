-- Hand-written: less work for each command.

-- Conflicts of interest (see 0001). When one provider was chosen (`p_beside`), only cases in which they or their firm ever
-- acted are looked up and sent; null: all of them. Parties are found through their three indexes at once.
DROP FUNCTION fatong.party_records(text[], bytea[], text[]);
CREATE FUNCTION fatong.party_records(p_names text[], p_id_bidxs bytea[], p_credit_codes text[], p_beside uuid)
  RETURNS TABLE (case_id uuid, case_number text, case_status text, side text, matched text, lawyer_ids uuid[], firm_ids uuid[],
    submitted_at timestamptz, matched_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE firm uuid;
BEGIN
  IF NOT (fatong.ctx_kind() = 'system' OR (fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['assigner', 'approver', 'director'])) THEN
    RETURN;
  END IF;
  IF p_beside IS NOT NULL THEN firm := (SELECT s.org_id FROM fatong.staff s WHERE s.id = p_beside); END IF;
  RETURN QUERY SELECT c.id, c.number, c.status, p.side,
    CASE WHEN p.id_bidx = ANY (p_id_bidxs) THEN 'idNumber' WHEN p.credit_code = ANY (p_credit_codes) THEN 'creditCode' ELSE 'name' END,
    ARRAY(SELECT r.lawyer_id FROM fatong.representation r WHERE r.case_id = c.id),
    ARRAY(SELECT r.firm_id FROM fatong.representation r WHERE r.case_id = c.id), c.submitted_at,
    CASE WHEN p.name_normalised = ANY (p_names) THEN p.name_normalised END
  FROM fatong.party p JOIN fatong.case_file c ON c.id = p.case_id
  WHERE (p.name_normalised = ANY (p_names) OR p.id_bidx = ANY (p_id_bidxs) OR p.credit_code = ANY (p_credit_codes))
    AND (p_beside IS NULL OR EXISTS (SELECT 1 FROM fatong.representation r
      WHERE r.case_id = p.case_id AND (r.lawyer_id = p_beside OR r.firm_id = firm) OFFSET 0))
  LIMIT 500;
END $$;
REVOKE ALL ON FUNCTION fatong.party_records(text[], bytea[], text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.party_records(text[], bytea[], text[], uuid) TO fatong_app;

-- The same commit as in 0002, called with plainer arguments.
DROP FUNCTION fatong.commit_batch(text[], text[], text[], text);
-- One call, many write sets. First all together; if any of them cannot be written, each by itself, so that one bad item
-- never spoils the others. Answers one outcome an item: ok, versionConflict, alreadyDone, keyReused, forbidden or failed.
-- What stood in arrays is parted by the record separator, which JSON text never contains; nothing stands for null. Inside
-- array literals every quote of the JSON would be escaped on one side and taken apart on the other. `p_texts` are the
-- stored JSON values.
-- Every statement in here is a look-up by key: without the settings, a plan made while a table was empty would scan it
-- long after it has filled.
CREATE FUNCTION fatong.commit_batch(p_callers text[], p_cases text, p_tables text, p_texts text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off
  SET enable_mergejoin = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  cases text[] := string_to_array(p_cases, E'\x1e', ''); tables text[] := string_to_array(p_tables, E'\x1e', '');
  texts text[] := string_to_array(p_texts, E'\x1e'); keys json := tables[2]::json; wanted integer[] := '{}';
  known jsonb := '[]'; results jsonb; n integer; answer jsonb; code text; message text; place text;
BEGIN
  IF keys IS NOT NULL THEN known := fatong.answered_before(keys, NULL); END IF;
  FOR n IN 0 .. cardinality(p_callers) - 1 LOOP
    IF known = '[]' OR NOT known @> jsonb_build_array(jsonb_build_object('i', n)) THEN wanted := wanted || n; END IF;
  END LOOP;
  IF wanted = '{}' THEN RETURN known; END IF;
  BEGIN
    RETURN known || fatong.commit_items(p_callers, cases, tables, texts, wanted);
  EXCEPTION WHEN OTHERS THEN
    results := known; -- each by itself, below
  END;
  FOREACH n IN ARRAY wanted LOOP
    BEGIN
      answer := fatong.commit_items(p_callers, cases, tables, texts, ARRAY[n]) -> 0;
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
REVOKE ALL ON FUNCTION fatong.commit_batch(text[], text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.commit_batch(text[], text, text, text) TO fatong_app;

-- Nothing looks for representations by firm: they are read by case, and by lawyer.
DROP INDEX fatong.representation_firm;
