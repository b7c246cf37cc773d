import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCheckpointService,
  type CheckpointService,
} from '../../src/integrity/checkpoints/checkpoint.service.js';
import { readCheckpoints, readLeavesFiles } from '../../src/integrity/checkpoints/folder.js';
import type { Database } from '../../src/platform/db/client.js';
import type { Store } from '../../src/platform/db/transaction.js';
import { createExportService } from '../../src/integrity/exports/export.service.js';
import { readKeptLog } from '../../src/integrity/exports/compare-feed.js';
import type { Witnesses } from '../../src/integrity/exports/verify-export.js';
import { sequence } from '../../src/delivery/feed/relay.js';

/** A folder for checkpoints of a test's own, and one who signs into it. */
export interface Notary {
  dir: string;
  checkpoints: CheckpointService;
  /** Gives everything that happened its place in the feed, and signs. */
  sign(options?: { newKey?: boolean }): ReturnType<CheckpointService['sign']>;
  /** The whole history as it would be exported now, or that of one claim. */
  exportLines(claimId?: string): Promise<string[]>;
  witnesses(): Promise<Required<Pick<Witnesses, 'kept' | 'leaves' | 'log'>>>;
  close(): Promise<void>;
}

/** `folder`: of one who signed before. `keysDir`: where the keys are, if not in it. */
export async function createNotary(
  { database, store }: { database: Database; store: Store },
  folder?: string,
  keysDir?: string,
): Promise<Notary> {
  const dir = folder ?? (await mkdtemp(join(tmpdir(), 'isnad-checkpoints-')));
  const { pool } = database;
  const checkpoints = createCheckpointService({
    store,
    pool,
    dir,
    origin: 'isnad.example/log',
    keys: keysDir === undefined ? undefined : { keysDir },
  });
  return {
    dir,
    checkpoints,
    sign: async (options) => {
      await settleFeed(store);
      return checkpoints.sign(options);
    },
    exportLines: (claimId) =>
      createExportService({ pool, db: store.db }).read({ claim: claimId, rows: false }, collect),
    witnesses: async () => ({
      kept: await readCheckpoints(dir),
      leaves: await readLeavesFiles(dir),
      log: await readKeptLog(dir),
    }),
    close: () => rm(dir, { recursive: true, force: true }),
  };
}

export async function settleFeed(store: Store): Promise<void> {
  while ((await sequence(store)) !== 'idle');
}

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
