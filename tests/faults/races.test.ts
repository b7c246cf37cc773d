/** F12: two people do at once what only one of them may, each through an API process of their own. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import {
  acceptClaim,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  readClaim,
  readProposed,
  readTask,
  startReview,
  startTask,
  verdictBody,
} from '../support/desk.js';
import type { Person } from '../support/test-runtime.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

const seed = seedOfRun();
const luck = createLuck(seed);
const rounds = 6;

let isnad: RunningProduct;
let apis: [StartedApi, StartedApi];
type Act = [Person, path: string, body?: object];

/** Both at once, in an order that luck decides; the statuses in the order in which they are given. */
async function race(...acts: [Act, Act]): Promise<Response[]> {
  const send = ([person, path, body]: Act, at: StartedApi) => isnad.at(at, person).post(path, body).then();
  const [one, two] = acts;
  if (luck.once(2)) return Promise.all([send(one, apis[0]), send(two, apis[1])]);
  const second = send(two, apis[1]);
  return Promise.all([send(one, apis[0]), second]);
}

const statusesOf = (answers: readonly Response[]): number[] => answers.map(({ status }) => status);

/** One was let through with the status that is hoped for; the others were refused with one of those allowed. */
function expectOneWinner(answers: readonly Response[], won: number, refusals: readonly number[]): void {
  const statuses = statusesOf(answers);
  expect(statuses.filter((status) => status === won)).toHaveLength(1);
  for (const status of statuses) expect([won, ...refusals]).toContain(status);
}

const countOf = async (claim: string, type: string): Promise<number> =>
  (await eventsOf(isnad, claim)).filter((each) => each === type).length;

async function repeat(once: () => Promise<void>): Promise<void> {
  for (let round = 0; round < rounds; round++) await once();
  await isnad.work();
  await expectWholeChains(isnad);
  await expectNothingDoubled(isnad);
}

describe.each(queueStores)('with the queue in $name', ({ open, skipped }) => {
  let store: QueueStore;
  beforeAll(async () => {
    if (skipped) return;
    store = await open();
    isnad = await startRunningProduct({ redisUrl: store.redisUrl });
    apis = [await isnad.startApi(), await isnad.startApi()];
    await isnad.startWorker();
  }, 60_000);
  afterAll(async () => {
    if (skipped) return;
    await isnad.close();
    await store.close();
  });

  it.skipIf(skipped)(`two checkers who take one task: one has it (SEED=${String(seed)})`, () =>
    repeat(async () => {
      const claim = await enterClaim(isnad);
      await acceptClaim(isnad, claim);
      const { id } = await readTask(isnad, claim);
      const path = `/v1/tasks/${id}/transitions`;
      expectOneWinner(
        await race(['checker', path, { event: 'take' }], ['checker2', path, { event: 'take' }]),
        200,
        [403, 409, 412],
      );
      expect(await countOf(claim, 'task.taken')).toBe(1);
    }),
  );

  it.skipIf(skipped)(
    'one checker who submits twice, and another who submits on the same task: one verdict is taken',
    () =>
      repeat(async () => {
        const claim = await enterClaim(isnad);
        const { id } = await startReview(isnad, claim);
        const path = `/v1/tasks/${id}/verdict`;
        const twice = await race(
          ['checker', path, verdictBody('false')],
          ['checker', path, verdictBody('true')],
        );
        expectOneWinner(twice, 202, [409, 412]);
        const [other] = await race(['checker2', path, verdictBody()], ['checker', path, verdictBody()]);
        expect([403, 409]).toContain(other?.status);
        expect(await isnad.store.db.verdict.count({ where: { claim: { ref: claim } } })).toBe(1);
      }),
  );

  const correction = { event: 'correct', reason: 'error', note: 'It was wrong.' };

  it.skipIf(skipped)('a correction against a retraction of what is published: one of them', () =>
    repeat(async () => {
      const claim = await enterClaim(isnad);
      await publishVerdict(isnad, claim);
      const path = `/v1/claims/${claim}/transitions`;
      const retraction = { event: 'retract', reason: 'error' };
      const answers = await race(['editor', path, correction], ['editor2', path, retraction]);
      expectOneWinner(answers, 200, [409, 412]);
      const { status } = await readClaim(isnad, claim);
      expect(status).toBe(answers[0]?.status === 200 ? 'correcting' : 'retracted');
    }),
  );

  it.skipIf(skipped)(
    'a verdict against the end of the correction it was written for: the later is told that it is too late',
    () =>
      repeat(async () => {
        const claim = await enterClaim(isnad);
        await publishVerdict(isnad, claim);
        await isnad.as('editor').post(`/v1/claims/${claim}/transitions`, correction);
        const task = await startTask(isnad, claim);
        const answers = await race(
          ['checker', `/v1/tasks/${task.id}/verdict`, verdictBody('true')],
          ['editor2', `/v1/claims/${claim}/transitions`, { event: 'cancel' }],
        );
        for (const status of statusesOf(answers)) expect([200, 202, 409, 412]).toContain(status);
        await isnad.work();
        const { status } = await readClaim(isnad, claim);
        const canceled = answers[1]?.status === 200;
        expect(status).toBe(canceled ? 'published' : 'in_approval');
      }),
  );

  it.skipIf(skipped)('approval against withdrawal: the verdict is published or taken back, never both', () =>
    repeat(async () => {
      const claim = await enterClaim(isnad);
      const { id } = await proposeVerdict(isnad, claim);
      const read = await readProposed(isnad, { id });
      const answers = await race(
        ['editor2', `/v1/verdicts/${id}/transitions`, { event: 'approve', ...read }],
        ['checker', `/v1/verdicts/${id}/transitions`, { event: 'withdraw' }],
      );
      expectOneWinner(answers, 200, [409, 412]);
      const { status } = await readClaim(isnad, claim);
      expect(status).toBe(answers[0]?.status === 200 ? 'published' : 'in_review');
    }),
  );

  it.skipIf(skipped)('two editors who approve one verdict: it is published once, by one of them', () =>
    repeat(async () => {
      const claim = await enterClaim(isnad);
      const { id } = await proposeVerdict(isnad, claim);
      const path = `/v1/verdicts/${id}/transitions`;
      const body = { event: 'approve', ...(await readProposed(isnad, { id })) };
      expectOneWinner(await race(['editor', path, body], ['editor2', path, body]), 200, [403, 409, 412]);
      expect(await countOf(claim, 'claim.approved')).toBe(1);
      expect((await readClaim(isnad, claim)).status).toBe('published');
    }),
  );

  it.skipIf(skipped)(
    'an author who approves their own verdict while another editor does: the author is refused, always',
    () =>
      repeat(async () => {
        const claim = await enterClaim(isnad);
        const { id } = await proposeVerdict(isnad, claim, { author: 'editor' });
        const path = `/v1/verdicts/${id}/transitions`;
        const body = { event: 'approve', ...(await readProposed(isnad, { id })) };
        const [author, other] = await race(['editor', path, body], ['editor2', path, body]);
        expect([403, 409]).toContain(author?.status);
        expect(other?.status).toBe(200);
        const verdict = await isnad.store.db.verdict.findUniqueOrThrow({ where: { id } });
        expect(verdict.approverId).not.toBe(verdict.authorId);
      }),
  );
});
