-- Hand-written: attempts on accounts, phones and addresses, counted under a keyed hash. Only the service's own bookkeeping
-- reads it.
CREATE TABLE fatong.attempt (
  key bytea PRIMARY KEY,
  tried integer NOT NULL,
  shut_until timestamptz(3),
  last_at timestamptz(3) NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX attempt_last_at ON fatong.attempt (last_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.attempt TO fatong_app;
ALTER TABLE fatong.attempt ENABLE ROW LEVEL SECURITY;
CREATE POLICY attempt_system ON fatong.attempt TO fatong_app USING ((SELECT fatong.ctx_system()));
