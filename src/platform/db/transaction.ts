import { setTimeout as pause } from 'node:timers/promises';
import { changedMeanwhile } from '../errors.js';
import { inChildSpan, type Span, type Trace } from '../tracing/trace.js';
import type { Database, Db, Tx } from './client.js';
import type { Scope } from './commit-signal.js';
import { cannotWrite, whyRefused } from './refused-writes.js';
import { createSlots, writersOf } from './write-slots.js';
import { serializationFailure, sqlState, violatedConstraint } from './sql-errors.js';
import { nextStep, withoutSteps, type Step } from './transaction-steps.js';

/** What every service stands on. */
export interface Store {
  db: Db;
  transact: <Result>(work: (tx: Tx) => Promise<Result>, options?: TransactionOptions) => Promise<Result>;
  /**
   * Work on claims in a transaction whose first statement enters the row of `step` itself, where the request may be sent again: that
   * spares two statements. `step.row` says which row, with what the work is going to give back.
   */
  transactStep: <Result>(work: (tx: Tx, step: Step | undefined) => Promise<Result>) => Promise<Result>;
  /**
   * Work on claims whose one writing statement is a transaction by itself, which spares two round trips. Where the request may
   * be sent again, the statement writes the row of `step`, whose result is what the work gives back.
   */
  writeOnce: <Result>(work: (db: Db, step: Step | undefined) => Promise<Result>) => Promise<Result>;
}

interface TransactionOptions {
  /** How long it may stay open; the usual limit is made for requests, and loading much takes longer. */
  timeLimitMs?: number;
  /** What it may change; everything, where nothing is said. */
  scope?: Scope;
}

/** A store whose work joins the transaction that is open. */
export const joining = (tx: Tx): Store => ({
  db: tx,
  transact: (work) => work(tx),
  transactStep: (work) => work(tx, undefined),
  writeOnce: (work) => work(tx, undefined),
});

const transactionSpan = {
  name: 'transaction',
  kind: 'client',
  attributes: { 'db.system.name': 'postgresql' },
} as const;

const retries = 5;
const deadlockDetected = '40P01';
const lockNotAvailable = '55P03';

/** Thrown by work that finds, once it has its locks, that it needs others: it is run again from the beginning. */
export class StartAgain extends Error {
  override readonly name = 'StartAgain';
}

/**
 * Runs a unit of work in one transaction, again where PostgreSQL asks for it (two changes that lock the same
 * claims in different order). `committed` is called after each commit, with what it changed at most, and must neither throw nor block.
 */
export function createStore(
  { prisma, pool, writes }: Database,
  committed: (scope?: Scope) => void = () => undefined,
  trace?: Trace,
): Store {
  const inSlot = createSlots(writersOf(pool.options.max));
  /** Tries again where PostgreSQL asks for it; `step` is told how it ended. */
  const settle = async <Result>(
    tryIt: () => Promise<Result>,
    { step, span, scope }: { step: Step | undefined; span: Span | undefined; scope: Scope | undefined },
  ): Promise<Result> => {
    for (let attempt = 1; ; attempt++) {
      if (attempt > 1) span?.setAttributes({ 'isnad.tries': attempt });
      try {
        const result = await inSlot(tryIt);
        step?.ended({ committed: true });
        withoutSteps(() => {
          committed(scope);
        });
        return result;
      } catch (error) {
        if (attempt > retries || !isRetryable(error)) {
          step?.ended({ error });
          const refused = whyRefused(error);
          if (refused !== undefined) {
            writes.refused(refused);
            throw cannotWrite(refused);
          }
          throw isOvertaken(error) ? changedMeanwhile() : error;
        }
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  };
  /** Work as the next step of the request, where that may be sent again: one that was committed gives back what it gave. */
  const asStep = <Result>(
    scope: Scope | undefined,
    tryIt: (step: Step | undefined) => Promise<Result>,
  ): Promise<Result> =>
    // Those of the relay and its like, which look every second whether there is something to do, are left alone.
    inChildSpan(trace, transactionSpan, async (span) => {
      const step = nextStep();
      const before = step?.recall();
      return before ? (before.result as Result) : settle(() => tryIt(step), { step, span, scope });
    });
  return {
    db: prisma,
    transact: (work, { timeLimitMs, scope } = {}) =>
      asStep(scope, (step) =>
        prisma.$transaction(
          step ? step.wrap(work) : work,
          timeLimitMs === undefined ? undefined : { timeout: timeLimitMs },
        ),
      ),
    transactStep: (work) => asStep('work', (step) => prisma.$transaction((tx) => work(tx, step))),
    writeOnce: (work) =>
      asStep('work', (step) =>
        work(prisma, step).catch((error: unknown) => {
          throw step && violatedConstraint(error) === 'safe_writes_pkey' ? step.interrupt() : error;
        }),
      ),
  };
}

/** Others were always faster: the caller reads again, and decides whether to try again. */
const isOvertaken = (error: unknown): boolean => isRetryable(error) || sqlState(error) === lockNotAvailable;

function isRetryable(error: unknown): boolean {
  if (error instanceof StartAgain) return true;
  const state = sqlState(error);
  return state === serializationFailure || state === deadlockDetected;
}
