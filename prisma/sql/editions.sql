-- Editions: what one is made of, and that it stays as it was approved.

-- A moment as it stands in documents.
CREATE FUNCTION moment_text(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- A text that can be erased, with its seal where it has one: the first, so that words that come back are the same again.
-- Null where there is no text, or an erasure left it empty.
CREATE FUNCTION sealable(kind text_kind, subject uuid, value jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF value IS NULL OR value IN ('null', '""', '{}', '[]') THEN RETURN NULL; END IF;
  RETURN json_build_object('subject', subject, 'value', value, 'seal', (
    SELECT encode(c.seal, 'hex') FROM contents c
    WHERE c.subject_id = sealable.subject AND c.kind = sealable.kind AND c.value = sealable.value
    ORDER BY c.created_at, c.seal LIMIT 1));
END $$;

-- The seals that are left in the cells of a claim's rows whose words were erased, each as the last event has it that tells of the cell.
CREATE FUNCTION erased_seals(claim uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events e WHERE e.claim_id = claim AND e.type = 'content.erased') THEN RETURN '{}'; END IF;
  RETURN (
    SELECT coalesce(jsonb_object_agg(last.subject || ' ' || last.cell, last.words -> 'sealed'), '{}') FROM (
      SELECT DISTINCT ON (told.subject, told.cell) told.subject, told.cell, told.words
      FROM events e CROSS JOIN LATERAL (
        SELECT one ->> 'id' AS subject, said.key AS cell, said.value AS words
        FROM jsonb_path_query(e.data, 'strict $.rows.now.*[*]', silent => true) AS one
          CROSS JOIN jsonb_each(CASE WHEN jsonb_typeof(one) = 'object' THEN one ELSE '{}' END) AS said
        UNION ALL SELECT claim::text, 'glosses', e.data -> 'glosses' WHERE e.type = 'claim.submitted') AS told
      -- Of what an erasure touched its event holds the emptied cells.
      WHERE e.claim_id = claim AND e.type <> 'content.erased'
      ORDER BY told.subject, told.cell, e.ordinal DESC) AS last
    WHERE jsonb_typeof(last.words) = 'object' AND seal_or_null(last.words ->> 'sealed') IS NOT NULL AND last.subject IS NOT NULL
      AND NOT EXISTS (SELECT FROM contents c WHERE c.seal = seal_or_null(last.words ->> 'sealed')));
END $$;

-- What stands for words that were erased from a cell: their seal, which they keep. Null where none were.
CREATE FUNCTION erased_text(seals jsonb, subject uuid, cell text) RETURNS json LANGUAGE sql IMMUTABLE
RETURN CASE WHEN seals ? (subject || ' ' || cell)
  THEN json_build_object('subject', subject, 'value', NULL, 'seal', seals ->> (subject || ' ' || cell)) END;

-- What was sealed in an event, as far as it was not erased.
CREATE FUNCTION words_of(sealed jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT c.value FROM contents c WHERE c.seal = seal_or_null(sealed ->> 'sealed'));
END $$;

CREATE FUNCTION edition_source(source uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT json_build_object('id', s.id, 'ref', s.ref, 'kind', s.kind, 'name', s.name, 'wikidata', s.wikidata, 'names', (
      SELECT coalesce(json_agg(json_build_object('language', n.language, 'text', n.text) ORDER BY n.position), '[]')
      FROM source_names n WHERE n.source_id = s.id AND n.language <> ''))
    FROM standing_source(source) s);
END $$;

CREATE FUNCTION edition_chain(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('id', a.id, 'parentId', a.parent_id, 'position', a.position,
      'source', edition_source(a.source_id), 'label', a.label, 'verb', a.verb, 'mode', a.mode, 'anonymous', a.anonymous, 'date', a.date)), '[]')
    FROM attributions a WHERE a.claim_id = claim);
END $$;

