import { setTimeout as pause } from 'node:timers/promises';
import { inChildSpan, type Span, type Trace } from '../tracing/trace.js';
import type { Database, Db, Tx } from './client.js';
import { nextStep, withoutSteps } from './transaction-steps.js';

export interface Limits {
  /** How long it may stay open; the usual limit is made for requests, and loading much takes longer. */
  timeLimitMs?: number;
}

export type Transact = <Result>(work: (tx: Tx) => Promise<Result>, limits?: Limits) => Promise<Result>;

/** What every service stands on. */
export interface Store {
  db: Db;
  transact: Transact;
}

const transactionSpan = {
  name: 'transaction',
  kind: 'client',
  attributes: { 'db.system.name': 'postgresql' },
} as const;

const retries = 5;
const serializationFailure = '40001';
const deadlockDetected = '40P01';

/**
 * Runs a unit of work in one transaction, again where PostgreSQL asks for it (two changes that lock the same
 * claims in different order). `committed` is called after each commit and must neither throw nor block.
 */
export function createStore(
  { prisma }: Database,
  committed: () => void = () => undefined,
  trace?: Trace,
): Store {
  const run = async <Result>(
    work: (tx: Tx) => Promise<Result>,
    { timeLimitMs }: Limits = {},
    span?: Span,
  ): Promise<Result> => {
    const step = nextStep();
    const before = step?.recall();
    if (before) return before.result as Result;
    const whole = step ? step.wrap(work) : work;
    for (let attempt = 1; ; attempt++) {
      if (attempt > 1) span?.tell({ 'isnad.tries': attempt });
      try {
        const result = await prisma.$transaction(
          whole,
          timeLimitMs === undefined ? {} : { timeout: timeLimitMs },
        );
        step?.ended({ committed: true });
        withoutSteps(committed);
        return result;
      } catch (error) {
        if (attempt > retries || !isRetryable(error)) {
          step?.ended({ error });
          throw error;
        }
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  };
  // Those of the relay and its like, which look every second whether there is something to do, are left alone.
  const transact: Transact = (work, limits) =>
    inChildSpan(trace, transactionSpan, (span) => run(work, limits, span));
  return { db: prisma, transact };
}

function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === serializationFailure || state === deadlockDetected;
}

/**
 * Prisma shows a database error in three shapes: P2034 for a conflict in a model query, P2010 with the
 * driver's error inside for raw SQL, and a driver error without a code when COMMIT itself fails.
 */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && error.code === 'P2034') return serializationFailure;
  const cause = driverCause(error);
  return typeof cause?.['originalCode'] === 'string' ? cause['originalCode'] : undefined;
}

/** The name of the constraint that refused a write, where one did. */
export function violatedConstraint(error: unknown): string | undefined {
  const message = JSON.stringify(driverCause(error) ?? (error as { meta?: unknown } | null)?.meta ?? '');
  return /constraint \\?"(\w+)\\?"/.exec(message)?.[1];
}

function driverCause(error: unknown): Record<string, unknown> | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: unknown } } } | null)?.meta;
  const cause = meta?.driverAdapterError?.cause ?? (error as { cause?: unknown } | null)?.cause;
  return typeof cause === 'object' && cause !== null ? (cause as Record<string, unknown>) : undefined;
}
