/** F27: the disk is full, for the database and for captured pages. Skipped where no small disk can be mounted. */
import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import { afterEach, describe, expect, it } from 'vitest';
import { grantApplication } from '../../prisma/grants.js';
import { migrate } from '../../prisma/migrate.js';
import { bodyOf, enterClaim } from '../support/desk.js';
import { addEvidence, captureAgain, listCaptures } from '../support/evidence.js';
import { createInternet } from '../support/internet.js';
import { makeOwnPostgres } from '../support/own-postgres.js';
import { mayMount, mountSmallDisk, type SmallDisk } from '../support/small-disk.js';
import { createIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

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
    await disk.fill();
    const claim = await enterClaim(isnad);
    const url = internet.serve('/page', { body: `<p>${randomBytes(20_000).toString('hex')}</p>` });
    const { id } = await addEvidence(isnad, claim, url);
    await isnad.work();
    expect(await listCaptures(isnad, id)).toMatchObject([
      { outcome: 'failed', failure: { code: 'not_stored' } },
    ]);
    await disk.free();
    await isnad.database.pool.query('UPDATE evidence SET capture_due_at = NULL');
    expect(await captureAgain(isnad, id)).toMatchObject({ outcome: 'captured' });
  });
});
