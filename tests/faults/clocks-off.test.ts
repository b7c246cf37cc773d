/** F13: the clocks of the machines are ten minutes off, ahead and behind, and step back. The database's time is what counts. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';
import { eventsOf, expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import { endConnections, moveClock } from '../support/delivering.js';
import { acceptClaim, bodyOf, enterClaim, proposeVerdict, readStatus, readTask } from '../support/desk.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';
import { startRunningProduct, type RunningProduct } from '../support/running-product.js';

const tenMinutes = 600_000;
const patient = { timeout: 60_000, interval: 200 };

/** The environment of a process whose clock is so many milliseconds ahead. */
const clockOff = (ms: number, more: Record<string, string> = {}): Record<string, string> => ({
  NODE_OPTIONS: `--require ${join(projectRoot, 'tests/support/shift-clock.cjs')}`,
  CLOCK_OFF_MS: String(ms),
  ...more,
});
const steppingBack = clockOff(tenMinutes, {
  CLOCK_STEP_AFTER_MS: '8000',
  CLOCK_STEP_MS: String(-2 * tenMinutes),
});

describe.each(queueStores)('with the queue in $name', ({ name, open, skipped }) => {
  let store: QueueStore;
  let isnad: RunningProduct;
  beforeAll(async () => {
    if (skipped) return;
    store = await open();
    isnad = await startRunningProduct({ redisUrl: store.redisUrl });
  }, 60_000);
  afterEach(async () => {
    if (!skipped) await isnad.endWorkers();
  });
  afterAll(async () => {
    if (skipped) return;
    await isnad.close();
    await store.close();
  });

  it.skipIf(skipped)("the order of events is the database's, whichever process wrote them", async () => {
    const apis = [
      await isnad.startApi(clockOff(tenMinutes)),
      await isnad.startApi(clockOff(-tenMinutes)),
      await isnad.startApi(steppingBack),
    ];
    await isnad.startWorker();
    const claim = await enterClaim(isnad);
    const started = Date.now();
    for (let at = 0; Date.now() - started < 10_000; at++) {
      const api = apis[at % 3];
      if (api)
        bodyOf(
          await isnad
            .at(api, 'checker')
            .patch(`/v1/claims/${claim}`, { topics: [`t${String(at)}`] }, { 'If-Match': '*' }),
        );
    }
    await isnad.work();
    await expectWholeChains(isnad);
    const { rows } = await isnad.database.pool.query<{ ordered: boolean; near: boolean }>(
      `SELECT bool_and(e.at >= e.before) AS ordered, bool_and(e.position > e.place) AS together, max(at) BETWEEN now() - interval '1 minute' AND now() AS near
       FROM (SELECT events.at, f.position, lag(events.at, 1, events.at) OVER chain AS before, lag(f.position, 1, 0) OVER chain AS place
         FROM events JOIN feed AS f ON f.event_seq = seq JOIN claims AS c ON c.id = claim_id WHERE c.ref = $1
         WINDOW chain AS (ORDER BY events.ordinal)) AS e`,
      [claim],
    );
    expect(rows).toEqual([{ ordered: true, together: true, near: true }]);
  });

  it.skipIf(skipped)(
    'nothing is said before its time by a worker ahead, and nothing is missed by one behind',
    async () => {
      await isnad.startApi();
      bodyOf(await isnad.as('editor').put('/v1/policies/clocks/triage/normal', { minutes: 0.5 }));
      bodyOf(await isnad.as('editor').put('/v1/policies/clocks/pick_up/normal', { minutes: 8 }));
      // With the queue in PostgreSQL locks are told by the worker's clock: one so far off refuses to work, and says why.
      const says = name === 'Redis' ? undefined : /this machine's clock is -?\d+ ms behind the database's/;
      await Promise.all([tenMinutes, -tenMinutes].map((ms) => isnad.startWorker(clockOff(ms), says)));
      if (says) await isnad.startWorker();
      const [soon, later] = [await enterClaim(isnad), await enterClaim(isnad)];
      await acceptClaim(isnad, later);
      const told = async (claim: string) =>
        (await eventsOf(isnad, claim)).filter((type) => /reminded|overdue|escalated/.test(type));
      // Due after 45 s, and what a worker put off by its own clock is found by the next sweep, 20 s later at most.
      await expect
        .poll(() => told(soon), { ...patient, timeout: 100_000 })
        .toEqual(['task.reminded', 'task.overdue', 'task.escalated']);
      expect(await told(later)).toEqual([]);
      const { rows } = await isnad.database.pool.query<{ type: string; after: number }>(
        `SELECT e.type, extract(epoch FROM e.at - t.clock_from)::float8 AS after FROM events AS e
       JOIN claims AS c ON c.id = e.claim_id JOIN review_tasks AS t ON t.id = e.subject_id
       WHERE c.ref = $1 AND e.type IN ('task.reminded', 'task.overdue', 'task.escalated') ORDER BY e.ordinal`,
        [soon],
      );
      for (const [at, { after }] of rows.entries()) expect(after).toBeGreaterThanOrEqual(15 * (at + 1));
      // A lease that its holder's machine believes to be over is not.
      expect((await readTask(isnad, later)).status).toBe('open');
      await expectNothingDoubled(isnad);
    },
  );

  it.skipIf(skipped)(
    'a database whose own clock steps back keeps every chain whole and publishes nothing by itself',
    async () => {
      await isnad.startApi();
      await isnad.startWorker();
      const claim = await enterClaim(isnad);
      await acceptClaim(isnad, claim);
      await moveClock(isnad.ownerUrl, -1 / 6);
      await isnad.endWorkers();
      await endConnections(isnad.ownerUrl);
      await isnad.startApi();
      await isnad.startWorker();
      const proposed = await enterClaim(isnad);
      await proposeVerdict(isnad, proposed);
      expect((await readStatus(isnad, proposed)).status).toBe('in_approval');
      bodyOf(
        await isnad.as('checker').patch(`/v1/claims/${claim}`, { topics: ['back'] }, { 'If-Match': '*' }),
      );
      await isnad.work();
      await expectWholeChains(isnad);
      await expectNothingDoubled(isnad);
      await moveClock(isnad.ownerUrl, 0);
    },
  );
});
