import type { RequestHandler } from 'express';
import type pg from 'pg';
import { answerPages } from './page.js';
import { instant, one } from './sql.js';

/** A claim as it is shown in a list, from `claims c` and what `joinedToClaim` adds. */
export const claimFields = `
  c.id, c.ref, c.external_id AS "externalId", c.kind, c.secondary_kinds::text[] AS "secondaryKinds", c.language, c.quote_exact AS text, c.glosses, c.topics,
  c.priority, c.status, c.rating, c.revision, c.contested,
  c.revision IS NOT NULL AND c.status <> 'published' AS "underCorrection",
  ${one("SELECT m.id, m.ref, CASE WHEN m.status IN ('rejected', 'merged', 'retracted') THEN m.status END AS ended WHERE m.id IS NOT NULL")} AS "mergedInto",
  ${one('SELECT a.id, a.ref, v.number AS version')} AS article,
  ${instant('c.created_at')} AS "createdAt", ${instant('c.updated_at')} AS "updatedAt", c.version`;

export const joinedToClaim = `
  JOIN article_versions v ON v.id = c.article_version_id JOIN articles a ON a.id = v.article_id
  LEFT JOIN claims m ON m.id = c.merged_into`;

export const listClaims = (pool: pg.Pool): RequestHandler => answerPages(pool, 'claims', statement);

const statement = (limit: number): string => `
  SELECT ${instant('c.created_at', 'US')} AS key, c.id, ${one(`SELECT ${claimFields}`)}::text AS text
  FROM claims c ${joinedToClaim} WHERE (c.created_at, c.id) > ($1, $2) ORDER BY c.created_at, c.id LIMIT ${String(limit)}`;
