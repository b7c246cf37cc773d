import type { RequestHandler } from 'express';
import type pg from 'pg';
import { cursorAt, fingerprintInSql, positionOfCursor } from '../../src/delivery/feed/cursor-position.js';
import { shownToReaders } from '../../src/domain/event/public-data.js';
import { limitOf } from './page.js';
import { instant } from './sql.js';

/** The feed as a newsroom tool sees it. */
export const readFeed =
  (pool: pg.Pool): RequestHandler =>
  async (request, response) => {
    const after = positionOfCursor(request.query['after'] as string);
    const limit = limitOf(request);
    const { rows } = await pool.query<{ position: string; fingerprint: string; end: string; text: string }>({
      name: `feed ${String(limit)}`,
      text: statement(limit),
      values: [after.position, fields],
    });
    const last = rows.at(-1);
    const next = last ? { position: BigInt(last.position), fingerprint: last.fingerprint } : after;
    const more = last !== undefined && last.position !== last.end;
    const items = rows.map(({ text }) => text).join(',');
    response.type('json').send(`{"items":[${items}],"next":"${cursorAt(next)}","more":${String(more)}}`);
  };

const fields = JSON.stringify(shownToReaders);

/** As `cursorAt` writes it: a short digest of the JSON, and the JSON, in base64url. */
const cursor = `translate(encode(substr(sha256(place.json), 1, 6) || place.json, 'base64'), E'+/=\\n', '-_')`;

const shown = `coalesce($2::jsonb ->> e.type, 'nothing') <> 'nothing'`;

const data = `
  CASE WHEN $2::jsonb ->> e.type = 'all' THEN e.data - 'rows'
    ELSE (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(e.data) WHERE $2::jsonb -> e.type ? key) END`;

const statement = (limit: number): string => `
  SELECT f.position, ${fingerprintInSql} AS fingerprint, (SELECT max(position) FROM feed) AS end,
    left(json_strip_nulls(json_build_object('specversion', '1.0', 'id', e.id, 'source', '/v1/feed', 'type', e.type,
      'subject', e.subject_type || '/' || e.subject_id, 'time', ${instant('e.at')},
      'datacontenttype', CASE WHEN ${shown} THEN 'application/json' END, 'cursor', ${cursor}, 'claim', c.ref,
      'ordinal', e.ordinal))::text, -1)
      || CASE WHEN ${shown} THEN ',"data":' || (${data})::text ELSE ',"withheld":true' END || '}' AS text
  FROM feed f JOIN events e ON e.seq = f.event_seq LEFT JOIN claims c ON c.id = e.claim_id
    CROSS JOIN LATERAL (SELECT convert_to('{"feed":"' || f.position || '","of":"' || ${fingerprintInSql} || '"}', 'UTF8') AS json) place
  WHERE f.position > $1 ORDER BY f.position LIMIT ${String(limit)}`;
