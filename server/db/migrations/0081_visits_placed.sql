-- Hand-written: a visit that is moved takes its new time now, not when it was booked. `placed_at`: since when it has the time it has;
-- who had a time first keeps it, and messages about an earlier time are known by it. `rung_at`: when staff were last asked to ring about
-- this time, so that two processes do not both ask.
ALTER TABLE fatong.appointment ADD COLUMN placed_at timestamptz(3), ADD COLUMN rung_at timestamptz(3);
UPDATE fatong.appointment SET placed_at = booked_at;
ALTER TABLE fatong.appointment ALTER COLUMN placed_at SET NOT NULL;
