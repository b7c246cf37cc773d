import { join } from 'node:path';
import { verifierKey } from '../../domain/merkle/signed-note.js';
import type { Pool } from '../../platform/db/client.js';
import { createDiskWatch, whyNoRoom } from '../../platform/disk-watch.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure, notFound } from '../../platform/errors.js';
import type { Job } from '../../platform/queue/job.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import {
  findCheckpoint,
  lastCheckpoint,
  listKeys,
  noteAttempt,
  readSigning,
  whileSigning,
} from './checkpoint.repository.js';
import { listCheckpoints } from './checkpoint-list.queries.js';
import type { CheckpointQuery } from './checkpoint.schema.js';
import { attestCheckpoint, isAttestationOwed, type Attesting } from './attest-checkpoint.js';
import { requireSameFeed, signCheckpoint, type SigningDeps } from './sign-checkpoint.js';
import type { KeySource } from './signing-keys.js';
import { bytesOfKey, keyFromText, type Checkpoint } from './statement.js';

export type CheckpointService = ReturnType<typeof createCheckpointService>;

export interface CheckpointDeps {
  store: Store;
  pool: Pool;
  /** The folder of checkpoints; where it is left out, this process signs none. */
  dir?: string | undefined;
  /** What the log of the feed is called. */
  origin: string;
  keys?: Partial<KeySource> | undefined;
  attesting?: Attesting | undefined;
  /** Whether anybody may be called: a copy of a database must not speak for the original. */
  mayCall?: () => Promise<boolean>;
  warn?: WarnThrottled;
}

const retryAttestationMs = 600_000;

/** What Isnad has signed about its history, so that others can compare. */
export function createCheckpointService({
  store,
  pool,
  dir,
  origin,
  keys: { keysDir, signCommand } = {},
  attesting,
  mayCall = () => Promise.resolve(true),
  warn = () => undefined,
}: CheckpointDeps) {
  const { db } = store;
  let attestAgainAt = 0;
  const requireDir = (): string => {
    if (dir === undefined) throw new Error('this process has no folder for checkpoints');
    return dir;
  };

  const depsFor = (folder: string): SigningDeps => ({
    store,
    pool,
    dir: folder,
    origin,
    keysDir: keysDir ?? join(folder, 'keys'),
    signCommand,
  });

  const disk = createDiskWatch(dir ?? '', 'CHECKPOINT_DIR');
  const signInto = (folder: string, options: Parameters<typeof signCheckpoint>[1]) =>
    disk
      .writing(() => signCheckpoint(depsFor(folder), options))
      .catch((error: unknown) => {
        const why = whyNoRoom(error);
        throw why === undefined
          ? error
          : new Failure('busy', `Nothing was signed: ${folder} takes no files, ${why}.`);
      });

  /** Notes for other processes how it ended, but for an end that was asked for; `readyz` of the API is where people look. */
  const noting = async (work: () => Promise<unknown>, until?: AbortSignal): Promise<void> => {
    try {
      await work();
      await noteAttempt(db, null);
    } catch (error) {
      // What cannot be written down either is in the log.
      if (until?.aborted !== true) await noteAttempt(db, whyNotSigned(error)).catch(() => undefined);
      throw error;
    }
  };

  /** Who does not answer is asked again later, and keeps nobody from signing. */
  const attest = async (folder: string): Promise<void> => {
    if (!attesting || !(await mayCall())) return;
    await attestCheckpoint(folder, attesting).catch((error: unknown) => {
      attestAgainAt = performance.now() + retryAttestationMs;
      warn(error, 'the newest checkpoint is not witnessed outside yet; trying again in ten minutes');
    });
  };

  const isWitnessOwed = async (folder: string): Promise<boolean> =>
    attesting !== undefined &&
    performance.now() >= attestAgainAt &&
    (await mayCall()) &&
    (await isAttestationOwed(folder, attesting));

  return {
    /**
     * Signs one if it is due (`readSigning`). Called twice, or by two processes at once, it signs one. Of a million claims
     * it takes its time, because the process has other work that people wait for; `until` breaks it off, to be done by the next.
     */
    async signIfDue(until?: AbortSignal): Promise<void> {
      const folder = requireDir();
      await whileSigning(pool, async () => {
        if ((await readSigning(db)).due) await noting(() => signInto(folder, { gently: true, until }), until);
        await attest(folder);
      });
    },

    /** One more, now. `newKey`: the next ones are signed with a key that is made for it. */
    async sign(options: { newKey?: boolean } = {}): Promise<Checkpoint> {
      const folder = requireDir();
      const signed = await whileSigning(pool, async () => ({ made: await signInto(folder, options) }));
      if (!signed) throw new Failure('busy', 'Another process is signing a checkpoint at this moment.');
      if (!signed.made) throw new Failure('conflict', 'Nothing has happened yet that could be signed.');
      return signed.made;
    },

    /** True, or why nothing is signed, in words. */
    async checkLog(): Promise<true | string> {
      try {
        if (dir !== undefined) await requireSameFeed(pool, dir);
        return true;
      } catch (error) {
        if (error instanceof Failure) return error.message;
        throw error;
      }
    },

    checkDisk: disk.check,

    /** True, or why the one that is due is not signed, whichever process should have. */
    async checkSigning(): Promise<true | string> {
      const { due, overdue, since, problem } = await readSigning(db);
      if (due && problem !== null) return `The last attempt to sign a checkpoint failed: ${problem}`;
      return (
        !overdue ||
        `No checkpoint is signed, though one is due since ${since?.toISOString() ?? ''}: is a worker running?`
      );
    },

    findOwed: async (): Promise<Job[]> =>
      dir !== undefined && ((await readSigning(db)).due || (await isWitnessOwed(dir)))
        ? [{ name: 'sign-checkpoint', payload: {} }]
        : [],

    async find(number: number | 'latest'): Promise<Checkpoint> {
      const found = number === 'latest' ? await lastCheckpoint(db) : await findCheckpoint(db, number);
      if (!found) throw notFound('checkpoint', String(number));
      return found;
    },

    list: (query: CheckpointQuery) => listCheckpoints(pool, query),

    /** Every key that has signed, oldest first. */
    async keys() {
      const rows = await listKeys(db);
      return rows.map(({ key, log, first, last }) => ({
        key,
        pem: keyFromText(key).export({ type: 'spki', format: 'pem' }).toString(),
        first,
        last,
        verifierKey: verifierKey(log, bytesOfKey(key)),
      }));
    },

    /** Which is the newest: what lists of them change by. */
    newest: async (): Promise<number> => (await lastCheckpoint(db))?.statement.number ?? 0,
  };
}

/** In our own words, or by the code alone: what others say of their failures may hold what is nobody's business. */
function whyNotSigned(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const { code, path } = error as { code?: unknown; path?: unknown };
  if (typeof code !== 'string') return 'it failed unexpectedly, as the log of the worker says.';
  return typeof path === 'string' ? `${code} at ${path}.` : `it failed with ${code}.`;
}
