/** Reads a docket: one statement, and under lock unless it is only for looking. The functions are in prisma/sql. */
import { splitNames } from '../domain/text/split-names.js';
import type { Db, Tx } from '../platform/db/client.js';
import type { StepRow } from '../platform/db/transaction-steps.js';
import { StartAgain } from '../platform/db/transaction.js';
import type { DocketQuery, Docket } from './docket.js';

type Document = Record<string, unknown>;

/**
 * Undefined where there is no such claim. `step` is entered first, where there is one: of a request that may be sent
 * again.
 * Whoever else wants to change these claims waits until the transaction ends.
 */
export async function lockDocket(
  tx: Tx,
  asked: DocketQuery,
  step?: { row: StepRow; interrupt: () => Error },
): Promise<Docket | undefined> {
  const [row] = await tx.$queryRaw<[{ docket: Document | null }]>`
    SELECT lock_docket(${JSON.stringify(asked)}::jsonb, ${step ? JSON.stringify(step.row) : null}::jsonb) AS docket`;
  if (row.docket?.['taken'] && step) throw step.interrupt();
  if (row.docket?.['grown']) throw new StartAgain('more claims belong to it by now');
  return row.docket ? docketOf(row.docket) : undefined;
}

/** The docket as it is, for looking only. */
export async function lookAtDocket(db: Db, asked: DocketQuery): Promise<Docket | undefined> {
  const [row] = await db.$queryRaw<[{ docket: Document | null }]>`
    SELECT look_at_docket(${JSON.stringify(asked)}::jsonb) AS docket`;
  return row.docket ? docketOf(row.docket) : undefined;
}

/** The keys under which the functions of prisma/sql give moments. */
const moments: ReadonlySet<string> = new Set([
  ...splitNames('now updatedAt openedAt takenAt closedAt leaseUntil clockFrom remindAt dueAt escalateAt'),
  ...splitNames('remindedAt overdueAt escalatedAt pausedAt submittedAt validUntil recheckAskedAt'),
  ...splitNames('awayUntil lastTakenAt askedAt'),
]);

/** Texts that people wrote: what looks like a moment in there is none. */
const verbatim: ReadonlySet<string> = new Set([
  ...splitNames('draft rationale correction edition described attributions'),
]);

const docketOf = (document: Document): Docket => withMoments(document) as Docket;

function withMoments(value: unknown, key = ''): unknown {
  if (value === null || verbatim.has(key)) return value;
  if (typeof value === 'string') return moments.has(key) ? new Date(value) : value;
  if (Array.isArray(value)) return value.map((item) => withMoments(item));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withMoments(item, name)]));
}
