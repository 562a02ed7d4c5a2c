-- Hand-written: a file uploaded to a case is part of it only once a step names it. Until then whoever sent it may take it back:
-- `taken_back_at`. The row stays, because a step that names it may be on its way at the same moment.
ALTER TABLE fatong.material ADD COLUMN taken_back_at timestamptz(3);
