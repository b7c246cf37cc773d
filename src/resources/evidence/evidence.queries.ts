/** Evidence in the list, with its claim and with its verdict, as its JSON is written by the database. */
import { jsonList, jsonObject, moment } from '../../platform/db/json-sql.js';

/** What is said of a capture `k` wherever something rests on it; null where an outer join found none. */
export const captureSummary = jsonObject(`
  SELECT k.id, k.number, k.outcome, ${moment('k.at')} AS at, k.sha256, k.title,
    ${jsonObject("SELECT k.reason AS code, coalesce(k.detail, '') AS detail WHERE k.reason IS NOT NULL")} AS failure
  WHERE k.id IS NOT NULL`);

const capture = jsonObject(`
  SELECT CASE WHEN e.capture_due_at IS NOT NULL OR k.id IS NULL THEN 'owed' ELSE k.outcome::text END AS status,
    ${captureSummary} AS latest`);

const evidence = (condition: string): string => `
  SELECT e.id, e.url, e.stance, e.note, ${moment('e.created_at')} AS "createdAt", ${capture} AS capture
  FROM evidence e
    LEFT JOIN LATERAL (SELECT * FROM captures WHERE evidence_id = e.id ORDER BY number DESC LIMIT 1) k ON true
  WHERE ${condition}`;

/** All evidence of a claim `c`, oldest first, as a list. */
export const evidenceOfClaim = jsonList(`${evidence('e.claim_id = c.id')} ORDER BY e.id`);
