/** Guarantee 7: a receiver gets everything, in order per claim, whatever happens to it meanwhile. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';
import { migrateQueue } from '../../src/platform/queue/postgres.js';
import { moveClock, startDelivering, type Delivering } from '../support/delivering.js';
import { bodyOf, enterClaim, move } from '../support/desk.js';
import { startReceiver, type Answer, type Received, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';
import { readDeliveries, readWebhook, relay, subscribe, type CreatedWebhook } from '../support/webhooks.js';

const patient = { timeout: 20_000, interval: 50 };
/** For tests in which workers are started again and again. */
const longMs = 120_000;

for (const { name, skipped, open } of queueStores) {
  describe.skipIf(skipped)(`webhooks, delivered by a queue in ${name}`, () => {
    let isnad: TestIsnad;
    let store: QueueStore;
    const running: Delivering[] = [];
    const receivers: Receiver[] = [];

    const work = (): void => {
      running.push(startDelivering(isnad.url, store.redisUrl));
    };
    const rest = async (): Promise<void> => {
      for (const one of running.splice(0)) await one.close();
    };
    /** Some time passes, and nobody works meanwhile. */
    const later = async (hours: number): Promise<void> => {
      await rest();
      await moveClock(isnad.ownerUrl, hours);
      work();
    };
    const receive = async (answer?: Answer): Promise<Receiver> => {
      const receiver = await startReceiver(answer);
      receivers.push(receiver);
      return receiver;
    };
    /** Claims of which several things happen; gives back their refs. */
    const busyDesk = async (claims: number): Promise<string[]> => {
      const refs: string[] = [];
      for (let at = 0; at < claims; at++) refs.push(await enterClaim(isnad));
      for (const ref of refs) bodyOf(await move(isnad, 'editor', ref, { event: 'accept' }));
      for (const statementDate of ['2023', '2024', '2025'])
        for (const ref of refs)
          bodyOf(await isnad.as('editor').patch(`/v1/claims/${ref}`, { statementDate }));
      await relay(isnad);
      return refs;
    };
    const feedAfter = async (cursor: string, reader: Person = 'reader'): Promise<CloudEvent[]> => {
      const { items } = bodyOf(await isnad.as(reader).get(`/v1/feed?limit=200&after=${cursor}`)) as {
        items: CloudEvent[];
      };
      return items;
    };
    /** Everything behind where the webhook began has arrived. */
    const arrived = async (receiver: Receiver, hook: CreatedWebhook): Promise<void> => {
      const missing = async (): Promise<string[]> => {
        const accepted = new Set(receiver.accepted().map(({ id }) => id));
        return (await feedAfter(hook.progress.cursor))
          .filter(({ id }) => !accepted.has(id))
          .map(({ type }) => type);
      };
      await expect.poll(missing, patient).toEqual([]);
      await expect.poll(async () => (await readWebhook(isnad, hook)).progress.behind, patient).toBe(0);
    };
    /** For each claim, the order in which its events were first accepted is that of the feed. */
    const expectOrder = (received: readonly Received[]): void => {
      const seen = new Map<string, number>();
      const firsts = received.filter(({ id }, at) => received.findIndex((one) => one.id === id) === at);
      for (const { event } of firsts) {
        if (event.claim === undefined) continue;
        expect(event.ordinal, event.claim).toBeGreaterThan(seen.get(event.claim) ?? 0);
        seen.set(event.claim, event.ordinal ?? 0);
      }
      expect(seen.size).toBeGreaterThan(0);
    };

    beforeAll(async () => {
      isnad = await createIsnad();
      store = await open();
      await migrateQueue(isnad.url);
    });
    afterEach(async () => {
      await rest();
      await moveClock(isnad.ownerUrl, 0);
      const { items } = bodyOf(await isnad.as('admin').get('/v1/webhooks?limit=200')) as {
        items: { id: string }[];
      };
      for (const { id } of items) await isnad.as('admin').delete(`/v1/webhooks/${id}`);
      for (const receiver of receivers.splice(0)) {
        expect(receiver.forged).toEqual([]);
        await receiver.close();
      }
    });
    afterAll(async () => {
      await rest();
      await store.close();
      await isnad.close();
    });

    it('arrive as things happen, each once', async () => {
      const receiver = await receive();
      const hook = await subscribe(isnad, receiver);
      work();
      await busyDesk(3);
      await arrived(receiver, hook);
      expectOrder(receiver.all);
      expect(new Set(receiver.all.map(({ id }) => id)).size).toBe(receiver.all.length);
    });

    it('keep the order of each claim while the receiver answers in any other, several at once', async () => {
      let open = 0;
      let most = 0;
      const held: (() => void)[] = [];
      const receiver = await receive(async () => {
        most = Math.max(most, ++open);
        // The last to come is the first to be answered.
        await new Promise<void>((resolve) => {
          held.push(resolve);
          setTimeout(() => held.pop()?.(), 20);
        });
        open--;
        return 200;
      });
      const hook = await subscribe(isnad, receiver, { concurrency: 3 });
      await busyDesk(5);
      work();
      await arrived(receiver, hook);
      expectOrder(receiver.all);
      expect(most).toBe(3);
    });

    it('are delivered by one of many workers at a time', async () => {
      const under = new Map<string, number>();
      const receiver = await receive(async ({ event }) => {
        const lane = event.claim ?? event.subject;
        expect(under.get(lane) ?? 0).toBe(0);
        under.set(lane, 1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        under.set(lane, 0);
        return 200;
      });
      const hook = await subscribe(isnad, receiver, { concurrency: 8 });
      for (let at = 0; at < 3; at++) work();
      await busyDesk(6);
      await arrived(receiver, hook);
      expectOrder(receiver.all);
      expect(new Set(receiver.all.map(({ id }) => id)).size).toBe(receiver.all.length);
    });

    it(
      'wait through twelve hours in which the receiver is down, and then all come',
      async () => {
        const receiver = await receive();
        await receiver.close();
        const hook = await subscribe(isnad, receiver);
        const refs = await busyDesk(4);
        work();
        await expect
          .poll(async () => (await readWebhook(isnad, hook)).progress.firstFailedAt, patient)
          .not.toBeNull();
        await expect
          .poll(async () => (await readWebhook(isnad, hook)).progress.heldUp, patient)
          .toBeGreaterThan(2);
        const down = await readWebhook(isnad, hook);
        expect(down.status).toBe('enabled');
        expect(down.progress.behind).toBeGreaterThan(0);
        // It is spared: few of the many events have been tried, and each only when its time had come.
        expect((await readDeliveries(isnad, hook)).length).toBeLessThan(12);

        for (const hours of [1, 3, 8]) {
          await later(hours);
          await expect
            .poll(async () => (await readDeliveries(isnad, hook)).filter(isAfter(hours)).length, patient)
            .toBeGreaterThan(0);
          bodyOf(await isnad.as('editor').patch(`/v1/claims/${refs[0] ?? ''}`, { statementDate: '2022' }));
        }
        await rest();
        const back = await startReceiver(() => 200, Number(new URL(receiver.url).port));
        receivers.push(back);
        back.trust(hook.secret);
        await later(12);
        // Five hours after its fifth attempt at the latest, and from then on everything at once.
        await later(19);
        await arrived(back, hook);
        expectOrder(back.all);
        expect((await readWebhook(isnad, hook)).progress).toMatchObject({ heldUp: 0, firstFailedAt: null });
      },
      longMs,
    );

    it('go on past a claim whose event the receiver refuses, and come back to it in order', async () => {
      let refused: string | undefined;
      const receiver = await receive(({ event }) => (event.claim === refused ? 500 : 200));
      const hook = await subscribe(isnad, receiver);
      const refs = await busyDesk(3);
      refused = refs[1];
      work();
      const others = async (): Promise<unknown> => {
        const accepted = new Set(receiver.accepted().map(({ id }) => id));
        return (await feedAfter(hook.progress.cursor)).filter(
          ({ id, claim }) => claim !== refused && !accepted.has(id),
        ).length;
      };
      await expect.poll(others, patient).toBe(0);
      expect(receiver.accepted().map(({ event }) => event.claim)).not.toContain(refused);
      const tries = receiver.all.filter(({ event }) => event.claim === refused);
      expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
      expect((await readWebhook(isnad, hook)).progress).toMatchObject({ heldUp: 1 });
      refused = undefined;
      await later(1);
      await arrived(receiver, hook);
      expectOrder(receiver.accepted());
    });

    // One is enough to see that either queue brings them back; each takes the five seconds until it is tried again.
    it.each(name === queueStores[0]?.name ? [500, 302, 429] : [500])(
      'answered with %s once come again under the same id, and nothing overtakes them',
      async (status) => {
        const seen = new Set<string>();
        const receiver = await receive(({ id }) => {
          if (seen.has(id) || seen.size > 1) return 200;
          seen.add(id);
          return status;
        });
        const hook = await subscribe(isnad, receiver);
        await busyDesk(2);
        work();
        await arrived(receiver, hook);
        expectOrder(receiver.accepted());
        for (const id of seen) expect(receiver.all.filter((one) => one.id === id)).toHaveLength(2);
        expect((await readDeliveries(isnad, hook, '&outcome=failed')).map((one) => one.httpStatus)).toEqual([
          status,
          status,
        ]);
      },
    );

    it('end with 410, at once, and the feed says so; enabled again, nothing is missing', async () => {
      const receiver = await receive(() => 410);
      const hook = await subscribe(isnad, receiver, { concurrency: 1 });
      await busyDesk(2);
      work();
      await expect.poll(async () => (await readWebhook(isnad, hook)).status, patient).toBe('disabled');
      expect((await readWebhook(isnad, hook)).disabled).toMatchObject({ reason: 'gone' });
      expect(receiver.all).toHaveLength(1);
      const said = async (): Promise<CloudEvent[]> =>
        (await feedAfter(hook.progress.cursor, 'admin')).filter(({ type }) => type === 'webhook.disabled');
      await expect
        .poll(said, patient)
        .toMatchObject([
          { subject: `webhook/${hook.id}`, data: { reason: 'gone', detail: 'The receiver answered 410.' } },
        ]);
      receiver.behave(() => 200);
      bodyOf(await isnad.as('reader').post(`/v1/webhooks/${hook.id}/transitions`, { event: 'enable' }));
      await arrived(receiver, hook);
      expectOrder(receiver.accepted());
    });

    it(
      'end after three days in which nothing was accepted, and say why',
      async () => {
        const receiver = await receive(() => 500);
        const hook = await subscribe(isnad, receiver, { concurrency: 1 });
        await enterClaim(isnad);
        work();
        const tried = async (): Promise<number> => (await readDeliveries(isnad, hook)).length;
        await expect.poll(tried, patient).toBeGreaterThan(0);
        let hours = 0;
        for (let round = 0; round < 12 && (await readWebhook(isnad, hook)).status === 'enabled'; round++) {
          const before = await tried();
          hours += 30;
          await later(hours);
          await expect.poll(tried, patient).toBeGreaterThan(before);
        }
        await expect
          .poll(async () => (await readWebhook(isnad, hook)).disabled, patient)
          .toMatchObject({
            reason: 'exhausted',
            detail: 'The receiver answered 500.',
          });
        const most = Math.max(...(await readDeliveries(isnad, hook)).map(({ attempt }) => attempt));
        expect(most).toBe(10);
      },
      longMs,
    );

    it('of an event that alone is refused for three days are given up, and its claim goes on', async () => {
      let poison: string | undefined;
      const receiver = await receive(({ event }) => {
        poison ??= event.claim === undefined ? undefined : event.id;
        return event.id === poison ? 500 : 200;
      });
      const hook = await subscribe(isnad, receiver, { concurrency: 1 });
      const [ref = ''] = await busyDesk(1);
      work();
      const tries = (): number => receiver.all.filter(({ id }) => id === poison).length;
      const given = async () => (await readDeliveries(isnad, hook, '&outcome=given_up')).length > 0;
      await expect.poll(tries, patient).toBe(1);
      let hours = 0;
      while (!(await given())) {
        const before = tries();
        await later((hours += 30));
        await expect.poll(async () => tries() > before || (await given()), patient).toBe(true);
        // The pause that follows a failure is over before the next try, and others are taken then.
        const other = await enterClaim(isnad);
        const failed = tries();
        await later((hours += 0.2));
        const taken = () => receiver.accepted().some(({ event }) => event.claim === other);
        await expect.poll(() => taken() || tries() > failed, patient).toBe(true);
      }
      const rest = async (): Promise<string[]> => {
        const accepted = new Set(receiver.accepted().map(({ id }) => id));
        return (await feedAfter(hook.progress.cursor))
          .filter(({ id, claim }) => claim === ref && !accepted.has(id))
          .map(({ id }) => id);
      };
      await expect.poll(rest, patient).toEqual([poison]);
      const gaveUp = async (): Promise<CloudEvent[]> =>
        (await feedAfter(hook.progress.cursor, 'admin')).filter(({ type }) => type === 'webhook.gave_up');
      await expect
        .poll(gaveUp, patient)
        .toMatchObject([{ subject: `webhook/${hook.id}`, data: { event: poison, attempts: 10 } }]);
      expect((await readWebhook(isnad, hook)).status).toBe('enabled');
    });

    it('to one receiver that hangs, drips or answers for ever hold up no other', async () => {
      const hanging = await receive(() => undefined);
      const dripping = await receive((_received, response) => {
        response.writeHead(500);
        const drip = setInterval(() => response.write('x'), 100);
        response.on('close', () => {
          clearInterval(drip);
        });
        return undefined;
      });
      const endless = await receive((_received, response) => {
        response.writeHead(200);
        const chunk = Buffer.alloc(1_000_000, 'x');
        let sent = 0;
        const more = (): void => {
          while (sent++ < 100 && !response.destroyed)
            if (!response.write(chunk)) {
              response.once('drain', more);
              return;
            }
          response.end();
        };
        more();
        return undefined;
      });
      for (const bad of [hanging, dripping]) await subscribe(isnad, bad, { as: 'checker' });
      const flooding = await subscribe(isnad, endless, { as: 'editor' });
      const receiver = await receive();
      const hook = await subscribe(isnad, receiver);
      work();
      await busyDesk(4);
      await arrived(receiver, hook);
      await expect.poll(async () => (await readWebhook(isnad, flooding)).progress.behind, patient).toBe(0);
      expect(hanging.all.length + dripping.all.length).toBeGreaterThan(0);
    });

    it('end with the membership they belong to', async () => {
      const receiver = await receive();
      const hook = await subscribe(isnad, receiver, { as: 'checker2' });
      bodyOf(await isnad.as('admin').patch('/v1/members/checker2', { active: false }));
      work();
      await expect
        .poll(async () => (await readWebhook(isnad, hook)).disabled, patient)
        .toMatchObject({
          reason: 'owner_inactive',
        });
      expect(receiver.all).toEqual([]);
      bodyOf(await isnad.as('admin').patch('/v1/members/checker2', { active: true }));
    });
  });
}

/** Of attempts made when the desk's clock had been moved on by so many hours. */
const isAfter =
  (hours: number) =>
  ({ attemptedAt }: { attemptedAt: string }): boolean =>
    Date.parse(attemptedAt) > Date.now() + (hours - 0.5) * 3_600_000;
