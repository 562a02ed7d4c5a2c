-- Hand-written: agencies that the bureau of a centre manages (managed_by) stand beside that centre as those do that belong to it.
-- Otherwise as 0074. Kept the same in server/actions/network/reception.ts.
CREATE OR REPLACE FUNCTION fatong.ctx_reception_places() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['clerk', 'director', 'stationStaff', 'legalLiaison']
    THEN fatong.ctx_places() || ARRAY(
      SELECT p.id FROM fatong.place c JOIN fatong.place p
        ON p.id = c.parent_id OR ((p.parent_id = c.parent_id OR p.managed_by = c.parent_id) AND p.kind IN ('procuratorate', 'mediation', 'firm', 'grassrootsOffice', 'laborInspection', 'laborArbitration', 'court'))
        WHERE c.kind = 'center' AND c.id = ANY (fatong.ctx_places()))
    ELSE '{}' END $$;
