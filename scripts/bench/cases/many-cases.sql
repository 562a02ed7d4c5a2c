-- Fills a database with cases of earlier years and of these weeks, each a copy of one that went through the service, under
-- names, numbers and days of its own. Histories are chained as the service chains them. Placeholders: see many-cases.ts.

CREATE TEMP TABLE copied AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS person,
    (SELECT ($2::text[])[1 + n * 7 % cardinality($2::text[])]) AS name, ($3::text[])[1 + n % cardinality($3::text[])] AS company,
    CASE n % 50 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 3 WHEN 3 THEN 4 WHEN 4 THEN 4 ELSE 5 END AS stage,
    ($4::uuid[])[1 + n % cardinality($4::uuid[])] AS lawyer, ($5::uuid[])[1 + n % cardinality($5::uuid[])] AS firm,
    p.id AS place, extract(year FROM now())::int - 1 - n % 5 AS year, (n - 1) / 5 + 1 AS serial,
    date_trunc('milliseconds', CASE WHEN n % 50 < 5 THEN now() - random() * interval '30 days' ELSE now() - interval '31 days' - random() * interval '5 years' END) AS at
  FROM generate_series(1, $1::int) n
  JOIN (SELECT id, row_number() OVER () - 1 AS nth, count(*) OVER () AS size FROM fatong.place WHERE kind IN ('center', 'station', 'office')) p ON p.nth = n % p.size;
--> next
ALTER TABLE copied ADD COLUMN number text;
--> next
UPDATE copied SET number = 'LX' || year || lpad(serial::text, greatest(5, length(serial::text)), '0');
--> next
-- What is copied, by how far the case had come: stages 1 to 4; 5 is the last one, archived.
CREATE TEMP TABLE pattern AS
  SELECT t.stage, c.*, (SELECT p.name FROM fatong.party p WHERE p.case_id = c.id AND p.side = 'opponent' LIMIT 1) AS company
  FROM (SELECT stage, ($1::uuid[])[least(stage, 4)] AS id FROM generate_series(1, 5) stage) t JOIN fatong.case_file c ON c.id = t.id;
--> next
CREATE FUNCTION pg_temp.retold(told text, p pattern, c copied) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT replace(replace(replace(replace(replace(told, p.id::text, c.id::text), p.applicant_id::text, c.person::text), p.number, c.number),
    p.applicant_name, c.name), p.company, c.company) $$;
--> next
CREATE FUNCTION pg_temp.history_of(p pattern, c copied) RETURNS TABLE (version integer, type text, data text, meta text, prev bytea, hash bytea)
  LANGUAGE plpgsql AS $$
BEGIN
  hash := sha256(convert_to(c.id::text, 'UTF8'));
  FOR version, type, data, meta IN SELECT e.version, e.type, e.data::text, e.meta::text FROM fatong.event e WHERE e.stream_id = p.id ORDER BY e.version LOOP
    data := pg_temp.retold(data, p, c);
    meta := pg_temp.retold(meta, p, c);
    prev := hash;
    hash := fatong.event_hash(prev, c.id, version, type, data, meta, c.at);
    RETURN NEXT;
  END LOOP;
END $$;
--> next
INSERT INTO fatong.event (stream_id, version, type, data, meta, at, prev_hash, hash)
  SELECT c.id, h.version, h.type, h.data::json, h.meta::json, c.at, h.prev, h.hash
  FROM copied c JOIN pattern p ON p.stage = c.stage, LATERAL pg_temp.history_of(p, c) h;
--> next
INSERT INTO fatong.person (id, name, id_number_enc, id_number_bidx, phone_enc, phone_bidx, address_enc, birth_date, gender, profile, created_at, created_by)
  SELECT c.person, c.name, s.id_number_enc, sha256(uuid_send(c.person)), s.phone_enc, sha256(uuid_send(c.person) || 'phone'), s.address_enc, s.birth_date, s.gender, s.profile, c.at, c.person::text
  FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.person s ON s.id = p.applicant_id;
