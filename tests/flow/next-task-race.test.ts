/** Two hundred checkers and a hundred tasks, on either queue, with an API and workers as processes of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking, at, until, type Answer, type Ask } from '../../demo/desk.js';
import { system } from '../../src/access/access.rules.js';
import { connectDatabase } from '../../src/db/client.js';
import { provideFirstKeys } from '../../src/first-keys.js';
import { createServices } from '../../src/wire.js';
import { createTestDatabase } from '../support/database.js';
import { bodyOf, enterClaim, move, type Page, type Task } from '../support/desk.js';
import { createHouse } from '../support/house.js';
import { startProcess } from '../support/processes.js';
import { queueStores } from '../support/queue-stores.js';

const tasks = 100;
const checkers = 200;

describe.each(queueStores)('with the queue in $name', ({ open, skipped }) => {
  const undo: (() => Promise<unknown>)[] = [];
  let crowd: Ask[];
  let editor: Ask;
  /** Who was given which. */
  let given: { who: Ask; task: Task }[];

  beforeAll(async () => {
    if (skipped) return;
    const { url: databaseUrl, drop } = await createTestDatabase({ seeded: true });
    undo.push(drop);
    const store = await open();
    undo.push(store.close);
    const env = { DATABASE_URL: databaseUrl, REDIS_URL: store.redisUrl ?? '', PORT: '0', LOG_LEVEL: 'info' };
    const workers = [startProcess('workers/main.js', env), startProcess('workers/main.js', env)];
    const api = startProcess('src/server.js', env);
    for (const { end } of [...workers, api]) undo.push(() => end());
    const keys = await hire(databaseUrl);
    const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
    for (const worker of workers) await worker.says(/"working"/);
    crowd = keys.crowd.map((key) => asking(url, key));
    editor = asking(url, keys.editor);
  }, 120_000);
  afterAll(async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  });

  it.skipIf(skipped)(
    'a hundred who ask at once are given one each, a hundred that there is nothing left',
    async () => {
      const refs = await enterClaims(editor, 'first');
      await acceptAll(editor, refs);
      await until('all reviews are open', async () => (await openTasks(editor, 'review')) === tasks, 60_000);
      const answers = await Promise.all(crowd.map(async (who) => ({ who, answer: await askNext(who) })));
      given = answers.flatMap(({ who, answer }) =>
        answer.status === 204 ? [] : [{ who, task: demand(answer, 200) as Task }],
      );
      expect(given.map(({ task }) => task.claim.ref).sort()).toEqual([...refs].sort());
      expect(new Set(given.map(({ task }) => task.assignee)).size).toBe(tasks);
      expect(answers.filter(({ answer }) => answer.status === 204)).toHaveLength(checkers - tasks);
    },
    120_000,
  );

  it.skipIf(skipped)(
    'all hundred verdicts that are handed in at once are recorded once each',
    async () => {
      await Promise.all(
        given.map(async ({ who, task: { id } }) => {
          demand(await who('POST', `/v1/tasks/${id}/transitions`, { event: 'start' }), 200);
          demand(await who('POST', `/v1/tasks/${id}/verdict`, verdict), 202);
        }),
      );
      await until(
        'all approvals are open',
        async () => (await openTasks(editor, 'approval')) === tasks,
        60_000,
      );
      for (const { task } of given) {
        const { body } = await editor('GET', `/v1/claims/${task.claim.ref}/tasks`);
        const told = (body as Page<Task>).items.map(({ stage, state }) => `${stage} ${state}`);
        expect(told).toEqual(['triage done', 'review done', 'approval open']);
      }
    },
    120_000,
  );

  it.skipIf(skipped)(
    'while workers are still opening the tasks, nobody is given what somebody else was',
    async () => {
      const refs = await enterClaims(editor, 'second');
      const accepting = acceptAll(editor, refs);
      const taken: string[] = [];
      const deadline = Date.now() + 60_000;
      const persist = async (who: Ask): Promise<void> => {
        while (taken.length < tasks && Date.now() < deadline) {
          const answer = await askNext(who);
          if (answer.status === 204) continue;
          taken.push((demand(answer, 200) as Task).claim.ref);
          return;
        }
      };
      await Promise.all([accepting, ...crowd.slice(0, 120).map(persist)]);
      expect(taken.sort()).toEqual([...refs].sort());
    },
    120_000,
  );
});

const verdict = {
  findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'false' },
  rationale: { en: 'Because of what was found.' },
};

/** As a client does: 503 means to ask again. It is the answer where the machine is slow and two hundred stand in line. */
async function askNext(who: Ask): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await who('POST', '/v1/tasks/next', { stages: ['review'] });
    if (answer.status !== 503 || tries === 20) return answer;
  }
}

function demand({ status, body }: Answer, wanted: number): unknown {
  expect(status, JSON.stringify(body)).toBe(wanted);
  return body;
}

/** The keys of an editor and of two hundred checkers. */
async function hire(databaseUrl: string): Promise<{ editor: string; crowd: string[] }> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-race-'));
  const database = connectDatabase(databaseUrl);
  try {
    const { access } = createServices(database, { notify: () => undefined, wait: () => Promise.resolve() });
    const { editor = '' } = (await provideFirstKeys(access, dir)) as Record<string, string>;
    const crowd: string[] = [];
    for (let index = 0; index < checkers; index++) {
      const ref = `checker-${String(index)}`;
      const person = { kind: 'person' as const, role: 'checker' as const, languages: [], topics: [] };
      await access.ensureMember({ ref, name: ref, ...person }, system);
      crowd.push((await access.createKey({ memberRef: ref, name: 'tests' }, system)).key);
    }
    return { editor, crowd };
  } finally {
    await database.close();
    await rm(dir, { recursive: true });
  }
}

/** A hundred claims, on the sentences of one article; their refs. */
async function enterClaims(editor: Ask, name: string): Promise<string[]> {
  const sentences = Array.from(
    { length: tasks },
    (_, index) => `the ${name} sentence ${String(index + 100)}`,
  );
  const article = { ref: name, title: name, language: 'en', text: sentences.join('. ') };
  demand(await editor('POST', '/v1/articles', article), 201);
  const refs: string[] = [];
  for (const [index, exact] of sentences.entries()) {
    const claim = { ref: `${name}-${String(index)}`, article: name, kind: 'assertion', quote: { exact } };
    refs.push(String(at(demand(await editor('POST', '/v1/claims', claim), 201), 'ref')));
  }
  return refs;
}

async function acceptAll(editor: Ask, refs: string[]): Promise<void> {
  const command = { action: 'accept', items: refs.map((claim) => ({ claim })) };
  const { items } = demand(await editor('POST', '/v1/bulk', command), 200) as { items: { ok: boolean }[] };
  expect(items.filter(({ ok }) => ok)).toHaveLength(tasks);
}

async function openTasks(editor: Ask, stage: string): Promise<number> {
  const { body } = await editor('GET', `/v1/tasks?stage=${stage}&state=open&limit=200`);
  return (body as Page<Task>).items.length;
}

describe('one checker who asks many times at once', () => {
  it('is given as many as they may hold, and not one more', async () => {
    const house = await createHouse();
    try {
      bodyOf(await house.as('admin').patch('/v1/members/checker', { wipLimit: 3 }));
      for (let index = 0; index < 10; index++) {
        bodyOf(await move(house, 'editor', await enterClaim(house), { event: 'accept' }));
      }
      await house.work();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => house.as('checker').post('/v1/tasks/next')),
      );
      const refused = Array<number>(7).fill(409);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, ...refused]);
    } finally {
      await house.close();
    }
  });
});
