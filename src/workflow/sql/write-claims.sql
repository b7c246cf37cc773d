-- Writes new claims with all that belongs to them; of a claim whose ref, external id or place is taken, nothing.
--   $1 claims, $2 attributions, $3 provisions, $4 events, in their order;
--   $5 the step of a write that may be sent again, or null: while another request is at it, nothing is written;
--   $6 the words of the seals in the events.
WITH step AS MATERIALIZED (
  SELECT * FROM jsonb_to_record(coalesce($5::jsonb, '{}')) AS step (id text, number int, key uuid, operation text,
    fingerprint text, result text, lock bigint)
), free AS MATERIALIZED (
  SELECT id IS NULL OR pg_try_advisory_xact_lock(lock) AS free FROM step
), new_claims AS (
  INSERT INTO claims (id, ref, external_id, entered_digest, article_version_id, kind, secondary_kinds, language, quote_exact,
    quote_prefix, quote_suffix, quote_start, quote_end, folded, glosses, folded_glosses, modality, statement_date, date_basis,
    topics, priority, worthiness, fidelity_note, leads, test, version, created_at, updated_at)
  SELECT c.id, c.ref, c."externalId", decode(c.digest, 'hex'), c."articleVersion", c.kind, c."secondaryKinds", c.language, c.exact,
    c.prefix, c.suffix, c.start, c."end", c.folded, c.glosses, c."foldedGlosses", c.modality, c."statementDate", c."dateBasis",
    c.topics, c.priority, c.worthiness, c."fidelityNote", c.leads, c.test, c.version, c.at, c.at
  FROM free, jsonb_to_recordset($1::jsonb) AS c (id uuid, ref text, "externalId" text, digest text, "articleVersion" uuid,
    kind claim_kind, "secondaryKinds" claim_kind[], language text, exact text, prefix text, suffix text, start int, "end" int,
    folded text, glosses jsonb, "foldedGlosses" text, modality text, "statementDate" text, "dateBasis" text, topics text[],
    priority priority, worthiness text, "fidelityNote" text, leads text[], test boolean, version int, at timestamptz)
  WHERE free.free
  ON CONFLICT DO NOTHING
  RETURNING id
), new_attributions AS (
  INSERT INTO attributions (id, claim_id, parent_id, position, source_id, label, verb, mode, anonymous, date, note)
  SELECT a.id, a.claim, a.parent, a.position, a.source, a.label, a.verb, a.mode, a.anonymous, a.date, a.note
  FROM jsonb_to_recordset($2::jsonb) AS a (id uuid, claim uuid, parent uuid, position int, source uuid, label text, verb text,
    mode attribution_mode, anonymous boolean, date text, note text)
  WHERE a.claim IN (SELECT id FROM new_claims)
), new_provisions AS (
  INSERT INTO claim_provisions (id, claim_id, instrument_id, provision_id, note)
  SELECT p.id, p.claim, p.instrument, p.provision, p.note
  FROM jsonb_to_recordset($3::jsonb) AS p (id uuid, claim uuid, instrument uuid, provision uuid, note text)
  WHERE p.claim IN (SELECT id FROM new_claims)
), new_events AS (
  INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, key_id, data, at, prev_hash, hash)
  SELECT e.id, e.type, 'claim', e.claim, e.claim, e.ordinal, e.actor, e.key, e.data, e.at, decode(e."prevHash", 'hex'),
    decode(e.hash, 'hex')
  FROM ROWS FROM (jsonb_to_recordset($4::jsonb) AS (id uuid, type text, claim uuid, ordinal int, actor uuid, key uuid, data jsonb,
    at timestamptz, "prevHash" text, hash text)) WITH ORDINALITY AS e
  WHERE e.claim IN (SELECT id FROM new_claims)
  ORDER BY e.ordinality
), new_contents AS (
  INSERT INTO contents (seal, salt, kind, subject_id, value)
  SELECT decode(c.seal, 'hex'), decode(c.salt, 'hex'), c.kind, c.subject, c.value
  FROM jsonb_to_recordset($6::jsonb) AS c (seal text, salt text, kind text_kind, subject uuid, claim uuid, value jsonb)
  WHERE c.claim IN (SELECT id FROM new_claims)
), new_step AS (
  INSERT INTO safe_writes (id, step, key_id, operation, fingerprint, result)
  SELECT decode(id, 'hex'), number, key, operation, decode(fingerprint, 'hex'), result FROM step
  WHERE id IS NOT NULL AND EXISTS (SELECT FROM new_claims)
)
SELECT free.free, coalesce((SELECT array_agg(id::text) FROM new_claims), '{}') AS ids FROM free
