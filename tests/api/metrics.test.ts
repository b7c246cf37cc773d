import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newArticle } from '../../src/resources/articles/article.schema.js';
import { operator } from '../../src/domain/access/rules.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';

let here: ListeningIsnad;
let issuer: Issuer;
beforeAll(async () => {
  issuer = await startIssuer();
  const { url, audience } = issuer;
  here = await listenLocally({
    oidc: {
      issuer: url,
      tokens: { issuer: url, audience, clients: [audience] },
      browsers: undefined,
      strangers: 'refuse',
    },
  });
});
afterAll(async () => {
  await here.close();
  await issuer.close();
});

const read = async (): Promise<Map<string, number>> => {
  const answer = await here.get('reader', '/metrics');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [
      line.slice(0, line.lastIndexOf(' ')),
      Number(line.slice(line.lastIndexOf(' ') + 1)),
    ]),
  );
};

describe('metrics', () => {
  it('count answers by operation and status, also of paths that are not there', async () => {
    await (await here.get('reader', '/v1/claims/none/status')).text();
    await (await here.get('reader', '/v1/nothing')).text();
    const figures = await read();
    const count = (operation: string, status: number): number | undefined =>
      figures.get(`isnad_http_request_seconds_count{operation="${operation}",status="${String(status)}"}`);
    expect([count('getClaimStatus', 404), count('none', 404)]).toEqual([1, 1]);
  });

  it('count sign-ins that let nobody in, by provider, and those alone', async () => {
    const refused = async (): Promise<number | undefined> =>
      (await read()).get(`isnad_refused_sign_ins_total{provider="${issuer.url}"}`);
    expect(await refused()).toBe(0);
    const signIn = async (token: string): Promise<number> => {
      const answer = await fetch(new URL('/v1/me', here.url), {
        headers: { Authorization: `Bearer ${token}` },
      });
      await answer.text();
      return answer.status;
    };
    expect(await signIn(await issuer.token({ aud: 'somebody-else' }))).toBe(401);
    expect(await signIn(await issuer.token({ sub: 'known-to-nobody' }))).toBe(403);
    const identities = [{ issuer: issuer.url, subject: 'user-1' }];
    const tied = await fetch(new URL('/v1/members/checker', here.url), {
      method: 'PATCH',
      headers: {
        Authorization: `Bearer ${here.keyOf('admin')}`,
        'Content-Type': 'application/json',
        'If-Match': '*',
      },
      body: JSON.stringify({ identities }),
    });
    expect(tied.status, await tied.text()).toBe(200);
    expect(await signIn(await issuer.token({ sub: 'user-1' }))).toBe(200);
    expect(await refused()).toBe(2);
  });

  it('say what is owed, and for how long', async () => {
    const { database, services } = here.isnad;
    const article = newArticle.parse({ title: 'A', language: 'en', text: 'Somebody said so.' });
    // Nobody sequences while this transaction holds the relay's lock.
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN; SELECT pg_advisory_xact_lock(47623)');
      await services.articles.create(article, operator);
      const figures = await read();
      expect(figures.get('isnad_outbox_events')).toBeGreaterThanOrEqual(1);
      expect(figures.get('isnad_relay_lag_seconds')).toBeGreaterThan(0);
      expect(figures.get('isnad_pool_connections{state="busy"}')).toBeGreaterThanOrEqual(1);
      expect(figures.get('isnad_oldest_owed_seconds{work="check-clock"}')).toBe(0);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('say how long the queue is, or that its store is not there', async () => {
    const figures = await read();
    expect(figures.get('isnad_queue_up')).toBe(1);
    expect(figures.get('isnad_queue_jobs{state="failed"}')).toBe(0);
    expect([...figures.keys()]).toContain('nodejs_eventloop_lag_seconds');
  });

  it('take a key', async () => {
    expect((await fetch(new URL('/metrics', here.url))).status).toBe(401);
  });
});
