/** Evidence in the list, with its claim and with its verdict, as its JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonList, jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { ofClaim, readItemPage } from '../../platform/http/item-page.js';
import { anyOf, type List } from '../../platform/http/read-list.js';
import type { EvidenceQuery, evidenceSorts } from './evidence.schema.js';

const summaryOf = (k: string): string =>
  jsonObject(`
  SELECT ${k}.id, ${k}.number, ${k}.outcome, ${moment(`${k}.at`)} AS "attemptedAt", ${k}.sha256, ${k}.title,
    ${jsonObject(`SELECT ${k}.reason AS code, coalesce(${k}.detail, '') AS detail WHERE ${k}.reason IS NOT NULL`)} AS failure, ${k}.change
  WHERE ${k}.id IS NOT NULL`);

/** What is said of a capture `k` wherever something rests on it; null where an outer join found none. */
export const captureSummary = summaryOf('k');

/** Outside the desk a capture `k` is seen once a published revision rests on it: nobody is told that a page is looked at again. */
export const captureSeen = (forDesk: boolean, k = 'k'): string =>
  forDesk
    ? 'true'
    : `EXISTS (
        SELECT FROM verdict_evidence x JOIN verdicts d ON d.id = x.verdict_id
        WHERE x.capture_id = ${k}.id AND d.revision IS NOT NULL)`;

const capture = (forDesk: boolean): string =>
  jsonObject(`
  SELECT CASE WHEN ${forDesk ? 'e.capture_due_at IS NOT NULL OR ' : ''}k.id IS NULL THEN 'owed' ELSE k.outcome::text END AS status,
    ${captureSummary} AS latest, ${summaryOf('kept')} AS previous`);

const claim = jsonObject('SELECT o.id, o.ref FROM claims o WHERE o.id = e.claim_id');

const columns = (forDesk: boolean): string => `
  e.id, ${claim} AS claim, e.url, e.stance, e.note, ${moment('e.created_at')} AS "createdAt", ${capture(forDesk)} AS capture`;

const from = (forDesk: boolean): string => `evidence e
  LEFT JOIN LATERAL (
    SELECT * FROM captures look WHERE look.evidence_id = e.id AND ${captureSeen(forDesk, 'look')} ORDER BY look.number DESC LIMIT 1) k ON true
  LEFT JOIN LATERAL (
    SELECT * FROM captures look
    WHERE look.evidence_id = e.id AND look.number < k.number AND look.outcome = 'captured' AND ${captureSeen(forDesk, 'look')}
    ORDER BY look.number DESC LIMIT 1) kept ON true`;

/** Outside the desk, evidence is seen once a published revision cites it. */
const seen = (forDesk: boolean): string =>
  forDesk
    ? 'true'
    : `EXISTS (
        SELECT FROM verdict_evidence x JOIN verdicts d ON d.id = x.verdict_id
        WHERE x.evidence_id = e.id AND d.revision IS NOT NULL)`;

/** All evidence of a claim `c`, oldest first, as a list. */
export const evidenceOfClaim = (forDesk: boolean): string =>
  jsonList(
    `SELECT ${columns(forDesk)} FROM ${from(forDesk)} WHERE e.claim_id = c.id AND ${seen(forDesk)} ORDER BY e.created_at, e.id`,
  );

/** When it was added, captured, erased, or first rested on in public; at the desk also when it was asked to be captured. */
const lastChange = (forDesk: boolean): string => `greatest(
  e.created_at, k.at, e.erased_at, ${forDesk ? 'CASE WHEN e.capture_due_at <= desk_now() THEN e.capture_due_at END,' : ''}
  (SELECT min(d.published_at) FROM verdict_evidence x JOIN verdicts d ON d.id = x.verdict_id WHERE x.evidence_id = e.id))`;

/** The same, as it is found page by page. */
const items = (forDesk: boolean): List<(typeof evidenceSorts)[number]> => ({
  from: from(forDesk),
  alias: 'e',
  created: 'e.created_at',
  updated: lastChange(forDesk),
  sorts: { createdAt: byMoment('e.created_at') },
  columns: columns(forDesk),
});

export const listEvidence = (pool: Pool, claim: string, query: EvidenceQuery, forDesk: boolean) =>
  readItemPage(pool, ofClaim('e.claim_id', claim), items(forDesk), query, (put) => [
    seen(forDesk),
    anyOf('e.stance', query.stance, 'stance', put),
  ]);

export async function readEvidence(pool: Pool, id: string, forDesk: boolean): Promise<string> {
  const one = jsonObject(
    `SELECT ${columns(forDesk)} FROM ${from(forDesk)} WHERE e.id = $1 AND ${seen(forDesk)}`,
  );
  const { rows } = await pool.query<{ text: string }>(`SELECT ${one}::text AS text`, [id]);
  return rows[0]?.text ?? 'null';
}

export async function isCaptureSeen(pool: Pool, id: string, forDesk: boolean): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM captures k WHERE k.id = $1 AND ${captureSeen(forDesk)}`,
    [id],
  );
  return rowCount === 1;
}
