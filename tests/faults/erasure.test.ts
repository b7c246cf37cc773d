/** F26: words are erased while jobs, deliveries, exports and captures of the same words are under way. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { enterClaim, madeOf, proposeVerdict, verdictBody } from '../support/desk.js';
import { findInDatabase } from '../support/find-in-database.js';
import { startReceiver } from '../support/hook-receiver.js';
import { folderOf } from '../support/processes.js';
import { queueStores } from '../support/queue-stores.js';
import { listenHttp } from '../support/receivers.js';
import { startRunningProduct, type RunningProduct } from '../support/running-product.js';
import { verifyTables } from '../support/verify-database.js';
import { subscribe } from '../support/webhooks.js';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

const rounds = 4;

async function findInFiles(dir: string, word: string): Promise<string[]> {
  const files = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const file of files.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name);
    if ((await readFile(path)).includes(word)) found.push(path);
  }
  return found;
}

/** In any key of the store of the queue, whatever its type. */
async function findInRedis(url: string, word: string): Promise<string[]> {
  const redis = new Redis(url);
  try {
    await redis.config('SET', 'rdbcompression', 'no');
    const found: string[] = [];
    for (const key of await redis.keys('*'))
      if (key.includes(word) || (await redis.dumpBuffer(key)).includes(word)) found.push(key);
    return found;
  } finally {
    redis.disconnect();
  }
}

/** Everything that has words: a claim with a gloss, a page of evidence, somebody who answered, and a rationale. */
async function write(isnad: RunningProduct, word: string, url: string) {
  const claim = await enterClaim(isnad, { glosses: { en: word }, worthiness: word });
  const person = { label: word, channel: word, text: word, outcome: 'replied', date: '2024' };
  const contact = madeOf(await isnad.as('editor').post(`/v1/claims/${claim}/contacts`, person)) as {
    id: string;
  };
  const verdict = await proposeVerdict(isnad, claim, {
    body: verdictBody('false', { rationale: { en: word } }),
  });
  const added = { url, stance: 'for', note: word };
  // Captured from now on, beside all that follows.
  const evidence = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, added)) as {
    id: string;
  };
  return [
    { kind: 'claim', id: claim },
    { kind: 'contact', id: contact.id },
    { kind: 'verdict', id: verdict.id },
    { kind: 'evidence', id: evidence.id },
  ];
}

async function erase(isnad: RunningProduct, target: object): Promise<void> {
  const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
  expect(asked.status, asked.text).toBe(202);
  const { id } = asked.body as { id: string };
  const confirm = async (): Promise<number> =>
    (await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion))
      .status;
  // They are made one by one: 409 as long as another is under way.
  await expect.poll(confirm, { timeout: 30_000 }).toBe(200);
}

describe.each(queueStores)('F26: with the queue in $name', ({ open, skipped }) => {
  it.skipIf(skipped)('an erasure beside all that is done with the words leaves them nowhere', async () => {
    const store = await open();
    undo.push(store.close);
    const isnad = await startRunningProduct({ redisUrl: store.redisUrl });
    undo.push(isnad.close);
    const receiver = await startReceiver();
    undo.push(receiver.close);
    const word = (round: number): string => `zqerased${String(round)}zq`;
    const site = await listenHttp((request, response) => {
      const named = word(Number(request.url?.slice(1)));
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<title>${named}</title><p>${named}</p>`);
    });
    undo.push(site.close);
    const [api, worker] = [await isnad.startApi(), await isnad.startWorker()];
    await subscribe(isnad, receiver, { as: 'admin' });
    const exporting = { on: true };
    const exports = (async () => {
      while (exporting.on)
        await isnad.services.exports.read({}, async (lines) => {
          for await (const line of lines) expect(line).not.toContain('zqerased');
        });
    })();

    for (let round = 0; round < rounds; round++) {
      const targets = await write(
        isnad,
        word(round),
        `http://127.0.0.1:${String(site.port)}/${String(round)}`,
      );
      await Promise.all(targets.map((target) => erase(isnad, target)));
    }
    exporting.on = false;
    await exports;
    await isnad.work();

    for (let round = 0; round < rounds; round++) {
      const at = word(round);
      expect(await findInDatabase(isnad.database.pool, at)).toEqual([]);
      expect(store.redisUrl === undefined ? [] : await findInRedis(store.redisUrl, at)).toEqual([]);
      for (const dir of [isnad.dir, folderOf(isnad.url)]) expect(await findInFiles(dir, at)).toEqual([]);
      expect(`${api.output()}${worker.output()}`).not.toContain(at);
      expect(receiver.all.filter(({ body }) => body.includes(at))).toEqual([]);
    }
    expect(receiver.accepted().length).toBeGreaterThan(rounds * 10);
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });
});
