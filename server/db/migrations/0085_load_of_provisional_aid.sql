-- Who works under provisional aid has the case in hand as much as after the decision (法律援助法 44): it counts in the open load.
DROP INDEX fatong.case_file_in_hand;
CREATE INDEX case_file_in_hand ON fatong.case_file (lawyer_id)
  WHERE status IN ('assigned', 'engaged', 'inProgress', 'reassigning', 'provisional') AND lawyer_id IS NOT NULL;
