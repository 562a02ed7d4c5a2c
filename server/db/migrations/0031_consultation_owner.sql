-- Hand-written: consultations of somebody who was signed in are found again under their account.
CREATE INDEX consultation_session_person ON fatong.consultation_session (person_id, updated_at) WHERE person_id IS NOT NULL;
