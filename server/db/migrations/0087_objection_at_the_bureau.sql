-- Hand-written: an objection brought to the bureau, in writing or by word of mouth, is put down there (法律援助法 49): it is the
-- bureau that answers it. What somebody may write into the history of a case that is in reach.
CREATE OR REPLACE FUNCTION fatong.may_add_event(p_access jsonb, type text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  CASE p_access ->> 0
    WHEN 'system' THEN RETURN true;
    WHEN 'citizen' THEN RETURN type = ANY ('{applicationSubmitted,materialsSupplied,materialsAdded,formalitiesCompleted,applicationWithdrawn,objectionFiled,replacementRequested,terminationGroundReported,messageLeft}'::text[]);
    WHEN 'staff' THEN
      RETURN coalesce(nullif(p_access ->> 3, ''), '{}')::text[] && '{clerk,reviewer,approver,assigner,director,stationStaff,fileReviewer,qualityOfficer,archivist}'::text[]
        OR type = ANY ('{applicationSubmitted,materialsSupplied,materialsAdded,formalitiesCompleted,assignmentAccepted,assignmentDeclined,engagementRecorded,workStarted,progressReported,terminationGroundReported,replacementRequested,caseConcluded,fileSubmitted,objectionFiled,objectionDecided,messageLeft}'::text[]);
    ELSE RETURN false;
  END CASE;
END $$;
