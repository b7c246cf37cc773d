/** Bytes that no capture speaks of, because a worker was killed before it had written that it kept them. */
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFolderStore } from '../../src/capture/folder-store.js';
import { withFileLock } from '../../src/capture/file-lock.js';
import { sha256Of, type PageStore } from '../../src/capture/page-store.js';
import { createStrayRemoval } from '../../src/capture/remove-strays.js';
import { enterClaim } from '../support/desk.js';
import { addEvidence } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let internet: Internet;
let dir: string;
let pages: PageStore;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ outbound: internet.outbound });
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-strays-'));
  pages = createFolderStore(dir);
  return () => rm(dir, { recursive: true, force: true });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const names = async (): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name);

const keep = async (text: string, hoursAgo = 0): Promise<string> => {
  const sha256 = sha256Of(text);
  await pages.put(sha256, Buffer.from(text));
  const then = new Date(Date.now() - hoursAgo * 3_600_000);
  await utimes(join(dir, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256), then, then);
  return sha256;
};

/** Whether somebody waits for the lock of a file. */
const isWaitedFor = async (): Promise<boolean> => {
  const { rows } = await isnad.database.pool.query<{ waits: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits`,
  );
  return rows[0]?.waits === true;
};

/** What 256 sweeps do, one for each shelf: the clock goes back, so that nothing gets older meanwhile. */
const sweepAll = async (): Promise<number> => {
  let at = Date.now();
  const sweep = createStrayRemoval({ store: isnad.store, pages, now: () => at });
  let removed = 0;
  for (let count = 0; count < 256; count++, at -= 20_000) removed += await sweep();
  return removed;
};

describe('bytes that no capture speaks of', () => {
  it('are deleted an hour later, and those that a capture names are not', async () => {
    const body = `captured ${dir}`;
    const claim = await enterClaim(isnad);
    await addEvidence(isnad, claim, internet.serve('/kept', { body }));
    await isnad.work();
    const kept = await keep(body, 3);
    await keep('left behind', 3);
    expect(await sweepAll()).toBe(1);
    expect(await names()).toEqual([kept]);
  });

  it('stay while they may be those of a capture that is under way, however old the file is', async () => {
    const sha256 = await keep('put again', 3);
    await pages.put(sha256, Buffer.from('put again'));
    await keep('put a moment ago');
    expect(await sweepAll()).toBe(0);
    expect(await names()).toHaveLength(2);
  });

  it('are not touched while a capture of the same bytes is being written down', async () => {
    const sha256 = await keep('under way', 3);
    let sweeping: Promise<number> | undefined;
    await withFileLock(isnad.store, sha256, async () => {
      sweeping = sweepAll();
      while (!(await isWaitedFor()));
      await pages.get(sha256);
    });
    expect(await sweeping).toBe(1);
  });
});
