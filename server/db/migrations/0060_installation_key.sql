-- Under which key the sealed values of this database stand, so that a wrong one is refused at the start and not found out
-- when somebody's data cannot be read. `changing_from` is set while `npm run reencrypt` moves from that key to `key_id`.
-- Ids of keys are four bytes of a hash and say nothing of the keys. The served role has no business here.
CREATE TABLE fatong.installation_key (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  key_id bytea NOT NULL,
  changing_from bytea,
  since timestamptz NOT NULL DEFAULT now()
);