--> next
INSERT INTO fatong.case_file (id, number, kind, status, matter, service_form, applicant_name, applicant_id, place_id, agency_id, lawyer_id, lawyer_name, firm_id,
    opponents, claim_fen, submitted_at, due_target, due_statutory, next_due, light, objection_open, updated_at, version, head_hash, steps, state)
  SELECT c.id, c.number, p.kind, CASE c.stage WHEN 5 THEN 'archived' ELSE p.status END, p.matter, p.service_form, c.name, c.person, c.place, p.agency_id,
    CASE WHEN p.lawyer_id IS NOT NULL THEN c.lawyer END, p.lawyer_name, CASE WHEN p.lawyer_id IS NOT NULL THEN c.firm END, c.company, p.claim_fen, c.at,
    CASE WHEN c.stage < 5 THEN c.at + interval '9 hours' END, CASE WHEN c.stage < 5 THEN c.at::date + 7 END,
    CASE WHEN c.stage < 5 THEN c.at + random() * interval '30 days' ELSE '9999-01-01' END, CASE WHEN c.stage < 5 THEN p.light ELSE 'off' END,
    false, c.at, p.version, h.hash, p.steps, CASE c.stage WHEN 5 THEN replace(r.state, '"status":"' || p.status, '"status":"archived') ELSE r.state END::json
  FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.event h ON h.stream_id = c.id AND h.version = p.version, LATERAL (SELECT pg_temp.retold(p.state::text, p, c) AS state) r;
--> next
INSERT INTO fatong.party (case_id, side, name, name_normalised, person_id, id_bidx, credit_code)
  SELECT c.id, s.side, v.name, v.name, CASE s.side WHEN 'applicant' THEN c.person END, CASE s.side WHEN 'applicant' THEN sha256(uuid_send(c.person)) END, NULL
  FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.party s ON s.case_id = p.id, LATERAL (SELECT CASE s.side WHEN 'applicant' THEN c.name ELSE c.company END AS name) v;
--> next
INSERT INTO fatong.step_done (case_id, agency_id, day, step, minutes, same_day, paused)
  SELECT c.id, s.agency_id, (c.at AT TIME ZONE 'Asia/Shanghai')::date, s.step, (random() * 400)::int, random() < 0.9, random() < 0.05
  FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.step_done s ON s.case_id = p.id;
--> next
INSERT INTO fatong.representation (case_id, lawyer_id, firm_id, since, until)
  SELECT c.id, c.lawyer, c.firm, c.at, CASE c.stage WHEN 5 THEN c.at + interval '90 days' END FROM copied c WHERE c.stage >= 4;
--> next
INSERT INTO fatong.document (id, case_id, kind, number, title, data, issued_at, verify_code)
  SELECT gen_random_uuid(), x.case_id, x.kind, x.given, x.title, replace(x.data, x.number, x.given)::json, x.at, replace(gen_random_uuid()::text, '-', '')
  FROM (
    SELECT d.*, CASE WHEN d.is_form THEN d.case_number
      ELSE regexp_replace(d.number, '〔\d+〕第\d+号', '〔' || d.year || '〕第' || lpad(d.serial, greatest(4, length(d.serial)), '0') || '号') END AS given
    FROM (
      SELECT c.id AS case_id, c.at, c.year, c.number AS case_number, s.kind, s.title, s.number, s.number = p.number AS is_form,
        pg_temp.retold(s.data::text, p, c) AS data, (row_number() OVER (PARTITION BY s.kind, c.year))::text AS serial
      FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.document s ON s.case_id = p.id
    ) d
  ) x;
--> next
INSERT INTO fatong.audit (at, actor_kind, actor_id, actor_name, actor_role, place_id, action, subject_kind, subject_id, case_id, fields, channel)
  SELECT c.at, s.actor_kind, CASE s.actor_kind WHEN 'citizen' THEN c.person::text ELSE s.actor_id END, s.actor_name, s.actor_role, s.place_id, s.action, s.subject_kind, c.id::text, c.id, s.fields, s.channel
  FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.audit s ON s.case_id = p.id;
--> next
-- The counters stand where the copies' numbers end.
INSERT INTO fatong.document_counter (agency_id, kind, year, last)
  SELECT p.agency_id, 'case', c.year, max(c.serial) FROM copied c JOIN pattern p ON p.stage = c.stage GROUP BY p.agency_id, c.year
  UNION ALL
  SELECT p.agency_id, s.kind, c.year, count(*) FROM copied c JOIN pattern p ON p.stage = c.stage JOIN fatong.document s ON s.case_id = p.id AND s.number <> p.number
    GROUP BY p.agency_id, s.kind, c.year;
