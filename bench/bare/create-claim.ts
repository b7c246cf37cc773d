import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type pg from 'pg';
import { foldText } from '../../src/domain/text/fold.js';
import { wordForms } from '../../src/domain/text/word-forms.js';
import { newId } from '../../src/platform/db/new-id.js';
import {
  chainedEvents,
  chainOf,
  namesIn,
  placeOf,
  untouched,
  type LinkInput,
  type Source,
} from './new-claim.js';
import { sourceNames } from './sql.js';

/** Whose key would have been sent along. */
interface Author {
  member: string;
  key: string;
}

interface Input {
  article: string;
  kind: string;
  quote: { exact: string };
  attributions: LinkInput[];
}

interface Found {
  versionId: string;
  number: number;
  text: string;
  article: { id: string; ref: string; title: string };
  language: string;
  outlet: Source | null;
  sources: Source[];
}

export async function findAuthor(pool: pg.Pool, member: string): Promise<Author> {
  const { rows } = await pool.query<Author>(
    'SELECT m.id AS member, k.id AS key FROM members m JOIN keys k ON k.member_id = m.id WHERE m.ref = $1',
    [member],
  );
  if (!rows[0]) throw new Error(`${member} has no key`);
  return rows[0];
}

/** One statement reads what the request names, one writes all of it; the answer is made of what was written. */
export const createClaim =
  (pool: pg.Pool, author: Author): RequestHandler =>
  async (request, response) => {
    const { article, kind, quote, attributions } = request.body as Input;
    const { rows } = await pool.query<Found>({
      name: 'read',
      text: read,
      values: [article, namesIn(attributions)],
    });
    const [found] = rows;
    if (!found) throw new Error(`there is no article ${article}`);
    const id = newId();
    const ref = `c-${randomBytes(5).toString('hex')}`;
    const at = new Date().toISOString();
    const place = placeOf(found.text, quote.exact);
    const { chain, rows: links } = chainOf(attributions, found.outlet, found.sources);
    const folded = foldText(place.exact, 'search');
    const events = chainedEvents(id, at, author, [
      {
        type: 'claim.submitted',
        data: {
          ...{ ref, kind, to: 'submitted', language: found.language, priority: 'normal' },
          ...{ articleVersion: found.versionId, ...place },
        },
      },
      { type: 'claim.attributed', data: { sources: namesIn(attributions), attributions: links } },
    ]);
    const claim = { id, ref, kind, language: found.language, at, version: events.length };
    await pool.query({
      name: 'write',
      text: write,
      values: [
        JSON.stringify({
          ...claim,
          ...place,
          folded,
          forms: wordForms(folded),
          digest: createHash('sha256').update(JSON.stringify(request.body)).digest('hex'),
          versionId: found.versionId,
        }),
        JSON.stringify(links),
        JSON.stringify(events.map((event) => ({ ...event, mac: macOf(event.hash) }))),
      ],
    });
    response
      .status(201)
      .location(`/v1/claims/${ref}`)
      .json({
        ...untouched,
        id,
        ref,
        kind,
        language: found.language,
        text: place.exact,
        article: { ...found.article, version: found.number },
        createdAt: at,
        updatedAt: at,
        version: events.length,
        quote: place,
        chain,
        twins: [],
      });
  };

const source = `json_build_object('id', s.id, 'ref', s.ref, 'name', s.name, 'names', ${sourceNames}, 'kind', s.kind)`;

const read = `
  SELECT v.id AS "versionId", v.number, v.text, json_build_object('id', a.id, 'ref', a.ref, 'title', a.title) AS article, a.language,
    (SELECT ${source} FROM sources s WHERE s.id = a.outlet_id) AS outlet,
    (SELECT json_agg(${source}) FROM sources s WHERE s.ref = ANY ($2)) AS sources
  FROM articles a JOIN article_versions v ON v.article_id = a.id
  WHERE a.ref = $1 ORDER BY v.number DESC LIMIT 1`;

/** As a process with a key would write them: it has one of its own. */
const key = randomBytes(32);
const macOf = (hash: string): string => createHmac('sha256', key).update(hash).digest('hex');

const write = `
  WITH c AS (
    SELECT * FROM jsonb_to_record($1) AS c (id uuid, ref text, "versionId" uuid, kind claim_kind, language text, exact text,
      prefix text, suffix text, start int, "end" int, folded text, forms text[], digest text, version int, at timestamptz)
  ), claim AS (
    INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end,
      folded, word_forms, entered_digest, version, topics, leads, secondary_kinds, created_at, updated_at)
    SELECT id, ref, "versionId", kind, language, exact, prefix, suffix, start, "end", folded, forms, decode(digest, 'hex'), version, '{}', '{}', '{}',
      at, at FROM c
  ), chain AS (
    INSERT INTO attributions (id, claim_id, parent_id, position, source_id, label, verb, mode)
    SELECT l.id, c.id, l.parent, l.position, l.source, l.label, l.verb, l.mode
    FROM c, jsonb_to_recordset($2) AS l (id uuid, parent uuid, position int, source uuid, label text, verb text, mode attribution_mode)
  )
  INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, key_id, data, at, prev_hash, hash, mac)
  SELECT e.id, e.type, 'claim', c.id, c.id, e.ordinal, e.actor, e.key, e.data, e.at, decode(e."prevHash", 'hex'), decode(e.hash, 'hex'),
    decode(e.mac, 'hex')
  FROM c, jsonb_to_recordset($3) AS e (id uuid, type text, ordinal int, actor uuid, key uuid, data jsonb, at timestamptz,
    "prevHash" text, hash text, mac text)
  ORDER BY e.ordinal`;
