import type { Answer, WriteName } from './stored-write.js';
import { createHash } from 'node:crypto';
import type { WarnThrottled } from '../throttled-warning.js';
import { withSteps, type TransactionSteps } from '../db/transaction-steps.js';
import type { Store } from '../db/transaction.js';
import { Failure } from '../errors.js';
import { fingerprintJson } from './write.rules.js';
import {
  enterStep,
  findWrite,
  forgetWrites,
  idOf,
  keepAnswer,
  keepRefusal,
  recordResult,
  stepRow,
  type KeptWrite,
  type Write,
} from './write.repository.js';

export type SafeWrites = ReturnType<typeof createSafeWrites>;

interface Once {
  name: WriteName;
  /** Everything that was asked for; another request under the same name is refused. */
  asked: unknown;
  /** Does it and renders the answer; run again after a crash, it goes through the same transactions. */
  work: () => Promise<Answer>;
  /** Whether it was done before is looked up first; otherwise found out by doing it, as far as the database lets it. */
  looksFirst: boolean;
  /** Of the answer, what is kept of it. */
  keep?: (answer: Answer) => Answer;
}

/** How often it is gone back to what is kept, because the same request got on elsewhere. */
const rounds = 5;
/** What one sweep forgets at most. */
const forgetLimit = 10_000;

/** Runs a write that may be sent again so that it has one effect and one answer. */
export function createSafeWrites({ store, warn, days }: { store: Store; warn: WarnThrottled; days: number }) {
  const { db } = store;

  return {
    async once({
      name,
      asked,
      work,
      looksFirst,
      keep = (answer) => answer,
    }: Once): Promise<{ answer: Answer; again: boolean }> {
      const write = { id: idOf(name), name, fingerprint: fingerprintOf(asked) };
      let known = looksFirst ? await findWrite(db, write.id) : undefined;
      for (let round = 1; round <= rounds; round++) {
        if (known && !Buffer.from(known.fingerprint).equals(write.fingerprint)) throw reused();
        if (known?.answer) return { answer: known.answer, again: true };
        const steps = createSteps(write, known?.steps ?? new Map<number, unknown>());
        const answer = await withSteps(steps, work).catch((error: unknown) => {
          if (!steps.saw.interruption) throw error;
        });
        if (answer && !steps.saw.interruption) {
          const fit = keep(answer);
          // What may or may not have been committed is found out by whoever asks again, and so is what failed for now.
          if (steps.saw.doubt || fit.incomplete || (await tryToKeep(write, fit, steps.saw.effect)))
            return known ? { answer: fit, again: true } : { answer, again: false };
        }
        const before: number = known?.steps.size ?? 0;
        known = await findWrite(db, write.id);
        // Nothing new is committed: the same request is under way somewhere.
        if (!known?.answer && (known?.steps.size ?? 0) <= before) throw underWay();
      }
      throw underWay();
    },

    /** Forgets what is older than the promised days. */
    forget: (): Promise<number> => forgetWrites(db, days, forgetLimit),
  };

  function createSteps(write: Write, done: KeptWrite['steps']) {
    const saw = { interruption: false, effect: done.size > 0, doubt: false };
    const steps: TransactionSteps = {
      recall: (step) => (done.has(step) ? { result: done.get(step) } : undefined),
      enter: async (tx, step) => {
        if (!(await enterStep(tx, stepRow(write, step)))) throw steps.interrupt();
      },
      row: (step, result) => stepRow(write, step, result),
      interrupt: () => {
        // Noted as well as thrown: work on many things goes on after the failure of one.
        saw.interruption = true;
        return underWay();
      },
      record: async (tx, step, result) => {
        if (result !== undefined) await recordResult(tx, write.id, step, result);
      },
      ended: (outcome) => {
        if ('committed' in outcome) saw.effect = true;
        else if (!(outcome.error instanceof Failure) || outcome.error.kind === 'busy') saw.doubt = true;
      },
    };
    return { ...steps, saw };
  }

  /** False where another answer is kept. What cannot be kept is given all the same: the effect is durable. */
  async function tryToKeep(write: Write, answer: Answer, hadEffect: boolean): Promise<boolean> {
    try {
      if (hadEffect && (await keepAnswer(db, write, answer))) return true;
      // Erased meanwhile: the answer is given, and kept nowhere.
      const kept = hadEffect ? await findWrite(db, write.id) : undefined;
      if (kept && !Buffer.from(kept.fingerprint).equals(write.fingerprint)) return true;
      return await keepRefusal(db, write, answer);
    } catch (error) {
      warn(error, 'an answer could not be kept; a retry will have it rendered again');
      return true;
    }
  }
}

const fingerprintOf = (asked: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(fingerprintJson(asked)).digest());

const header = { in: 'header', pointer: 'Idempotency-Key' } as const;

const reused = (): Failure =>
  new Failure(
    'unprocessable',
    'This `Idempotency-Key` came with another request. A new request takes a new key.',
    {
      code: 'idempotency_key_reused',
      faults: [{ ...header, message: 'was used for another request' }],
    },
  );

const underWay = (): Failure =>
  new Failure('conflict', 'A request with this `Idempotency-Key` is under way. Send it again in a moment.', {
    code: 'request_under_way',
    retryAfter: 1,
  });
