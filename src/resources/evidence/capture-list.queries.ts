/** The captures of one piece of evidence in their list, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { idReferenceTo, jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import { captureSeen } from './evidence.queries.js';
import type { CaptureQuery, captureSorts } from './capture.schema.js';

const redirects = `(
  SELECT coalesce(json_agg(json_build_object('url', hop ->> 'url', 'httpStatus', hop -> 'status') ORDER BY nth), '[]')
  FROM jsonb_array_elements(k.redirects) WITH ORDINALITY AS hops (hop, nth))`;

const captures: List<(typeof captureSorts)[number]> = {
  from: 'captures k',
  alias: 'k',
  created: 'k.at',
  sorts: { attemptedAt: byMoment('k.at') },
  columns: `
    k.id, k.number, k.outcome, ${moment('k.at')} AS "attemptedAt", k.sha256, k.title,
    ${jsonObject("SELECT k.reason AS code, coalesce(k.detail, '') AS detail WHERE k.reason IS NOT NULL")} AS failure,
    ${idReferenceTo('k.evidence_id')} AS evidence, k.change, k.url, ${redirects} AS redirects, k.status AS "httpStatus",
    k.headers, k.media_type AS "mediaType", k.charset, k.language, k.size, k.excerpt`,
};

export const listCaptures = (pool: Pool, evidence: string, query: CaptureQuery, forDesk: boolean) =>
  readList(
    pool,
    captures,
    query,
    (put) => ({
      conditions: [
        `k.evidence_id = ${put(evidence)}::uuid`,
        captureSeen(forDesk),
        anyOf('k.outcome', query.outcome, 'capture_outcome', put),
        anyOf('k.change', query.change, 'capture_change', put),
      ],
    }),
    { evidence, forDesk },
  );
