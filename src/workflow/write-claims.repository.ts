import type { ClaimStatus } from '../domain/claim/lifecycle.js';
import type { Db } from '../platform/db/client.js';
import type { StepRow } from '../platform/db/transaction-steps.js';
import { withMac } from '../platform/secrets/event-mac.js';
import type { EnteredClaim } from './compose-claim.js';

/** A claim that shares words with one that was just entered: what the two are compared by. */
export interface AlikeClaim {
  id: string;
  ref: string;
  quoteExact: string;
  glosses: Record<string, string>;
  folded: string;
  foldedGlosses: string;
  status: ClaimStatus;
  rating: string | null;
}

interface Written {
  /** False where another request is at the same step: then nothing is written. */
  free: boolean;
  ids: string[];
  /** Of a single claim only. */
  alike: AlikeClaim[] | null;
}

/**
 * Writes new claims in one statement (prisma/sql/write-claims.sql); the ids of those it wrote. The others found their
 * ref, external id or place taken meanwhile.
 */
export async function writeClaims(
  db: Db,
  claims: readonly EnteredClaim[],
  step: StepRow | null,
): Promise<Omit<Written, 'ids'> & { ids: ReadonlySet<string> }> {
  // Always in one order, so that two that enter the same claims wait for each other in line.
  const ordered = claims.toSorted(
    ({ row: a }, { row: b }) =>
      (a.articleVersion < b.articleVersion ? -1 : Number(a.articleVersion > b.articleVersion)) ||
      a.start - b.start,
  );
  const rows = JSON.stringify(ordered.map((claim) => claim.row));
  const chain = JSON.stringify(ordered.flatMap(({ attributions }) => attributions));
  const norms = JSON.stringify(ordered.flatMap((claim) => claim.norms.map(({ found: _, ...norm }) => norm)));
  const happened = JSON.stringify(
    ordered.flatMap(({ events }) => events.map(({ subject: _, ...event }) => withMac(event))),
  );
  const words = JSON.stringify(
    ordered.flatMap(({ row, contents }) => contents.map((one) => ({ ...one, claim: row.id }))),
  );
  const [written] = await db.$queryRaw<[Written]>`
    SELECT free, ids, alike FROM write_claims(${rows}::jsonb, ${chain}::jsonb, ${norms}::jsonb, ${happened}::jsonb,
      ${words}::jsonb, ${step && JSON.stringify(step)}::jsonb)`;
  return { ...written, ids: new Set(written.ids) };
}
