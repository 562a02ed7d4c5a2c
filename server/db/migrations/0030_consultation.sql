-- Hand-written: consultations, what was asked in them, questions for a person, flags, and pairs to learn from.

-- One conversation. Everything said stands sealed; whoever holds the secret goes on with it.
CREATE TABLE fatong.consultation_session (
  id uuid PRIMARY KEY,
  secret_hash bytea NOT NULL,
  person_id uuid,
  data_enc bytea NOT NULL,
  version integer NOT NULL,
  channel text NOT NULL,
  -- May what was asked here, without personal data, be used to make the search better?
  learns boolean NOT NULL DEFAULT false,
  code_hash bytea,
  code_until timestamptz(3),
  draft_id uuid,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE UNIQUE INDEX consultation_session_code ON fatong.consultation_session (code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX consultation_session_expires ON fatong.consultation_session (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.consultation_session TO fatong_app;
ALTER TABLE fatong.consultation_session ENABLE ROW LEVEL SECURITY;
-- Opened by its secret, which the service checks, as with drafts.
CREATE POLICY consultation_session_system ON fatong.consultation_session TO fatong_app USING ((SELECT fatong.ctx_system()));

-- What was asked and what was found, for the quality of answers. `masked` holds no personal data; the words themselves are sealed
-- and go when the session goes.
CREATE TABLE fatong.consultation_turn (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  question_enc bytea,
  masked text NOT NULL,
  kind text NOT NULL,
  topic text,
  confidence real NOT NULL,
  guide text,
  sources text[] NOT NULL,
  emergencies text[] NOT NULL,
  helpful boolean
);
CREATE INDEX consultation_turn_at ON fatong.consultation_turn (at);
CREATE INDEX consultation_turn_session ON fatong.consultation_turn (session_id);
CREATE INDEX consultation_turn_without_source ON fatong.consultation_turn (at) WHERE kind = 'noSource';
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.consultation_turn TO fatong_app;
ALTER TABLE fatong.consultation_turn ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_turn_system ON fatong.consultation_turn TO fatong_app USING ((SELECT fatong.ctx_system()));
CREATE FUNCTION fatong.ctx_answers_quality() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['clerk', 'approver', 'director', 'qualityOfficer', 'bureauOfficer'] $$;
CREATE POLICY consultation_turn_reviewed ON fatong.consultation_turn FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_answers_quality()));

-- A question that a person answers (问题单). The thread of question and answers is sealed.
CREATE TABLE fatong.question_ticket (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  person_id uuid NOT NULL,
  session_id uuid,
  topic text NOT NULL,
  urgent boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'taken', 'answered', 'closed')),
  masked text NOT NULL,
  thread_enc bytea NOT NULL,
  learns boolean NOT NULL,
  version integer NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  pledge_at timestamptz(3) NOT NULL,
  taken_by uuid,
  taken_by_name text,
  taken_at timestamptz(3),
  answered_at timestamptz(3),
  rating integer CHECK (rating BETWEEN 1 AND 5),
  updated_at timestamptz(3) NOT NULL,
  CHECK (state <> 'taken' OR taken_by IS NOT NULL)
);
CREATE INDEX question_ticket_waiting ON fatong.question_ticket (pledge_at) WHERE state IN ('open', 'taken');
CREATE INDEX question_ticket_person ON fatong.question_ticket (person_id, opened_at);
CREATE INDEX question_ticket_taken ON fatong.question_ticket (taken_by, updated_at) WHERE taken_by IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.question_ticket TO fatong_app;
ALTER TABLE fatong.question_ticket ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION fatong.ctx_on_duty() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['lawyer', 'grassrootsLegalWorker', 'clerk', 'director'] $$;
CREATE POLICY question_ticket_own ON fatong.question_ticket TO fatong_app USING ((SELECT fatong.ctx_system()) OR person_id = (SELECT fatong.ctx_citizen()));
CREATE POLICY question_ticket_on_duty ON fatong.question_ticket FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_on_duty()));
-- What somebody took is theirs until they give it back; a director may move it on.
CREATE POLICY question_ticket_answered ON fatong.question_ticket FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_on_duty()) AND (taken_by IS NULL OR taken_by = (SELECT fatong.ctx_staff()) OR (SELECT fatong.ctx_roles()) && ARRAY['director']))
  WITH CHECK ((SELECT fatong.ctx_on_duty()));
CREATE POLICY question_ticket_kept ON fatong.question_ticket AS RESTRICTIVE FOR DELETE TO fatong_app USING ((SELECT fatong.ctx_system()));

-- What happened to it, without what was said.
CREATE TABLE fatong.question_ticket_event (
  ticket_id uuid NOT NULL REFERENCES fatong.question_ticket (id) ON DELETE CASCADE,
  version integer NOT NULL,
  type text NOT NULL CHECK (type IN ('opened', 'taken', 'released', 'answered', 'returned', 'rated', 'flagged', 'closed')),
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  data jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (ticket_id, version)
);
CREATE TRIGGER question_ticket_event_append_only BEFORE UPDATE ON fatong.question_ticket_event
  FOR EACH STATEMENT EXECUTE FUNCTION fatong.refuse_rewriting();
GRANT SELECT, INSERT ON fatong.question_ticket_event TO fatong_app;
ALTER TABLE fatong.question_ticket_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY question_ticket_event_of_ticket ON fatong.question_ticket_event TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR EXISTS (SELECT 1 FROM fatong.question_ticket t WHERE t.id = ticket_id OFFSET 0));

-- Anybody may say that an answer is wrong (答错了).
CREATE TABLE fatong.answer_flag (
  id uuid PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('turn', 'guide', 'article', 'case', 'ticket')),
  subject text NOT NULL,
  reason text NOT NULL,
  note text NOT NULL,
  by_kind text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled')),
  outcome text CHECK (outcome IN ('corrected', 'right', 'unclear')),
  settled_note text,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamptz(3),
  CHECK ((state = 'settled') = (settled_at IS NOT NULL))
);
CREATE INDEX answer_flag_open ON fatong.answer_flag (at) WHERE state = 'open';
GRANT SELECT, INSERT, DELETE, UPDATE (state, outcome, settled_note, settled_by, settled_by_name, settled_at) ON fatong.answer_flag TO fatong_app;
ALTER TABLE fatong.answer_flag ENABLE ROW LEVEL SECURITY;
CREATE POLICY answer_flag_system ON fatong.answer_flag TO fatong_app USING ((SELECT fatong.ctx_system()));
CREATE POLICY answer_flag_seen ON fatong.answer_flag FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_answers_quality()));
CREATE POLICY answer_flag_settled ON fatong.answer_flag FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_answers_quality()) AND state = 'open') WITH CHECK (settled_by = (SELECT fatong.ctx_staff()));

-- Question and article that belong together, from people who agreed; never with personal data.
CREATE TABLE fatong.labelled_pair (
  id uuid PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  question text NOT NULL,
  article_key text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('lawyer', 'click')),
  UNIQUE (question, article_key, origin)
);
GRANT SELECT, INSERT, DELETE ON fatong.labelled_pair TO fatong_app;
ALTER TABLE fatong.labelled_pair ENABLE ROW LEVEL SECURITY;
CREATE POLICY labelled_pair_system ON fatong.labelled_pair TO fatong_app USING ((SELECT fatong.ctx_system()));
