/**
 * F12: many make random moves on few claims at once, through two API processes: no deadlock, no 5xx, and never a claim
 * and a task that do not go together. While a change is held open, nobody who reads waits for it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agrees, type ClaimStatus } from '../../src/domain/claim/lifecycle.js';
import type { Stage, TaskStatus } from '../../src/domain/task/lifecycle.js';
import { expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import { acceptClaim, enterClaim, proposeVerdict, readProposed } from '../support/desk.js';
import { placeGate } from '../support/gate.js';
import { verifyEvents } from '../support/verify-database.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { writeBy, type Town } from '../support/random-edits.js';
import { operations } from '../support/requests.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';
import type { Person } from '../support/test-runtime.js';

const seed = seedOfRun();
const lastsMs = Number(process.env['RACE_MS'] ?? 15_000);
/** On a machine that is busy with other things it goes on until so many went through, or for four times as long. */
const fewest = lastsMs / 500;
const callers: Person[] = [
  'checker',
  'checker2',
  'editor',
  'editor2',
  'editor',
  'editor2',
  'checker',
  'editor',
];
/** Of the writes about claims those that move or bind them; the rest have nothing to do with each other. */
const moves = [
  ...[
    'transitionClaim',
    'transitionTask',
    'transitionVerdict',
    'submitVerdict',
    'updateDraft',
    'updateVerdict',
  ],
  ...['createRelation', 'deleteRelation', 'createEvidence', 'updateClaim', 'updateAttributions', 'actInBulk'],
];

let isnad: RunningProduct;
let apis: [StartedApi, StartedApi];
let claims: string[];

/** Claims with live tasks that their status does not allow. */
async function findDisagreements(): Promise<string[]> {
  const { rows } = await isnad.database.pool.query<{
    ref: string;
    status: ClaimStatus;
    live: { stage: Stage; status: TaskStatus }[];
  }>(
    `SELECT c.ref, c.status, coalesce((SELECT jsonb_agg(jsonb_build_object('stage', t.stage, 'status', t.status))
       FROM review_tasks t WHERE t.claim_id = c.id AND t.closed_at IS NULL), '[]') AS live FROM claims c`,
  );
  return rows
    .filter(({ status, live }) => !agrees(status, live))
    .map(({ ref, status, live }) => `${ref} is ${status} with ${JSON.stringify(live)}`);
}

