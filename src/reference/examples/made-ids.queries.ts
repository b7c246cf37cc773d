import type { Pool } from '../../platform/db/client.js';
import { exampleClaims, exampleNames } from './example-claims.js';

const { published, withNotice, inReview, toSubmit, toApprove, toEdit } = exampleClaims;

const ofClaim = (table: string, what: string, ref: string, more = ''): string =>
  `SELECT ${what} FROM ${table} x JOIN claims c ON c.id = x.claim_id AND c.ref = '${ref}' ${more} ORDER BY x.id DESC`;
const taskOf = (ref: string): string => ofClaim('review_tasks', 'x.id', ref, `WHERE x.stage = 'review'`);
const verdictOf = (ref: string): string => ofClaim('verdicts', 'x.id', ref);
const relationOf = (ref: string): string =>
  `SELECT r.id FROM relations r JOIN claims c ON c.id = r.from_id AND c.ref = '${ref}' ORDER BY r.id`;
const keyNamed = (name: string): string => `SELECT id FROM keys WHERE name = '${name}' ORDER BY id`;
const webhookNamed = (description: string): string =>
  `SELECT id FROM webhooks WHERE description = '${description}' ORDER BY id`;

/** What an example names that has an id and no ref → how it is found. */
const found = {
  task: taskOf(inReview),
  taskToSubmit: taskOf(toSubmit),
  verdict: verdictOf(published),
  verdictToApprove: verdictOf(toApprove),
  edition: `SELECT encode(p.digest, 'hex') FROM edition_proposals p JOIN verdicts v ON v.id = p.verdict_id JOIN claims c ON c.id = v.claim_id AND c.ref = '${toApprove}' ORDER BY p.created_at DESC`,
  verdictToEdit: verdictOf(toEdit),
  notice: `SELECT encode(n.digest, 'hex') FROM notices n JOIN claims c ON c.id = n.claim_id AND c.ref = '${withNotice}'`,
  evidence: ofClaim('evidence', 'x.id', published),
  capture: `SELECT k.id FROM captures k JOIN evidence e ON e.id = k.evidence_id JOIN claims c ON c.id = e.claim_id AND c.ref = '${published}' ORDER BY k.number`,
  contact: ofClaim('contacts', 'x.id', published),
  provisionLink: ofClaim('claim_provisions', 'x.id', 'C32'),
  relation: relationOf('C34'),
  relationToDelete: relationOf(published),
  key: keyNamed(exampleNames.keys.kept),
  keyToEnd: keyNamed(exampleNames.keys.ending),
  keyToRotate: keyNamed(exampleNames.keys.rotated),
  webhook: webhookNamed(exampleNames.webhooks.kept),
  webhookToDelete: webhookNamed(exampleNames.webhooks.deleted),
  erasure: `SELECT p.id FROM privileged_changes p JOIN claims c ON c.ref = '${published}' WHERE p.kind = 'erase' AND p.wanted #>> '{target,id}' = c.id::text ORDER BY p.asked_at`,
  privilegedChange: `SELECT id FROM privileged_changes WHERE kind = 'create_member' AND wanted ->> 'ref' = '${exampleNames.member}' ORDER BY asked_at`,
  event: 'SELECT id FROM events ORDER BY seq',
} as const;

/** What an example names → its id in this installation. */
export type MadeIds = Readonly<Record<keyof typeof found, string>>;
export type FoundIds = { readonly [Name in keyof MadeIds]?: string | null };

export const madeNames = Object.keys(found) as (keyof MadeIds)[];

const text = `
  SELECT jsonb_build_object(${madeNames.map((name) => `'${name}', (${found[name]} LIMIT 1)`).join(',\n')}) AS made
  WHERE EXISTS (
    SELECT FROM articles a JOIN events e ON e.subject_id = a.id
    WHERE a.ref = '${exampleNames.article}' AND e.claim_id IS NULL AND e.type = 'article.created' AND e.actor_id IS NULL)`;

/**
 * Of an installation that was not begun with examples: none. The document needs no key, and tells nothing of a desk. The system
 * itself entered the article of examples: any member may give another one its ref.
 */
export async function readMadeIds(pool: Pool): Promise<FoundIds> {
  const { rows } = await pool.query<{ made: FoundIds }>(text);
  return rows[0]?.made ?? {};
}
