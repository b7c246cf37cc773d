/** F27: the disk is full, for the database and for captured pages. Skipped where no small disk can be mounted. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { grantApplication } from '../../prisma/grants.js';
import { migrate } from '../../prisma/migrate.js';
import { readinessChecks } from '../../src/check-installation.js';
import { readCheckpoints, readLeavesFiles } from '../../src/integrity/checkpoints/folder.js';
import { readKeptLog } from '../../src/integrity/exports/compare-feed.js';
import { verifyExport } from '../../src/integrity/exports/verify-export.js';
import { readReadiness, type Check } from '../../src/platform/health/readiness.js';
import { bodyOf, enterClaim } from '../support/desk.js';
import { addEvidence, captureAgain, listCaptures } from '../support/evidence.js';
import { createInternet } from '../support/internet.js';
import { makeOwnPostgres } from '../support/own-postgres.js';
import { mayMount, mountSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { checkpointsOf, createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

/** As `readyz` looks at it, but for the queue, which is not there. */
const checksOf = ({ database, services }: TestIsnad): Check[] =>
  readinessChecks({ database, services, backend: undefined as never }).filter(({ part }) => part !== 'queue');

const filesIn = (dir: string): Promise<string[]> => readdir(dir, { recursive: true });
const isUnfinished = (name: string): boolean => name.startsWith('unfinished/');

describe.skipIf(!mayMount)('F27: on a full disk', () => {
  it('of the database writes are answered 503 with words, reads go on, nothing acknowledged is lost, and it goes on', async () => {
    let disk: SmallDisk | undefined;
    const postgres = await makeOwnPostgres((folder) => {
      disk = mountSmallDisk(folder, 256);
      return Promise.resolve();
    });
    undo.push(async () => {
      // The folder is where the disk is mounted.
      await postgres.remove().catch(() => undefined);
      disk?.unmount();
    });
    await migrate(postgres.ownerUrl);
    await grantApplication(postgres);
    const isnad = await createIsnad({
      on: { url: postgres.url, ownerUrl: postgres.ownerUrl, drop: () => Promise.resolve() },
    });
    undo.push(isnad.close);
    let count = 0;
    /** Long and not to be compressed: it does not fit where the database has room left. */
    const store = (): Promise<Response> =>
      Promise.resolve(
        isnad.as('checker').post('/v1/articles', {
          ...{ ref: `a${String(++count)}`, title: 'A long text', language: 'en' },
          text: randomBytes(120_000).toString('base64'),
        }),
      );
    const acknowledged: { ref: string }[] = [];
    const note = ({ status, body }: Response): number => {
      if (status === 201) acknowledged.push(body as { ref: string });
      return status;
    };
    expect(note(await store())).toBe(201);
    await disk?.fill();
    let refused: Response | undefined;
    for (let tries = 0; tries < 60 && !refused; tries++) {
      const answer = await store();
      if (note(answer) !== 201) refused = answer;
    }
    expect([refused?.status, (refused?.body as { code?: string }).code]).toEqual([
      503,
      'database_cannot_write',
    ]);
    expect(refused?.headers['retry-after']).toBeDefined();
    expect((refused?.body as { detail: string }).detail.length).toBeGreaterThan(20);
    expect((await isnad.as('reader').get('/v1/articles?limit=10')).status).toBe(200);

    await disk?.free();
    expect(note(await store())).toBe(201);
    for (const { ref } of acknowledged)
      expect(bodyOf(await isnad.as('reader').get(`/v1/articles/${ref}`))).toMatchObject({ ref });
    const { items } = bodyOf(await isnad.as('reader').get('/v1/articles?limit=200')) as { items: unknown[] };
    expect(items).toHaveLength(acknowledged.length);
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });

  it('of captured pages a capture says that it could not be kept, and is made once there is room', async () => {
    const internet = await createInternet();
    undo.push(() => internet.close());
    const isnad = await createIsnad({ outbound: internet.outbound });
    undo.push(isnad.close);
    const disk = mountSmallDisk(isnad.dir, 1);
    undo.push(disk.unmount);
    const claim = await enterClaim(isnad);
    await addEvidence(isnad, claim, internet.serve('/before', { body: '<p>Kept before.</p>' }));
    await isnad.work();
    await disk.fill();
    // Room to begin, and not to end.
    const filler = join(isnad.dir, 'filler');
    await truncate(filler, (await stat(filler)).size - 8192);
    const url = internet.serve('/page', { body: `<p>${randomBytes(20_000).toString('hex')}</p>` });
    const { id } = await addEvidence(isnad, claim, url);
    await isnad.work();
    expect(await listCaptures(isnad, id)).toMatchObject([
      { outcome: 'failed', failure: { code: 'not_stored' } },
    ]);
    expect(await readReadiness(checksOf(isnad))).toMatchObject({
      ready: true,
      degraded: ['cannot_write'],
      parts: { pages: { why: 'Nothing can be kept in EVIDENCE_DIR: its disk is full.' } },
    });
    // What was begun takes no room.
    expect((await readdir(isnad.dir, { recursive: true })).filter(isUnfinished)).toEqual([]);
    await disk.free();
    await isnad.database.pool.query('UPDATE evidence SET capture_due_at = NULL');
    expect(await captureAgain(isnad, id)).toMatchObject({ outcome: 'captured' });
    expect(await readReadiness(checksOf(isnad))).toMatchObject({ ready: true, degraded: [] });
  });

  it('of checkpoints nothing is signed, in words and without half of a file, and once there is room the next is good', async () => {
    const isnad = await createIsnad({ seeded: true });
    undo.push(isnad.close);
    const dir = checkpointsOf(isnad.dir);
    await mkdir(dir);
    const disk = mountSmallDisk(dir, 1);
    undo.push(disk.unmount);
    const { checkpoints } = isnad.services;
    await isnad.relay();
    const first = await checkpoints.sign();
    for (let count = 0; count < 20; count++) await enterClaim(isnad);
    await isnad.relay();
    const before = await filesIn(dir);
    await disk.fill();
    await expect(checkpoints.sign()).rejects.toThrow(
      /^Nothing was signed: .*takes no files, its disk is full\.$/,
    );
    const after = await filesIn(dir);
    expect(after.filter((name) => name.endsWith('.draft'))).toEqual([]);
    expect(before.filter((name) => !after.includes(name))).toEqual([]);
    expect(await checkpoints.newest()).toBe(1);
    expect(await readReadiness(checksOf(isnad))).toMatchObject({
      ready: true,
      degraded: ['cannot_write'],
      parts: { checkpoints: { why: 'Nothing can be kept in CHECKPOINT_DIR: its disk is full.' } },
    });

    await disk.free();
    // The connection that held the lock may still be on its way out.
    const next = await vi.waitFor(() => checkpoints.sign());
    expect(next.statement).toMatchObject({ number: 2, previous: first.hash });
    expect(await readReadiness(checksOf(isnad))).toMatchObject({ degraded: [] });
    const outcome = await isnad.services.exports.read({}, async (lines) =>
      verifyExport(lines, {
        kept: await readCheckpoints(dir),
        leaves: await readLeavesFiles(dir),
        log: await readKeptLog(dir),
      }),
    );
    expect(outcome).toMatchObject({ valid: true });
  });
});
