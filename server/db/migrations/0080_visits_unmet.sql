-- Hand-written: a visit that stands may lose whoever was to receive it. `unmet_at`: since when staff know that nobody does (null while
-- somebody does), so that each time it happens is told once; `reminded_at`: when the visitor was reminded, so that the second look
-- two hours before says nothing twice.
ALTER TABLE fatong.appointment ADD COLUMN unmet_at timestamptz(3), ADD COLUMN reminded_at timestamptz(3);
-- All that are still to come are looked at every minute.
CREATE INDEX appointment_standing ON fatong.appointment (day) WHERE state = 'booked';
