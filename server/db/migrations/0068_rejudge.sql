-- What is due of a case and its light, judged anew after a calendar or office hours changed. Only for timed work, only at the
-- version that was judged; a case somebody is writing is left to that commit.
CREATE FUNCTION fatong.rejudge(p_cases jsonb) RETURNS SETOF uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH wanted AS (
    SELECT c.id, t.light, t.due_target, t.due_statutory, t.next_due
    FROM jsonb_to_recordset(p_cases) AS t (id uuid, version integer, light text, due_target timestamptz(3), due_statutory date, next_due timestamptz(3))
      JOIN fatong.case_file c ON c.id = t.id AND c.version = t.version
        AND (c.light, c.due_target, c.due_statutory, c.next_due) IS DISTINCT FROM (t.light, t.due_target, t.due_statutory, t.next_due)
    WHERE fatong.ctx_system() ORDER BY c.id FOR NO KEY UPDATE OF c SKIP LOCKED
  )
  UPDATE fatong.case_file c SET light = w.light, due_target = w.due_target, due_statutory = w.due_statutory, next_due = w.next_due
    FROM wanted w WHERE c.id = w.id RETURNING c.id $$;
REVOKE ALL ON FUNCTION fatong.rejudge(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fatong.rejudge(jsonb) TO fatong_app;
