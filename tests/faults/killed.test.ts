/**
 * F1, F2, F3, F11 and F16: processes that are killed, put to sleep or told to end, each at a chosen place. The places
 * are gates in the database (tests/support/gate.ts); nothing in the product knows of them.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import { jobs as contracts, jobNames } from '../../src/jobs.js';
import type { Job } from '../../src/platform/queue/job.js';
import { createProducer } from '../../src/platform/queue/producer.js';
import { eventsOf, expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import {
  acceptClaim,
  enterClaim,
  readClaim,
  startReview,
  verdictBody,
  type Verdict,
} from '../support/desk.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import { placeGate } from '../support/gate.js';
import { startReceiver } from '../support/hook-receiver.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { listenHttp } from '../support/receivers.js';
import { startRunningProduct, type RunningProduct } from '../support/running-product.js';
import { readWebhook, subscribe } from '../support/webhooks.js';

const seed = seedOfRun();
/** A worker that died is noticed after lock and interval, 25 seconds; the try after it may have to wait its turn. */
const patient = { timeout: 60_000, interval: 100 };
const recorded = {
  table: 'verdicts',
  on: 'AFTER UPDATE',
  when: "OLD.status = 'submitted' AND NEW.status = 'proposed'",
};

describe.each(queueStores)(`with the queue in $name (SEED=${String(seed)})`, ({ open, skipped }) => {
  let store: QueueStore;
  let isnad: RunningProduct;
  beforeAll(async () => {
    if (skipped) return;
    store = await open();
    isnad = await startRunningProduct({ redisUrl: store.redisUrl });
    await isnad.startApi();
  });
  afterEach(async () => {
    if (!skipped) await isnad.endWorkers();
  });
  afterAll(async () => {
    if (skipped) return;
    await isnad.close();
    await store.close();
  });

  const rowOf = (id: string) => isnad.store.db.verdict.findUniqueOrThrow({ where: { id } });
  async function submit(claim: string): Promise<Verdict> {
    await isnad.work();
    const { id } = await startReview(isnad, claim);
    const taken = await isnad.as('checker').post(`/v1/tasks/${id}/verdict`, verdictBody());
    expect(taken.status, JSON.stringify(taken.body)).toBe(202);
    return taken.body as Verdict;
  }
  /** Once recorded, the claim has exactly these events at its end, and its approval was opened. */
  async function expectRecordedOnce(claim: string, { id }: Verdict): Promise<void> {
    await expect.poll(async () => (await rowOf(id)).status, patient).toBe('proposed');
    await isnad.work();
    const types = await eventsOf(isnad, claim);
    expect(types.filter((type) => type === 'claim.verdict_recorded')).toHaveLength(1);
    expect(types.filter((type) => type === 'task.opened')).toHaveLength(3);
    expect((await readClaim(isnad, claim)).status).toBe('in_approval');
    await expectWholeChains(isnad);
    await expectNothingDoubled(isnad);
  }

  it.skipIf(skipped)(
    'F1: a worker killed before the effect of its job leaves it to another, who does it once',
    async () => {
      const doomed = await isnad.startWorker();
      const claim = await enterClaim(isnad);
      const gate = await placeGate(isnad.ownerUrl, recorded);
      const verdict = await submit(claim);
      await gate.waiting();
      await doomed.end('SIGKILL');
      await gate.open();
      expect((await rowOf(verdict.id)).status).toBe('submitted');
      await isnad.startWorker();
      await expectRecordedOnce(claim, verdict);
    },
  );

  it.skipIf(skipped)(
    'F1: a worker killed after the effect and before it could say so leaves nothing to do',
    async () => {
      const doomed = await isnad.startWorker();
      const claim = await enterClaim(isnad);
      const gate = await placeGate(isnad.ownerUrl, recorded, { at: 'commit' });
      const verdict = await submit(claim);
      await gate.waiting();
      doomed.child.kill('SIGSTOP');
      await gate.open();
      await expect.poll(async () => (await rowOf(verdict.id)).status, patient).toBe('proposed');
      await doomed.end('SIGKILL');
      await isnad.startWorker();
      await expectRecordedOnce(claim, verdict);
      await expect.poll(() => unfinished(isnad.url, store), patient).toBe(0);
    },
  );

  it.skipIf(skipped)(
    'F2: what an API committed before it was killed is worked on, and its answer can be had again',
    async () => {
      await isnad.startWorker();
      const doomed = await isnad.startApi();
      await isnad.startApi();
      const article = await isnad
        .as('checker')
        .post('/v1/articles', { title: 'x', language: 'en', text: 'Killed before the answer.' });
      const claim = {
        article: (article.body as { ref: string }).ref,
        kind: 'assertion',
        quote: { exact: 'Killed' },
      };
      const key = { 'Idempotency-Key': `"${randomUUID()}"` };
      const before = await isnad.store.db.claim.count();
      const gate = await placeGate(isnad.ownerUrl, { table: 'claims', on: 'AFTER INSERT' }, { at: 'commit' });
      const lost = isnad
        .at(doomed, 'checker')
        .post('/v1/claims', claim, key)
        .catch((error: unknown) => error);
      await gate.waiting();
      doomed.child.kill('SIGSTOP');
      await gate.open();
      await expect.poll(() => isnad.store.db.claim.count(), patient).toBe(before + 1);
      await doomed.end('SIGKILL');
      expect(await lost).toBeInstanceOf(Error);

      const again = () => isnad.as('checker').post('/v1/claims', claim, key);
      await expect.poll(async () => (await again()).status, patient).toBe(201);
      const [one, two] = [await again(), await again()];
      expect(one.text).toBe(two.text);
      await isnad.work();
      const { ref } = one.body as { ref: string };
      expect((await eventsOf(isnad, ref)).filter((type) => type === 'task.opened')).toHaveLength(1);
      expect(await isnad.store.db.claim.count()).toBe(before + 1);
      await expectWholeChains(isnad);
    },
  );

  it.skipIf(skipped)(
    'F3: a worker asleep past its lock, in the middle of its write, writes nothing when it wakes',
    async () => {
      const sleeper = await isnad.startWorker();
      const claim = await enterClaim(isnad);
      const gate = await placeGate(isnad.ownerUrl, recorded);
      const verdict = await submit(claim);
      await gate.waiting();
      sleeper.child.kill('SIGSTOP');
      await gate.open();
      await isnad.startWorker();
      await expect
        .poll(async () => (await rowOf(verdict.id)).status, { ...patient, timeout: 90_000 })
        .toBe('proposed');
      const before = await eventsOf(isnad, claim);
      sleeper.child.kill('SIGCONT');
      await sleeper.says(/"msg":"job (failed|given up)|"msg":"the connection/, 30_000);
      await expectRecordedOnce(claim, verdict);
      expect((await eventsOf(isnad, claim)).slice(0, before.length)).toEqual(before);
      expect(await sleeper.end()).toBe(0);
    },
  );

  it.skipIf(skipped)(
    'F11: the same jobs ten times each, in any order, by two workers, come to the same',
    async () => {
      const luck = createLuck(seed);
      await Promise.all([isnad.startWorker(), isnad.startWorker()]);
      const claims = [await enterClaim(isnad), await enterClaim(isnad), await enterClaim(isnad)];
      const [submitted = '', accepted = '', reviewed = ''] = claims;
      await acceptClaim(isnad, accepted);
      const verdict = await submit(reviewed);
      await expectRecordedOnce(reviewed, verdict);
      let visits = 0;
      const page = await listenHttp((_request, response) => {
        visits++;
        response
          .writeHead(200, { 'Content-Type': 'text/html' })
          .end('<title>A page</title><p>What it says.</p>');
      });
      const evidence = await addEvidence(isnad, submitted, `http://127.0.0.1:${String(page.port)}/`);
      await expect.poll(() => listCaptures(isnad, evidence.id), patient).toHaveLength(1);
      const receiver = await startReceiver();
      const hook = await subscribe(isnad, receiver, { types: ['claim.changed'] });
      await isnad.as('checker').patch(`/v1/claims/${submitted}`, { worthiness: 'It was asked for.' });
      const behind = async (): Promise<number> => (await readWebhook(isnad, hook)).progress.behind;
      await expect.poll(() => receiver.all.length, patient).toBe(1);
      await expect.poll(behind, patient).toBe(0);
      const before = await Promise.all(claims.map((claim) => eventsOf(isnad, claim)));

      const tasks = await isnad.store.db.reviewTask.findMany({ select: { id: true } });
      const ids = await Promise.all(claims.map(async (claim) => (await readClaim(isnad, claim)).id));
      const jobs: Job[] = [
        ...ids.map((claimId): Job => ({ name: 'open-task', payload: { claimId } })),
        ...tasks.map(({ id }): Job => ({ name: 'check-clock', payload: { taskId: id } })),
        { name: 'record-verdict', payload: { verdictId: verdict.id } },
        { name: 'ask-recheck', payload: { verdictId: verdict.id } },
        { name: 'check-glass-break', payload: { verdictId: verdict.id } },
        { name: 'compare-edition', payload: { about: 'verdict', id: verdict.id } },
        { name: 'capture-evidence', payload: { evidenceId: evidence.id } },
        { name: 'deliver-webhook', payload: { webhookId: hook.id } },
        { name: 'lapse-privileged-change', payload: { changeId: verdict.id } },
        { name: 'remove-erased-files', payload: { erasureId: verdict.id } },
        { name: 'update-task-spans', payload: {} },
        { name: 'sum-week', payload: { monday: '2026-11-16' } },
        { name: 'sign-checkpoint', payload: {} },
        { name: 'sweep', payload: {} },
      ];
      expect(new Set(jobs.map(({ name }) => name))).toEqual(new Set(jobNames));
      await enqueueAll(isnad.url, store, shuffled(Array.from({ length: 10 }, () => jobs).flat(), luck));
      await expect.poll(() => unfinished(isnad.url, store), patient).toBe(0);
      expect(await Promise.all(claims.map((claim) => eventsOf(isnad, claim)))).toEqual(before);
      expect((await readClaim(isnad, submitted)).status).toBe('submitted');
      expect(visits).toBe(1);
      expect(receiver.all).toHaveLength(1);
      await Promise.all([page.close(), receiver.close()]);
      await expectWholeChains(isnad);
      await expectNothingDoubled(isnad);
    },
  );

  it.skipIf(skipped)(
    'F16: told to end under load, an API answers what it has begun, workers drain, and all end with 0',
    async () => {
      const [api, worker] = [await isnad.startApi(), await isnad.startWorker()];
      const gate = await placeGate(isnad.ownerUrl, { table: 'articles', on: 'AFTER INSERT' });
      const answers = Array.from({ length: 20 }, (_, at) =>
        isnad
          .at(api, 'checker')
          .post('/v1/articles', { title: 'x', language: 'en', text: `Under load ${String(at)}.` }),
      ).map(async (answer) => (await answer).status);
      await gate.waiting(5);
      const ending = api.end('SIGTERM');
      await expect
        .poll(
          () =>
            fetch(api.url).then(
              () => 'open',
              () => 'closed',
            ),
          patient,
        )
        .toBe('closed');
      await gate.open();
      expect(await Promise.all(answers)).toEqual(Array<number>(20).fill(201));
      expect(await ending).toBe(0);
      expect(
        await isnad.store.db.articleVersion.count({ where: { text: { startsWith: 'Under load' } } }),
      ).toBe(20);

      await isnad.startApi();
      const claims: string[] = [];
      for (let at = 0; at < 30; at++) claims.push(await enterClaim(isnad));
      const begun = performance.now();
      expect(await worker.end('SIGTERM')).toBe(0);
      expect(performance.now() - begun).toBeLessThan(20_000);
      await isnad.startWorker();
      await isnad.work();
      for (const claim of claims)
        expect(await eventsOf(isnad, claim)).toEqual(['claim.submitted', 'claim.attributed', 'task.opened']);
      await expectNothingDoubled(isnad);
    },
  );
});

const log = createLog({ level: 'silent', name: 'tests' });

async function enqueueAll(
  databaseUrl: string,
  { redisUrl }: QueueStore,
  jobs: readonly Job[],
): Promise<void> {
  const backend = createQueueBackend({ databaseUrl, redisUrl, log });
  const producer = createProducer(backend, contracts);
  await Promise.all(jobs.map((job) => producer.enqueue(job, { id: randomUUID() })));
  await producer.close();
  await backend.close();
}

/** Jobs that were neither done nor given up, without those that wait for their time. */
async function unfinished(databaseUrl: string, { redisUrl }: QueueStore): Promise<number> {
  const backend = createQueueBackend({ databaseUrl, redisUrl, log });
  await backend.reach();
  const queue = backend.openQueue();
  try {
    const counts = await queue.getJobCounts('active', 'waiting', 'failed');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  } finally {
    await queue.close();
    await backend.close();
  }
}

function shuffled<Item>(items: readonly Item[], luck: ReturnType<typeof createLuck>): Item[] {
  const left = [...items];
  return items.map(() => left.splice(luck.below(left.length), 1)).flat();
}
