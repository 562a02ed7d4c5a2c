-- Hand-written: the law library. Texts are versions: one is never overwritten by another, and what no longer binds is kept and marked.
CREATE TABLE fatong.law_text (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  full_name text NOT NULL,
  kind text NOT NULL,
  category text NOT NULL,
  version_date date,
  in_force_from date,
  in_force_until date,
  preamble text,
  content_hash text NOT NULL,
  articles integer NOT NULL,
  run_id uuid NOT NULL
);
CREATE INDEX law_text_name ON fatong.law_text (name text_pattern_ops);
CREATE TABLE fatong.law_article (
  text_id uuid NOT NULL REFERENCES fatong.law_text (id) ON DELETE CASCADE,
  number text NOT NULL,
  place integer NOT NULL,
  label text NOT NULL,
  path text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (text_id, number)
);
-- Typical cases (典型案例): drafts until somebody has looked at them.
CREATE TABLE fatong.typical_case (
  id uuid PRIMARY KEY,
  title text NOT NULL UNIQUE,
  topic text NOT NULL,
  body text NOT NULL,
  result text,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  changed_by text NOT NULL,
  changed_at timestamptz(3) NOT NULL
);
CREATE TABLE fatong.library_import (
  id uuid PRIMARY KEY,
  source text NOT NULL,
  started_by text NOT NULL,
  started_at timestamptz(3) NOT NULL,
  finished_at timestamptz(3),
  state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  report jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX library_import_started ON fatong.library_import (started_at);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['law_text', 'law_article', 'typical_case', 'library_import'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.%I TO fatong_app', t);
    EXECUTE format('ALTER TABLE fatong.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON fatong.%I TO fatong_app USING ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_administers()))', t || '_kept', t);
  END LOOP;
  -- The law is everybody's.
  CREATE POLICY law_text_seen ON fatong.law_text FOR SELECT TO fatong_app USING (true);
  CREATE POLICY law_article_seen ON fatong.law_article FOR SELECT TO fatong_app USING (true);
  CREATE POLICY typical_case_seen ON fatong.typical_case FOR SELECT TO fatong_app USING (state = 'published' OR (SELECT fatong.ctx_kind()) = 'staff');
  CREATE POLICY library_import_seen ON fatong.library_import FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_kind()) = 'staff');
  CREATE POLICY typical_case_reviewed ON fatong.typical_case FOR UPDATE TO fatong_app
    USING ((SELECT fatong.ctx_kind()) = 'staff' AND (SELECT fatong.ctx_roles()) && ARRAY['approver', 'director', 'bureauOfficer']);
END $$;
