-- Conflicts of interest (see 0001, 0066): when a case ended, not when it was filed, is what a firm's memory of its clients is
-- counted from (CF-9). It ended for the provider with the last one who acted, or, where somebody acted to the end, when the
-- case was put away.
DROP FUNCTION fatong.party_records(text[], bytea[], text[], uuid);
CREATE FUNCTION fatong.party_records(p_names text[], p_id_bidxs bytea[], p_credit_codes text[], p_beside uuid)
  RETURNS TABLE (case_id uuid, case_number text, case_status text, side text, matched text, lawyer_ids uuid[], firm_ids uuid[],
    ended_at timestamptz, matched_name text)
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
    ARRAY(SELECT r.firm_id FROM fatong.representation r WHERE r.case_id = c.id),
    CASE WHEN c.status IN ('transferred', 'withdrawn', 'archived') THEN
      (SELECT CASE WHEN bool_or(r.until IS NULL) THEN c.updated_at ELSE max(r.until) END FROM fatong.representation r WHERE r.case_id = c.id) END,
    CASE WHEN p.name_normalised = ANY (p_names) THEN p.name_normalised END
  FROM fatong.party p JOIN fatong.case_file c ON c.id = p.case_id
  WHERE (p.name_normalised = ANY (p_names) OR p.id_bidx = ANY (p_id_bidxs) OR p.credit_code = ANY (p_credit_codes))
    AND (p_beside IS NULL OR EXISTS (SELECT 1 FROM fatong.representation r
      WHERE r.case_id = p.case_id AND (r.lawyer_id = p_beside OR r.firm_id = firm) OFFSET 0))
  LIMIT 500;
END $$;
REVOKE ALL ON FUNCTION fatong.party_records(text[], bytea[], text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.party_records(text[], bytea[], text[], uuid) TO fatong_app;