/** What the database counts; each connection tells it once a second. */
async function readCounts(): Promise<{ deadlocks: number; commits: number }> {
  const { rows } = await isnad.database.pool.query<{ deadlocks: number; commits: number }>(
    'SELECT deadlocks::int, xact_commit::int AS commits FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0] ?? { deadlocks: -1, commits: 0 };
}

/** Who waits for a lock of somebody else, but for those at the gate and other changes, which wait for their turn. */
async function findBlocked(): Promise<string[]> {
  const { rows } = await isnad.database.pool.query<{ query: string }>(
    `SELECT query FROM pg_stat_activity
     WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0 AND wait_event IS DISTINCT FROM 'advisory'
       AND query NOT LIKE '%lock_docket%'`,
  );
  return rows.map(({ query }) => query);
}

describe.each(queueStores)('with the queue in $name', ({ open, skipped }) => {
  let store: QueueStore;
  beforeAll(async () => {
    if (skipped) return;
    store = await open();
    isnad = await startRunningProduct({ redisUrl: store.redisUrl, seeded: true });
    apis = [await isnad.startApi(), await isnad.startApi()];
    await isnad.startWorker();
    claims = [];
    for (let made = 0; made < 4; made++) claims.push(await enterClaim(isnad));
  }, 60_000);
  afterAll(async () => {
    if (skipped) return;
    await isnad.close();
    await store.close();
  });

  it.skipIf(skipped)(
    `random moves of many on few claims go through or are refused (SEED=${String(seed)})`,
    async () => {
      const before = await readCounts();
      const began = Date.now();
      const wrong: string[] = [];
      const seen = new Map<number, number>();
      const countDone = (): number => [200, 201, 202].reduce((sum, code) => sum + (seen.get(code) ?? 0), 0);
      const goesOn = (): boolean => {
        const lasted = Date.now() - began;
        return lasted < lastsMs || (countDone() <= fewest && lasted < 4 * lastsMs);
      };
      const move = async (person: Person, index: number): Promise<void> => {
        const luck = createLuck(seed + index);
        const town: Town = { isnad, luck, claims };
        while (goesOn()) {
          const operation = operations.find(({ id }) => id === luck.oneOf(moves));
          if (!operation) continue;
          const { path, body, headers } = await writeBy(operation.id, town);
          const api = isnad.at(luck.oneOf(apis), person);
          const { method } = operation;
          if (method === 'get') continue;
          const answer = await (method === 'delete'
            ? api.delete(path, headers)
            : api[method](path, body, headers));
          seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
          if (answer.status >= 500) wrong.push(`${method} ${path} ${JSON.stringify(body)}: ${answer.text}`);
        }
      };
      const watch = async (): Promise<void> => {
        while (goesOn()) {
          wrong.push(...(await findDisagreements()));
          await pause(50);
        }
      };
      await Promise.all([watch(), ...callers.map(move)]);
      await isnad.work();
      expect(wrong).toEqual([]);
      expect(await findDisagreements()).toEqual([]);
      const done = countDone();
      await expect.poll(async () => (await readCounts()).commits).toBeGreaterThan(before.commits + done);
      expect((await readCounts()).deadlocks).toBe(0);
      expect(done).toBeGreaterThan(fewest);
      expect(seen.get(409) ?? 0).toBeGreaterThan(0);
      await expectWholeChains(isnad);
      await expectNothingDoubled(isnad);
      expect(await verifyEvents(isnad)).toMatchObject({ valid: true });
    },
  );

  /** A change, and the event that its transaction is held open with. */
  const changes: [string, (claim: string) => Promise<[person: Person, path: string, body: object]>][] = [
    [
      'claim.accepted',
      (claim) => Promise.resolve(['editor', `/v1/claims/${claim}/transitions`, { event: 'accept' }]),
    ],
    [
      'claim.related',
      async (claim) => [
        'checker',
        `/v1/claims/${claim}/relations`,
        { type: 'denies', to: await enterClaim(isnad) },
      ],
    ],
    [
      'task.taken',
      async (claim) => {
        await acceptClaim(isnad, claim);
        const { rows } = await isnad.database.pool.query<{ id: string }>(
          `SELECT t.id FROM review_tasks t JOIN claims c ON c.id = t.claim_id WHERE c.ref = $1 AND t.closed_at IS NULL`,
          [claim],
        );
        return ['checker', `/v1/tasks/${rows[0]?.id ?? ''}/transitions`, { event: 'take' }];
      },
    ],
    [
      'claim.approved',
      async (claim) => {
        const verdict = await proposeVerdict(isnad, claim);
        const body = { event: 'approve', ...(await readProposed(isnad, verdict)) };
        return ['editor2', `/v1/verdicts/${verdict.id}/transitions`, body];
      },
    ],
  ];
  it.skipIf(skipped).each(changes)('nobody who reads waits while %s is held open', async (type, prepare) => {
    const claim = await enterClaim(isnad);
    const [person, path, body] = await prepare(claim);
    const place = { table: 'events', on: 'AFTER INSERT', when: `NEW.type = '${type}'` };
    const gate = await placeGate(isnad.ownerUrl, place, { at: 'commit' });
    const held = isnad.at(apis[0], person).post(path, body).then();
    await gate.waiting();
    const reader = (api: StartedApi) => isnad.at(api, 'reader');
    const blocked: string[] = [];
    for (let round = 0; round < 20; round++) {
      const reading = Promise.all(
        apis.flatMap((api) => [
          reader(api).get(`/v1/claims/${claim}/status`),
          reader(api).post('/v1/claims/statuses', { ids: [claim, ...claims] }),
          reader(api).get(`/v1/claims/${claim}`),
          reader(api).get('/v1/claims?limit=50'),
          reader(api).get(`/v1/claims/${claim}/history`),
          reader(api).get('/v1/feed?after=start&limit=10'),
        ]),
      );
      blocked.push(...(await findBlocked()));
      for (const { status } of await reading) expect(status).toBe(200);
    }
    await gate.open();
    expect((await held).status).toBeLessThan(300);
    expect(blocked).toEqual([]);
  });
});
