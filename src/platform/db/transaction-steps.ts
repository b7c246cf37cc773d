import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './client.js';

/**
 * What a request remembers of the transactions it runs, so that it can be sent again: those that were
 * committed are not run a second time but give back what they gave back. They are kept by idempotency/write.service.ts;
 * services know nothing of it.
 */
export interface TransactionSteps {
  /** What this transaction of the request gave back, where it was committed before. */
  recall(step: number): { result: unknown } | undefined;
  /** In the transaction, before its work; throws where the same request is at it elsewhere. */
  enter(tx: Tx, step: number): Promise<void>;
  /** In the transaction, after its work: the result is committed with the effect, or neither is. */
  record(tx: Tx, step: number, result: unknown): Promise<void>;
  /** The same for a statement that is a transaction by itself: the row it has to write along. */
  row(step: number, result: unknown): StepRow;
  /** What to throw where the same request is at that step elsewhere, or has done it. */
  interrupt(): Error;
  /** What became of it: committed, or the error that ended it. */
  ended(outcome: { committed: true } | { error: unknown }): void;
}

/** A row of `safe_writes`, bytes in hexadecimal; `lock` is the advisory lock to try for it. */
export interface StepRow {
  id: string;
  number: number;
  key: string;
  operation: string;
  fingerprint: string;
  result: string;
  lock: string;
}

/** Steps are numbered in the order in which they begin, those that fail too. */
const open = new AsyncLocalStorage<{ steps: TransactionSteps; next: number; closed: boolean }>();

/** Every transaction that `work` runs is a step of these. */
export async function withSteps<Result>(
  steps: TransactionSteps,
  work: () => Promise<Result>,
): Promise<Result> {
  const entry = { steps, next: 0, closed: false };
  try {
    return await open.run(entry, work);
  } finally {
    // What the request has set going and nobody waits for is none of its steps.
    entry.closed = true;
  }
}

/** Of work on many things, each of which has its own transaction: the next one has this number, whatever the others did. */
export function numberNextStep(number: number): void {
  const entry = open.getStore();
  if (entry && !entry.closed) entry.next = number;
}

/** Work that may outlive the request, such as waking whoever waits for a commit, is none of its steps. */
export const withoutSteps = <Result>(work: () => Result): Result => open.exit(work);

export interface Step {
  recall(): { result: unknown } | undefined;
  /** The work between the entry of the step and the record of its result. */
  wrap<Result>(work: (tx: Tx) => Promise<Result>): (tx: Tx) => Promise<Result>;
  row: (result: unknown) => StepRow;
  interrupt: TransactionSteps['interrupt'];
  ended: TransactionSteps['ended'];
}

/** The step that the transaction which begins now is; undefined where none is kept. */
export function nextStep(): Step | undefined {
  const entry = open.getStore();
  if (!entry || entry.closed) return undefined;
  const { steps } = entry;
  const step = entry.next++;
  return {
    recall: () => steps.recall(step),
    wrap: (work) => async (tx) => {
      await steps.enter(tx, step);
      const result = await work(tx);
      await steps.record(tx, step, result);
      return result;
    },
    row: (result) => steps.row(step, result),
    interrupt: () => steps.interrupt(),
    ended: (outcome) => {
      steps.ended(outcome);
    },
  };
}
