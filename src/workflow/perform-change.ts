/** Lock and read, decide, write: one change inside a transaction. */
import type { Tx } from '../platform/db/client.js';
import type { Step } from '../platform/db/transaction-steps.js';
import type { Failure } from '../platform/errors.js';
import type { Decision } from './change.js';
import type { DocketQuery, Docket } from './docket.js';
import { keepDecidable } from './keep-decidable.js';
import { lockDocket } from './read-docket.js';
import { applyDecision } from './unit-of-work.js';

export type Decide = (docket: Docket) => Decision;

interface Work {
  asked: DocketQuery;
  decide: Decide;
  /** What to throw where there is no such claim; nothing is done then without it. */
  missing?: (() => Failure) | undefined;
  /** Of a request that may be sent again, and what the transaction gives back. */
  step?: Step | undefined;
  result?: string | undefined;
}

/** The docket as it is afterwards; undefined where there is no such claim. */
export async function perform(
  tx: Tx,
  { asked, decide, missing, step, result }: Work,
): Promise<Docket | undefined> {
  const docket = await lockDocket(tx, asked, step && { row: step.row(result), interrupt: step.interrupt });
  if (!docket) {
    if (missing) throw missing();
    return undefined;
  }
  const change = await applyDecision(tx, decide(docket));
  await keepDecidable(tx, change);
  return change.docket;
}
