import type { Db } from '../platform/db/client.js';
import { statement } from '../platform/db/statement.js';
import type { StepRow } from '../platform/db/transaction-steps.js';
import type { EnteredClaim } from './compose-claim.js';

const write = statement<{ free: boolean; ids: string[] }>('workflow/sql/write-claims.sql');

/**
 * Writes new claims in one statement; the ids of those it wrote. The others found their ref, external id or place
 * taken meanwhile. `free` is false where another request is at the same step: then nothing is written.
 */
export async function writeClaims(
  db: Db,
  claims: readonly EnteredClaim[],
  step: StepRow | null,
): Promise<{ free: boolean; ids: ReadonlySet<string> }> {
  // Always in one order, so that two that enter the same claims wait for each other in line.
  const ordered = claims.toSorted(
    ({ row: a }, { row: b }) =>
      (a.articleVersion < b.articleVersion ? -1 : Number(a.articleVersion > b.articleVersion)) ||
      a.start - b.start,
  );
  const [row] = await write(
    db,
    JSON.stringify(ordered.map((claim) => claim.row)),
    JSON.stringify(ordered.flatMap(({ attributions }) => attributions)),
    JSON.stringify(ordered.flatMap(({ norms }) => norms.map(({ found: _, ...norm }) => norm))),
    JSON.stringify(ordered.flatMap(({ events }) => events.map(({ subject: _, ...event }) => event))),
    step && JSON.stringify(step),
    JSON.stringify(
      ordered.flatMap(({ row, contents }) => contents.map((one) => ({ ...one, claim: row.id }))),
    ),
  );
  if (!row) throw new Error('the statement gave no row');
  return { free: row.free, ids: new Set(row.ids) };
}
