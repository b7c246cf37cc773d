/** What was put right in public, in its list, as its JSON is written by the database. */
import { retractionReasons } from '../../domain/claim/retraction.js';
import type { Pool } from '../../platform/db/client.js';
import { idReferenceTo, jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { named } from '../../platform/db/named.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import type { CorrectionQuery, correctionSorts } from './correction.schema.js';

const kind = `CASE e.type WHEN 'claim.merged' THEN 'merge' WHEN 'claim.retracted' THEN 'retraction' ELSE 'correction' END`;

/** A code, or nothing: what an event says instead of one is shown to nobody. */
const reason = `CASE
  WHEN e.type = 'claim.approved' THEN next.correction_reason::text
  WHEN e.type = 'claim.retracted' AND e.data ->> 'reason' IN ('${retractionReasons.join("', '")}') THEN e.data ->> 'reason' END`;

const into = jsonObject(
  `SELECT other.id, other.ref FROM claims other WHERE e.type = 'claim.merged' AND other.id = id_or_null(e.data #>> '{into,id}')`,
);

const revision = (verdict: string): string =>
  jsonObject(
    `SELECT ${idReferenceTo(`${verdict}.id`)} AS verdict, ${verdict}.revision, ${verdict}.veracity AS rating
    WHERE ${verdict}.id IS NOT NULL`,
  );

const corrections: List<(typeof correctionSorts)[number]> = {
  from: `events e
    JOIN claims c ON c.id = e.claim_id
    JOIN verdicts told ON told.claim_id = e.claim_id AND told.revision = number_or_null(e.data ->> 'revision')
    JOIN verdicts old ON old.claim_id = e.claim_id
      AND old.revision = CASE e.type WHEN 'claim.approved' THEN number_or_null(e.data #>> '{correction,from}') ELSE told.revision END
    LEFT JOIN verdicts next ON e.type = 'claim.approved' AND next.id = told.id`,
  alias: 'e',
  created: 'e.at',
  sorts: { publishedAt: byMoment('e.at') },
  columns: `
    e.id, ${kind} AS kind, ${jsonObject('SELECT c.id, c.ref')} AS claim, ${revision('old')} AS from, ${revision('next')} AS to,
    ${into} AS into, ${reason} AS reason, coalesce(next.correction_note, public_notice(e.claim_id, old.revision)) AS note, ${moment('e.at')} AS "publishedAt"`,
};

/** Read along an index of their own; of some claims, along the chain of each. */
export const listCorrections = (pool: Pool, query: CorrectionQuery) =>
  readList(pool, corrections, query, (put) => ({
    conditions: [
      'is_correction(e.type, e.data)',
      'is_put_right(e.type, e.data, told)',
      'NOT c.test',
      anyOf(kind, query.kind, 'text', put),
      anyOf(reason, query.reason, 'text', put),
    ],
    lookups: query.claim && {
      from: `unnest(${named('claims', query.claim, put)}) AS lookup (claim_id)`,
      conditions: ['e.claim_id = lookup.claim_id'],
    },
  }));