-- As it is cited: with the capture it rests on.
CREATE FUNCTION edition_evidence(verdict uuid, erased jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('id', e.id, 'url', e.url, 'stance', e.stance,
        'note', coalesce(sealable('evidence_note', e.id, to_jsonb(e.note)), erased_text(erased, e.id, 'note')),
        'capture', CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'outcome', k.outcome, 'url', k.url,
          'attemptedAt', moment_text(k.at), 'sha256', k.sha256,
          'title', coalesce(sealable('evidence_title', k.id, to_jsonb(k.title)), erased_text(erased, k.id, 'title'))) END
      ) ORDER BY e.id), '[]')
    FROM verdict_evidence x JOIN evidence e ON e.id = x.evidence_id LEFT JOIN captures k ON k.id = x.capture_id
    WHERE x.verdict_id = verdict);
END $$;

CREATE FUNCTION edition_provisions(verdict uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('ref', p.ref, 'paragraph', p.paragraph, 'verified', p.verified,
        'instrument', json_build_object('id', i.id, 'ref', i.ref, 'label', i.label, 'titles', i.titles),
        'act', x.act, 'actor', x.actor, 'date', x.date, 'direction', x.direction) ORDER BY x.position), '[]')
    FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id JOIN instruments i ON i.id = p.instrument_id
    WHERE x.verdict_id = verdict);
END $$;

-- Whom a claim was heard from first: the leaves of its chain.
CREATE FUNCTION edition_claimants(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('source', edition_source(a.source_id), 'label', a.label, 'anonymous', a.anonymous)
      ORDER BY a.position, a.id), '[]')
    FROM attributions a
    WHERE a.claim_id = claim AND NOT EXISTS (SELECT FROM attributions further WHERE further.claim_id = claim AND further.parent_id = a.id));
END $$;

-- With what the other claim says, who says it, and how it is rated in public; none that only tries something out, but for its like.
CREATE FUNCTION edition_relations(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('id', r.id, 'type', r.type, 'direction', CASE WHEN r.from_id = claim THEN 'out' ELSE 'in' END,
        'claim', json_build_object('id', o.id, 'ref', o.ref, 'language', o.language, 'statement', o.quote_exact,
          'claimants', edition_claimants(o.id)),
        'published', (
          SELECT json_build_object('slug', g.slug, 'polarity', g.polarity)
          FROM verdicts v JOIN ratings g ON (g.scale, g.slug) = (v.scale, v.veracity)
          WHERE v.claim_id = o.id AND v.status = 'published')) ORDER BY r.id), '[]')
    FROM relations r JOIN claims o ON o.id = CASE WHEN r.from_id = claim THEN r.to_id ELSE r.from_id END JOIN claims c ON c.id = claim
    WHERE (r.from_id = claim OR r.to_id = claim) AND o.status <> 'rejected' AND (c.test OR NOT o.test));
END $$;

CREATE FUNCTION edition_contacts(claim uuid, erased jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('id', t.id, 'source', edition_source(t.source_id),
        'label', coalesce(sealable('contact_name', t.id, to_jsonb(t.label)), erased_text(erased, t.id, 'label')), 'outcome', t.outcome,
        'date', t.date, 'text', coalesce(sealable('reply', t.id, to_jsonb(t.text)), erased_text(erased, t.id, 'text'))) ORDER BY t.id), '[]')
    FROM contacts t WHERE t.claim_id = claim AND t.status = 'recorded');
END $$;

