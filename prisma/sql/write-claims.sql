-- New claims, written in one statement of the client: see src/workflow/write-claims.repository.ts.

-- Writes new claims with all that belongs to them, in their order; of a claim whose ref, external id or place is taken, nothing.
-- `words`: the values of the seals in the events, with their salts. `step`: of a write that may be sent again, or null; where another
-- request is at it, nothing is written and `free` is false. `alike`: of a single claim, those that may be the same.
CREATE FUNCTION write_claims(new_claims jsonb, chain jsonb, norms jsonb, happened jsonb, words jsonb, step jsonb,
  OUT free boolean, OUT ids uuid[], OUT alike jsonb) LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  all_new boolean;
BEGIN
  ids := '{}';
  free := step IS NULL OR pg_try_advisory_xact_lock((step ->> 'lock')::bigint);
  IF NOT free THEN RETURN; END IF;

  WITH written AS (
    INSERT INTO claims (id, ref, external_id, entered_digest, article_version_id, kind, secondary_kinds, language, quote_exact,
      quote_prefix, quote_suffix, quote_start, quote_end, folded, word_forms, glosses, folded_glosses, gloss_forms, modality, statement_date, date_basis,
      topics, priority, worthiness, fidelity_note, leads, test, version, created_at, updated_at)
    SELECT c.id, c.ref, c."externalId", decode(c.digest, 'hex'), c."articleVersion", c.kind, c."secondaryKinds", c.language, c.exact,
      c.prefix, c.suffix, c.start, c."end", c.folded, c."wordForms", c.glosses, c."foldedGlosses", c."glossForms", c.modality, c."statementDate", c."dateBasis",
      c.topics, c.priority, c.worthiness, c."fidelityNote", c.leads, c.test, c.version, c.at, c.at
    FROM jsonb_to_recordset(new_claims) AS c (id uuid, ref text, "externalId" text, digest text, "articleVersion" uuid,
      kind claim_kind, "secondaryKinds" claim_kind[], language text, exact text, prefix text, suffix text, start int, "end" int,
      folded text, "wordForms" text[], glosses jsonb, "foldedGlosses" text, "glossForms" text[], modality text, "statementDate" text, "dateBasis" text, topics text[],
      priority priority, worthiness text, "fidelityNote" text, leads text[], test boolean, version int, at timestamptz)
    ON CONFLICT DO NOTHING
    RETURNING id
  )
  SELECT coalesce(array_agg(id), '{}') INTO ids FROM written;
  IF ids = '{}' THEN RETURN; END IF;
  all_new := cardinality(ids) = jsonb_array_length(new_claims);

  INSERT INTO attributions (id, claim_id, parent_id, position, source_id, label, verb, mode, anonymous, date, note)
  SELECT a.id, a.claim, a.parent, a.position, a.source, a.label, a.verb, a.mode, a.anonymous, a.date, a.note
  FROM jsonb_to_recordset(chain) AS a (id uuid, claim uuid, parent uuid, position int, source uuid, label text, verb text,
    mode attribution_mode, anonymous boolean, date text, note text)
  WHERE all_new OR a.claim IN (SELECT unnest(ids));

  IF norms <> '[]' THEN
    INSERT INTO claim_provisions (id, claim_id, instrument_id, provision_id, note)
    SELECT p.id, p.claim, p.instrument, p.provision, p.note
    FROM jsonb_to_recordset(norms) AS p (id uuid, claim uuid, instrument uuid, provision uuid, note text)
    WHERE all_new OR p.claim IN (SELECT unnest(ids));
  END IF;

  INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, key_id, data, at, prev_hash, hash, mac)
  SELECT e.id, e.type, 'claim', e.claim, e.claim, e.ordinal, e.actor, e.key, e.data, e.at, decode(e."prevHash", 'hex'),
    decode(e.hash, 'hex'), decode(e.mac, 'hex')
  FROM ROWS FROM (jsonb_to_recordset(happened) AS (id uuid, type text, claim uuid, ordinal int, actor uuid, key uuid, data jsonb,
    at timestamptz, "prevHash" text, hash text, mac text)) WITH ORDINALITY AS e
  WHERE all_new OR e.claim IN (SELECT unnest(ids))
  ORDER BY e.ordinality;

  IF words <> '[]' THEN
    INSERT INTO contents (seal, salt, kind, subject_id, value)
    SELECT decode(c.seal, 'hex'), decode(c.salt, 'hex'), c.kind, c.subject, c.value
    FROM jsonb_to_recordset(words) AS c (seal text, salt text, kind text_kind, subject uuid, claim uuid, value jsonb)
    WHERE all_new OR c.claim IN (SELECT unnest(ids));
  END IF;

  IF step IS NOT NULL THEN
    INSERT INTO safe_writes (id, step, key_id, operation, fingerprint, result)
    SELECT decode(s.id, 'hex'), s.number, s.key, s.operation, decode(s.fingerprint, 'hex'), s.result
    FROM jsonb_to_record(write_claims.step) AS s (id text, number int, key uuid, operation text, fingerprint text, result text);
  END IF;

  -- In a statement of its own: the keys of the new claim are there by now.
  IF jsonb_array_length(new_claims) = 1 THEN alike := claim_twins(ids[1]); END IF;
END $$;
