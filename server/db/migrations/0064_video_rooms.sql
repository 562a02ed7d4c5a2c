-- Hand-written: a room for each appointment and each matter handed over; its name has 122 random bits, so that nobody comes in by guessing.
ALTER TABLE fatong.appointment
  ADD COLUMN room text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  ADD COLUMN video_url text;
ALTER TABLE fatong.handover
  ADD COLUMN room text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', ''),
  ADD COLUMN meet_at timestamptz(3);