-- The correction under way: why it was begun, and the public note about it.
CREATE FUNCTION edition_correction(claim claims) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF claim.revision IS NULL OR claim.status NOT IN ('correcting', 'in_approval') THEN RETURN NULL; END IF;
  RETURN (
    SELECT json_build_object('from', claim.revision, 'reason', e.data -> 'reason',
      'note', json_build_object('subject', claim.id, 'seal', e.data #> '{note,sealed}', 'value', words_of(e.data -> 'note')))
    FROM events e WHERE e.claim_id = claim.id AND e.type = 'claim.correction_started' ORDER BY e.ordinal DESC LIMIT 1);
END $$;

-- Whose texts stand in the edition of a claim. Few: taken for the usual thousand, the tables beside them would be read whole.
CREATE FUNCTION edition_articles(claim uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT v.article_id FROM claims c JOIN article_versions v ON v.id = c.article_version_id WHERE c.id = claim
$$;
-- The claims that the edition of a claim names, in both directions; and the articles they stand in.
CREATE FUNCTION related_claims(claim uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2 AS $$
  SELECT to_id FROM relations WHERE from_id = claim UNION ALL SELECT from_id FROM relations WHERE to_id = claim
$$;
CREATE FUNCTION related_articles(claim uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2 AS $$
  SELECT v.article_id FROM claims c JOIN article_versions v ON v.id = c.article_version_id WHERE c.id IN (SELECT related_claims(claim))
$$;
-- A source as it was recorded, and the one that stands for it: a change of either is one of the edition.
CREATE FUNCTION edition_sources(claim uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 4 AS $$
  SELECT DISTINCT known.id FROM (
    SELECT a.outlet_id FROM articles a WHERE a.id IN (SELECT edition_articles(claim)) AND a.outlet_id IS NOT NULL
    UNION SELECT source_id FROM attributions WHERE claim_id = claim AND source_id IS NOT NULL
    UNION SELECT source_id FROM contacts WHERE claim_id = claim AND status = 'recorded' AND source_id IS NOT NULL
    UNION SELECT a.source_id FROM relations r
      JOIN attributions a ON a.claim_id = CASE WHEN r.from_id = claim THEN r.to_id ELSE r.from_id END
      WHERE (r.from_id = claim OR r.to_id = claim) AND a.source_id IS NOT NULL
  ) AS recorded (id) CROSS JOIN LATERAL standing_source(recorded.id) s CROSS JOIN LATERAL (VALUES (recorded.id), (s.id)) AS known (id)
$$;

-- What the edition of a verdict is made of at this moment: src/domain/edition/compose-edition.ts.
CREATE FUNCTION edition_ingredients(verdict uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  erased jsonb := erased_seals((SELECT claim_id FROM verdicts WHERE id = verdict));
BEGIN
  RETURN (
    SELECT json_build_object(
      'revision', coalesce(v.revision, 1 + (SELECT coalesce(max(other.revision), 0) FROM verdicts other WHERE other.claim_id = c.id)),
      'claim', json_build_object('id', c.id, 'ref', c.ref, 'kind', c.kind, 'secondaryKinds', c.secondary_kinds, 'language', c.language,
        'quote', json_build_object('exact', c.quote_exact, 'prefix', c.quote_prefix, 'suffix', c.quote_suffix,
          'start', c.quote_start, 'end', c.quote_end),
        'glosses', coalesce(sealable('glosses', c.id, c.glosses), erased_text(erased, c.id, 'glosses')), 'topics', c.topics, 'statementDate', c.statement_date,
        'test', c.test),
      'article', json_build_object('id', a.id, 'ref', a.ref, 'version', w.number, 'sha256', w.sha256, 'title', a.title,
        'language', a.language, 'url', a.url, 'datePublished', a.date_published, 'outlet', edition_source(a.outlet_id)),
      'chain', edition_chain(c.id),
      'verdict', json_build_object('id', v.id,
        'findings', json_build_object('attribution', v.attribution, 'fidelity', v.fidelity, 'veracity', v.veracity),
        'rating', json_build_object('scale', g.scale, 'slug', g.slug, 'labels', g.labels, 'polarity', g.polarity,
          'value', g.value, 'worst', g.worst, 'best', g.best),
        'rationale', coalesce(sealable('rationale', v.id, v.rationale), erased_text(erased, v.id, 'rationale')), 'recheckAt', moment_text(v.valid_until)),
      'evidence', edition_evidence(v.id, erased),
      'provisions', edition_provisions(v.id),
      'relations', edition_relations(c.id),
      'contacts', edition_contacts(c.id, erased),
      'correction', edition_correction(c))
    FROM verdicts v JOIN claims c ON c.id = v.claim_id JOIN article_versions w ON w.id = c.article_version_id
      JOIN articles a ON a.id = w.article_id JOIN ratings g ON (g.scale, g.slug) = (v.scale, v.veracity)
    WHERE v.id = verdict);
END $$;

-- For a decision: what the verdict that awaits approval would be published as, and as what it was read before.
CREATE FUNCTION docket_edition(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT json_build_object('ingredients', edition_ingredients(v.id), 'read', (
      SELECT coalesce(json_object_agg(encode(p.digest, 'hex'), p.document), '{}') FROM edition_proposals p WHERE p.verdict_id = v.id),
      'lastAnnounced', (SELECT encode(p.digest, 'hex') FROM edition_proposals p WHERE p.verdict_id = v.id AND p.told_at IS NOT NULL ORDER BY p.told_at DESC LIMIT 1),
      'position', (SELECT coalesce(max(f.position), 0) FROM feed f))
    FROM verdicts v WHERE v.claim_id = claim AND v.status = 'proposed');
END $$;

CREATE FUNCTION write_contents(texts jsonb) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO contents (seal, salt, kind, subject_id, value)
  SELECT decode(n ->> 'seal', 'hex'), decode(n ->> 'salt', 'hex'), (n ->> 'kind')::text_kind, (n ->> 'subject')::uuid, n -> 'value'
  FROM jsonb_array_elements(texts) n
$$;

-- A proposal as it was read, or compared; decided on it is gone.
CREATE FUNCTION write_proposals(proposals jsonb) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO edition_proposals AS known (digest, verdict_id, document, told_at, compared_to)
  SELECT decode(n ->> 'digest', 'hex'), (n ->> 'verdict')::uuid, n ->> 'document', (n ->> 'toldAt')::timestamptz, (n ->> 'comparedTo')::bigint
  FROM jsonb_array_elements(proposals) n
  ON CONFLICT (digest) DO UPDATE SET told_at = coalesce(EXCLUDED.told_at, known.told_at), compared_to = EXCLUDED.compared_to
$$;

CREATE FUNCTION write_editions(editions jsonb) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO editions (digest, claim_id, verdict_id, revision, document, manner, published_at)
  SELECT decode(n ->> 'digest', 'hex'), (n ->> 'claim')::uuid, (n ->> 'verdict')::uuid, (n ->> 'revision')::int, n ->> 'document',
    (n ->> 'manner')::edition_manner, (n ->> 'publishedAt')::timestamptz
  FROM jsonb_array_elements(editions) n
$$;

-- A decision out of turn, as it is asked for, told to wait, or over.
CREATE FUNCTION write_glass_break(glass jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  DELETE FROM glass_breaks WHERE verdict_id = (glass ->> 'verdict_id')::uuid;
  INSERT INTO glass_breaks (verdict_id, by_id, second_id, digest, reason, note, acknowledge, asked_at, escalated_at)
  SELECT (g ->> 'verdict_id')::uuid, (g ->> 'by_id')::uuid, (g ->> 'second_id')::uuid, decode(g ->> 'digest', 'hex'), g ->> 'reason',
    g ->> 'note', g -> 'acknowledge', (g ->> 'asked_at')::timestamptz, (g ->> 'escalated_at')::timestamptz
  FROM jsonb_path_query(glass, '$.row') g WHERE g <> 'null';
END $$;

CREATE FUNCTION forget_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM edition_proposals WHERE verdict_id = NEW.id;
  DELETE FROM glass_breaks WHERE verdict_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER verdicts_forget_proposals AFTER UPDATE OF status ON verdicts
  FOR EACH ROW WHEN (OLD.status = 'proposed' AND NEW.status <> 'proposed') EXECUTE FUNCTION forget_proposals();

-- A published verdict has its edition, of the same revision; nothing is public without one.
CREATE FUNCTION check_published_has_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM editions WHERE verdict_id = NEW.id AND claim_id = NEW.claim_id AND revision = NEW.revision;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'what is published of a claim is an approved edition'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_as_edition', TABLE = 'verdicts';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER verdicts_published_as_edition AFTER INSERT OR UPDATE OF revision ON verdicts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.revision IS NOT NULL) EXECUTE FUNCTION check_published_has_edition();

-- And an edition has its verdict, which an editor approved by then: the highest revision is public from this moment on, and stays.
CREATE FUNCTION check_edition_is_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM verdicts WHERE id = NEW.verdict_id AND claim_id = NEW.claim_id AND revision = NEW.revision AND approver_id IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an edition is what was approved of a verdict'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'editions_of_approved_verdicts', TABLE = 'editions';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER editions_of_approved_verdicts AFTER INSERT ON editions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_edition_is_approved();
