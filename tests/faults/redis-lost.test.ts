/** F4 to F6: the store of the queue goes away, comes back with nothing in it, or is not fit for it. OUTAGE_MS shortens the minute. */
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import { bodyOf, enterClaim, startReview, verdictBody } from '../support/desk.js';
import { placeGate } from '../support/gate.js';
import { startLoad } from '../support/load.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';
import { startRunningProduct, type RunningProduct } from '../support/running-product.js';

const outageMs = Number(process.env['OUTAGE_MS'] ?? 60_000);
const aMinute = { timeout: 60_000, interval: 200 };

describe.skipIf(!hasRedis)('Redis', () => {
  let redis: TestRedis;
  let isnad: RunningProduct;
  beforeEach(async () => {
    redis = await startRedis();
    isnad = await startRunningProduct({ redisUrl: redis.url });
  });
  afterEach(async () => {
    await isnad.close();
    await redis.stop();
  });
  const readiness = async (url: string): Promise<string> => {
    const answer = await fetch(`${url}/readyz`);
    return `${String(answer.status)} ${((await answer.json()) as { degraded: string[] }).degraded.join()}`;
  };

  it('F4: down for a minute under load, holds up no write; what piled up is done once it is back', async () => {
    const [api, worker] = [await isnad.startApi(), await isnad.startWorker()];
    const load = startLoad(isnad);
    await expect.poll(() => load.accepted.length, aMinute).toBeGreaterThan(5);
    await redis.kill();
    const before = load.accepted.length;
    await pause(outageMs);
    // A busy machine may be late with the other parts once; the queue is away for good.
    await expect.poll(() => readiness(api.url), aMinute).toBe('200 queue_unavailable');
    expect(load.accepted.length).toBeGreaterThan(before + outageMs / 2_000);
    await redis.restart();
    const { refused, slowestMs, accepted } = await load.end();
    expect(refused).toEqual([]);
    expect(slowestMs).toBeLessThan(10_000);

    await expect.poll(() => readiness(api.url), aMinute).toBe('200 ');
    await isnad.work();
    // Nothing of what was sent in vain comes back as a ghost.
    for (const claim of accepted) {
      const types = (await eventsOf(isnad, claim)).filter((type) => type.startsWith('task.'));
      // Accepted before anybody could open the triage task, or after.
      expect(['task.opened', 'task.opened,task.completed,task.opened'], claim).toContain(types.join());
    }
    await expectWholeChains(isnad);
    await expectNothingDoubled(isnad);
    expect([api.child.exitCode, worker.child.exitCode]).toEqual([null, null]);
    // Answers are told as ever; complaints are told once in a while.
    for (const { output } of [api, worker])
      expect(output().match(/"level":"(?:warn|error)"/g)?.length ?? 0).toBeLessThan(500);
    expect(await worker.end()).toBe(0);
  });

  it('F5: restarted empty, has all work and all clocks back within a minute', async () => {
    await isnad.startApi();
    await isnad.startWorker();
    // Nine seconds to the reminder, eighteen to the end, twenty-seven to the escalation.
    bodyOf(await isnad.as('editor').put('/v1/policies/clocks/triage/normal', { minutes: 0.3 }));
    const waiting = [await enterClaim(isnad), await enterClaim(isnad)];
    const reviewed = await enterClaim(isnad);
    const { id } = await startReview(isnad, reviewed);
    const gate = await placeGate(isnad.ownerUrl, {
      table: 'verdicts',
      on: 'AFTER UPDATE',
      when: "NEW.status = 'proposed'",
    });
    const submitted = await isnad.as('checker').post(`/v1/tasks/${id}/verdict`, verdictBody());
    expect(submitted.status).toBe(202);
    await gate.waiting();
    await redis.kill();
    await redis.restart();
    await gate.open();

    const told = async (claim: string) =>
      (await eventsOf(isnad, claim)).filter((type) =>
        /reminded|overdue|escalated|verdict_recorded/.test(type),
      );
    await expect.poll(() => told(reviewed), aMinute).toContain('claim.verdict_recorded');
    for (const claim of waiting)
      await expect
        .poll(() => told(claim), aMinute)
        .toEqual(['task.reminded', 'task.overdue', 'task.escalated']);
    await isnad.work();
    await expectWholeChains(isnad);
    await expectNothingDoubled(isnad);
  });
});

describe.skipIf(!hasRedis)('F6: a Redis that would throw jobs away', () => {
  it('is named at readyz, and by the worker, which takes no job before it is set right', async () => {
    const redis = await startRedis(['--maxmemory-policy', 'allkeys-lru']);
    const isnad = await startRunningProduct({ redisUrl: redis.url });
    const client = new Redis(redis.url);
    try {
      const api = await isnad.startApi();
      const readiness = async (): Promise<unknown> => {
        const answer = await fetch(`${api.url}/readyz`);
        return [answer.status, await answer.json()];
      };
      expect(await readiness()).toMatchObject([
        200,
        {
          degraded: ['queue_unavailable'],
          parts: {
            queue: {
              why: 'Redis throws jobs away when it is full: maxmemory-policy is allkeys-lru, set it to noeviction',
            },
          },
        },
      ]);
      const worker = await isnad.startWorker({}, /allkeys-lru, set it to noeviction/);
      const claim = await enterClaim(isnad);
      // What it says a second time it has looked at after the claim was there.
      await worker.says(/(?:set it to noeviction[^]*){2}/);
      expect(worker.output()).not.toContain('"msg":"working"');
      expect(await eventsOf(isnad, claim)).not.toContain('task.opened');

      await client.config('SET', 'maxmemory-policy', 'noeviction');
      await worker.says(/"msg":"working"/);
      await expect.poll(() => eventsOf(isnad, claim), aMinute).toContain('task.opened');
      expect(await readiness()).toMatchObject([200, { degraded: [] }]);
    } finally {
      client.disconnect();
      await isnad.close();
      await redis.stop();
    }
  });
});
