-- Notices: the note of a retraction or merge, written by one person and let out by another.

CREATE FUNCTION write_notices(notices jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  UPDATE notices n SET status = (d ->> 'status')::notice_status, decided_by_id = (d ->> 'by')::uuid, decided_at = (d ->> 'at')::timestamptz
  FROM jsonb_array_elements(notices -> 'decided') d WHERE n.digest = decode(d ->> 'digest', 'hex');
  INSERT INTO notices (digest, claim_id, mark, revision, document, proposed_by_id, proposed_at)
  SELECT decode(a ->> 'digest', 'hex'), (a ->> 'claim')::uuid, (a ->> 'mark')::public_mark, (a ->> 'revision')::int, a ->> 'document',
    (a ->> 'by')::uuid, (a ->> 'at')::timestamptz
  FROM jsonb_array_elements(notices -> 'added') a;
END $$;

-- Decided on once, and by an active editor; what nobody but its writer has seen is not let out.
CREATE FUNCTION check_decision_on_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'proposed' OR (NEW.digest, NEW.claim_id, NEW.mark, NEW.revision, NEW.document, NEW.proposed_by_id, NEW.proposed_at)
      IS DISTINCT FROM (OLD.digest, OLD.claim_id, OLD.mark, OLD.revision, OLD.document, OLD.proposed_by_id, OLD.proposed_at) THEN
    RAISE EXCEPTION 'a notice is decided on once, and never rewritten'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'notices_stay', TABLE = 'notices';
  END IF;
  PERFORM FROM members WHERE id = NEW.decided_by_id AND role = 'editor' AND active FOR SHARE;
  IF NOT FOUND OR NEW.status = 'approved' AND person_of(NEW.decided_by_id) = person_of(NEW.proposed_by_id) THEN
    RAISE EXCEPTION 'a notice is approved by another editor than its writer: constraint "notices_two_persons"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'notices_two_persons', TABLE = 'notices';
  END IF;
  -- Of one whose words were erased nothing is public. No index knows of words; the claim is locked, so no two are let out at once.
  IF NEW.status = 'approved' THEN
    PERFORM FROM claims WHERE id = NEW.claim_id FOR NO KEY UPDATE;
    IF public_notice(NEW.claim_id, NEW.revision) IS NOT NULL THEN
      RAISE EXCEPTION 'one notice is public about a revision: constraint "notices_one_public"'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'notices_one_public', TABLE = 'notices';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notices_two_persons BEFORE UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION check_decision_on_notice();

CREATE FUNCTION refuse_decided_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a notice is proposed before it is decided on'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'notices_begin_proposed', TABLE = 'notices';
END $$;
CREATE TRIGGER notices_begin_proposed BEFORE INSERT ON notices
  FOR EACH ROW WHEN (NEW.status <> 'proposed' OR NEW.decided_by_id IS NOT NULL) EXECUTE FUNCTION refuse_decided_notice();

-- The words of the notice that is public about this revision of a claim; null where none is, or they were erased.
CREATE FUNCTION public_notice(claim uuid, taken_back int) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT c.value #>> '{}' FROM notices n JOIN contents c ON c.seal = decode(n.document::jsonb #>> '{note,sealed}', 'hex')
  WHERE n.claim_id = claim AND n.revision = taken_back AND n.status = 'approved'
$$;

-- Whether any of these seals is one of words that stand in a revision of a claim, or in the notice about it.
CREATE FUNCTION is_in_public(seals jsonb, claim uuid, of_revision int) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (
      SELECT e.document FROM editions e WHERE e.claim_id = claim AND e.revision = of_revision
      UNION ALL SELECT n.document FROM notices n WHERE n.claim_id = claim AND n.revision = of_revision AND n.status = 'approved') public,
      jsonb_path_query(public.document::jsonb, 'strict $.**.sealed') named
    WHERE seals ? (named #>> '{}'))
$$;
