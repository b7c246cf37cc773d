-- What is noted beside the docket of a claim, as part of a change: see write-change.sql. A chain replaces the one before.
CREATE FUNCTION write_noted(noted jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  DELETE FROM attributions WHERE claim_id IN (SELECT (n ->> 'claim_id')::uuid FROM jsonb_array_elements(noted -> 'attributions') n);
  INSERT INTO attributions SELECT * FROM jsonb_populate_recordset(NULL::attributions, noted -> 'attributions');
  INSERT INTO claim_provisions SELECT * FROM jsonb_populate_recordset(NULL::claim_provisions, noted -> 'norms');
  INSERT INTO evidence (id, claim_id, url, stance, note, created_at)
  SELECT r.id, r.claim_id, r.url, r.stance, r.note, r.created_at FROM jsonb_populate_recordset(NULL::evidence, noted -> 'evidence') r;
  INSERT INTO contacts SELECT * FROM jsonb_populate_recordset(NULL::contacts, noted -> 'contacts');
  UPDATE contacts t SET status = r.status, withdrawn_at = r.withdrawn_at
  FROM jsonb_populate_recordset(NULL::contacts, noted -> 'withdrawn') r WHERE t.id = r.id;
END $$;
