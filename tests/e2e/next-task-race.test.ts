/** Two hundred checkers and a hundred tasks, on either queue, with an API and workers as processes of their own. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../client/client.js';
import { until } from '../../demo/desk.js';
import { operator } from '../../src/domain/access/rules.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { provideFirstKeys } from '../../src/resources/keys/first-keys.js';
import { createServices } from '../../src/runtime.js';
import { createTestDatabase } from '../support/database.js';
import { testSecrets } from '../support/secrets.js';
import { deafSignal } from '../support/silent-signal.js';
import { startProcess } from '../support/processes.js';
import { queueStores } from '../support/queue-stores.js';

const tasks = 100;
const checkers = 200;

describe.each(queueStores)('with the queue in $name', ({ open, skipped }) => {
  const undo: (() => Promise<unknown>)[] = [];
  let subscribers: Client[];
  let editor: Client;

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
    subscribers = keys.subscribers.map((key) => createClient({ url, key, retries: 20 }));
    editor = createClient({ url, key: keys.editor });
  }, 120_000);
  afterAll(async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  });

  it.skipIf(skipped)(
    'a hundred who ask at once are given one each, a hundred that there is nothing left',
    async () => {
      const refs = await enterClaims(editor);
      await acceptAll(editor, refs);
      await until('all reviews are open', async () => (await openTasks(editor, 'review')) === tasks, 60_000);
      const answers = await Promise.all(subscribers.map(askNext));
      const given = answers.flatMap((answer) => (answer.status === 200 ? [answer.body] : []));
      expect(given.map(({ claim }) => claim.ref).sort()).toEqual([...refs].sort());
      expect(new Set(given.map(({ assignee }) => assignee?.ref)).size).toBe(tasks);
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(checkers - tasks);
    },
    120_000,
  );
});

/** Asked again where the machine is slow and two hundred stand in line (503); whatever else is said, fails. */
async function askNext(who: Client) {
  const answer = await who.ask(
    'POST /v1/tasks/next',
    { body: { stages: ['review'] } },
    { idempotencyKey: randomUUID() },
  );
  if (answer.status === 200 || answer.status === 204) return answer;
  throw new Error(JSON.stringify(answer.body));
}

/** The keys of an editor and of two hundred checkers. */
async function hire(databaseUrl: string): Promise<{ editor: string; subscribers: string[] }> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-race-'));
  const database = connectDatabase(databaseUrl);
  try {
    const services = createServices(database, deafSignal, { secrets: testSecrets });
    const { members, keys: keyService } = services;
    const { editor } = (await provideFirstKeys(services, dir)).keys;
    const subscribers: string[] = [];
    for (let index = 0; index < checkers; index++) {
      const ref = `checker-${String(index)}`;
      const person = { kind: 'person' as const, role: 'checker' as const, languages: [], topics: [] };
      await members.ensure({ ref, name: ref, ...person }, operator);
      subscribers.push((await keyService.createKey({ memberRef: ref, name: 'tests' }, operator)).key);
    }
    return { editor, subscribers };
  } finally {
    await database.close();
    await rm(dir, { recursive: true });
  }
}

/** A hundred claims, on the sentences of one article; their refs. */
async function enterClaims(editor: Client): Promise<string[]> {
  const sentences = Array.from({ length: tasks }, (_, index) => `the sentence ${String(index + 100)}`);
  const article = { ref: 'race', title: 'Race', language: 'en', text: sentences.join('. ') };
  await editor.require('POST /v1/articles', { body: article });
  const refs: string[] = [];
  for (const [index, exact] of sentences.entries()) {
    const ref = `race-${String(index)}`;
    const claim = { ref, article: 'race', kind: 'assertion' as const, quote: { exact } };
    await editor.require('POST /v1/claims', { body: claim });
    refs.push(ref);
  }
  return refs;
}

async function acceptAll(editor: Client, refs: string[]): Promise<void> {
  const { items } = await editor.require('POST /v1/bulk', {
    body: { event: 'accept', items: refs.map((claim) => ({ claim })) },
  });
  expect(items.filter(({ outcome }) => outcome === 'done')).toHaveLength(tasks);
}

async function openTasks(editor: Client, stage: 'review' | 'approval'): Promise<number> {
  return (await editor.require('GET /v1/tasks', { stage: [stage], status: ['open'], limit: 200 })).items
    .length;
}
