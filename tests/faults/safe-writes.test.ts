/** F2 and F10: a write whose answer never came is sent again with its key, and has had one effect. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { startCommitProxy, type CommitProxy } from '../support/commit-proxy.js';
import { startProcess, type Started } from '../support/processes.js';

let isnad: TestIsnad;
let proxy: CommitProxy;
const running: Started[] = [];
beforeEach(async () => {
  isnad = await createIsnad();
  proxy = await startCommitProxy(isnad.url);
});
afterEach(async () => {
  for (let one = running.pop(); one; one = running.pop()) await one.end('SIGKILL');
  await proxy.close();
  await isnad.close();
});

async function startApi(databaseUrl: string): Promise<{ url: string; process: Started }> {
  const process = startProcess('src/server.js', { DATABASE_URL: databaseUrl, PORT: '0', LOG_LEVEL: 'info' });
  running.push(process);
  const [, url = ''] = await process.says(/"url":"(http:[^"]+)"/);
  return { url, process };
}

async function write(url: string, key: string, text: string) {
  const response = await fetch(`${url}/v1/articles`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${isnad.keys.checker}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `"${key}"`,
    },
    body: JSON.stringify({ title: 'x', language: 'en', text }),
  });
  return {
    status: response.status,
    body: await response.text(),
    replayed: response.headers.get('idempotent-replayed'),
  };
}

/** Again and again while it is told to, as a client would. */
async function insist(url: string, key: string, text: string) {
  for (;;) {
    const answer = await write(url, key, text);
    if (answer.status !== 409 && answer.status !== 503) return answer;
  }
}

const effects = async (text: string): Promise<number> =>
  isnad.store.db.articleVersion.count({ where: { text } });
const toldOf = async (text: string): Promise<number> => {
  const { articleId } = await isnad.store.db.articleVersion.findFirstOrThrow({ where: { text } });
  return isnad.store.db.event.count({ where: { subjectId: articleId } });
};

describe('an API process killed after the commit and before the answer', () => {
  it('has done the work once: the retry, at another process, gets the answer, and so does every other', async () => {
    const [doomed, other] = [await startApi(proxy.url), await startApi(isnad.url)];
    const [key, text] = [randomUUID(), 'Killed before the answer.'];
    proxy.next = 'hold the answer';
    const lost = write(doomed.url, key, text).catch((error: unknown) => error);
    await proxy.happened();
    await doomed.process.end('SIGKILL');
    expect(await lost).toBeInstanceOf(Error);
    expect([await effects(text), await toldOf(text)]).toEqual([1, 1]);

    const again = await insist(other.url, key, text);
    expect([again.status, again.replayed]).toEqual([201, 'true']);
    expect(await write(other.url, key, text)).toEqual(again);
    expect([await effects(text), await toldOf(text)]).toEqual([1, 1]);
    const { ref } = JSON.parse(again.body) as { ref: string };
    expect((await isnad.as('reader').get(`/v1/articles/${ref}`)).body).toEqual(JSON.parse(again.body));
  }, 60_000);
});

describe.each(['cut before', 'cut after'] as const)('a connection %s the COMMIT arrived', (fault) => {
  it('leaves the outcome open; sent again with its key, the write has one effect', async () => {
    const api = await startApi(proxy.url);
    const [key, text] = [randomUUID(), `The connection was ${fault}.`];
    proxy.next = fault;
    const first = await write(api.url, key, text);
    await proxy.happened();
    expect(first.status).toBe(503);
    expect(await effects(text)).toBe(fault === 'cut after' ? 1 : 0);

    const again = await insist(api.url, key, text);
    expect(again.status).toBe(201);
    expect(await write(api.url, key, text)).toMatchObject({ status: 201, body: again.body });
    expect([await effects(text), await toldOf(text)]).toEqual([1, 1]);
  }, 60_000);
});

describe('a key that is revoked', () => {
  it('is refused by every other process within seconds', async () => {
    const [one, two] = [await startApi(isnad.url), await startApi(isnad.url)];
    const made = await isnad.as('admin').post('/v1/members/reader/keys', { name: 'doomed' });
    const { id, key } = made.body as { id: string; key: string };
    const ask = async ({ url }: { url: string }): Promise<number> =>
      (await fetch(`${url}/v1/me`, { headers: { Authorization: `Bearer ${key}` } })).status;
    expect([await ask(one), await ask(two)]).toEqual([200, 200]);
    const revoked = await fetch(`${one.url}/v1/keys/${id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${isnad.keys.admin}` },
    });
    expect(revoked.status).toBe(204);
    expect(await ask(one)).toBe(401);
    await expect.poll(() => ask(two), { timeout: 3_000, interval: 20 }).toBe(401);
  }, 60_000);
});
