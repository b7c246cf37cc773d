/**
 * Canaries: everything that is secret, or that callers may take for secret, is given a name of its own; then the
 * whole house is run at its most talkative, through errors of every kind, and nothing that it says or
 * puts into its queue may hold one of them.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { startCommitProxy, type CommitProxy } from '../support/commit-proxy.js';
import { enterClaim, startReview, verdictBody } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { startProcess, type Started } from '../support/processes.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';

const canary = (what: string): string => `canary-${what}-${randomBytes(9).toString('hex')}`;

describe.each([
  ['PostgreSQL', true],
  ['Redis', hasRedis],
])('with the queue in %s', (store, possible) => {
  const secrets = {
    database: canary('database'),
    redis: canary('redis'),
    body: canary('body'),
    header: canary('header'),
    query: canary('query'),
    cookie: canary('cookie'),
    idempotency: canary('idempotency'),
    wrongKey: `isnad_${randomBytes(16).toString('hex')}_${randomBytes(32).toString('base64url')}`,
  };
  const role = `canary_${randomBytes(4).toString('hex')}`;
  let isnad: TestIsnad;
  let proxy: CommitProxy;
  let issuer: Issuer;
  let redis: TestRedis | undefined;
  let processes: Started[] = [];
  let url: string;
  let key: string;
  let token: string;

  beforeAll(async () => {
    if (!possible) return;
    isnad = await createIsnad({ seeded: true });
    await isnad.owner.query(
      `CREATE ROLE ${role} LOGIN PASSWORD '${secrets.database}'; GRANT application_of_migrated TO ${role}`,
    );
    proxy = await startCommitProxy(isnad.url);
    const databaseUrl = new URL(proxy.url);
    databaseUrl.username = role;
    databaseUrl.password = secrets.database;
    issuer = await startIssuer();
    token = await issuer.token({ sub: 'stranger' });
    if (store === 'Redis') redis = await startRedis(['--requirepass', secrets.redis]);
    key = (await isnad.services.keys.createKey({ memberRef: 'checker', name: 'canary' }, operator)).key;
    const env = {
      DATABASE_URL: databaseUrl.href,
      REDIS_URL: redis ? redis.url.replace('redis://', `redis://:${secrets.redis}@`) : '',
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: issuer.audience,
      RATE_LIMIT_WRITES: '40',
      PORT: '0',
      LOG_LEVEL: 'trace',
    };
    const api = startProcess('src/server.js', env);
    const workers = startProcess('workers/main.js', env);
    processes = [api, workers];
    url = (await api.says(/"url":"(http:[^"]+)"/))[1] ?? '';
    await workers.says(/"working"/);
  }, 90_000);
  afterAll(async () => {
    if (!possible) return;
    for (const one of processes) await one.end('SIGKILL');
    await issuer.close();
    await proxy.close();
    await redis?.stop();
    await isnad.owner.query(`DROP OWNED BY ${role}`);
    await isnad.close();
  });

  const call = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: string; headers?: object } = {},
  ) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        'X-Api-Key': secrets.header,
        Cookie: `session=${secrets.cookie}`,
        'X-Request-Id': `x y ${secrets.header}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, text: await response.text() };
  };
  const raw = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const { hostname, port } = new URL(url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => {
        socket.end(text);
      });
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString();
      });
      socket.on('close', () => {
        resolve(answer);
      });
      socket.on('error', () => undefined);
    });
  const source = (more: object = {}) =>
    JSON.stringify({
      ref: `s-${randomBytes(4).toString('hex')}`,
      kind: 'person',
      name: secrets.body,
      ...more,
    });

  /** What the queue holds, in whichever store. */
  async function queueData(): Promise<string> {
    if (!redis) {
      const tables = await isnad.database.pool.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'`,
      );
      const texts: string[] = [];
      for (const { name } of tables.rows) {
        const { rows } = await isnad.database.pool.query<{ row: string }>(
          `SELECT t::text AS row FROM ${name} t`,
        );
        texts.push(...rows.map(({ row }) => row));
      }
      return texts.join('\n');
    }
    const client = new Redis(redis.url.replace('redis://', `redis://:${secrets.redis}@`));
    try {
      const texts: unknown[] = [];
      for (const name of await client.keys('*')) {
        const type = await client.type(name);
        if (type === 'string') texts.push(await client.get(name));
        if (type === 'hash') texts.push(await client.hgetall(name));
        if (type === 'list') texts.push(await client.lrange(name, 0, -1));
        if (type === 'zset') texts.push(await client.zrange(name, '0', '-1'));
        if (type === 'set') texts.push(await client.smembers(name));
        if (type === 'stream') texts.push(await client.xrange(name, '-', '+'));
        texts.push(name);
      }
      return JSON.stringify(texts);
    } finally {
      client.disconnect();
    }
  }

  it.skipIf(!possible)(
    'nothing secret is told, whatever goes wrong',
    async () => {
      const statuses: Record<string, number> = {};
      const note = async (what: string, answer: ReturnType<typeof call>): Promise<void> => {
        statuses[what] = (await answer).status;
      };
      const idempotency = { 'Idempotency-Key': `"${secrets.idempotency}"` };
      const task = await startReview(isnad, await enterClaim(isnad));
      await note(
        'written',
        call('POST', '/v1/sources', { body: source({ ref: 'canary' }), headers: idempotency }),
      );
      await note('used twice', call('POST', '/v1/sources', { body: source(), headers: idempotency }));
      await note('taken', call('POST', '/v1/sources', { body: source({ ref: 'canary' }) }));
      await note(
        'unknown field',
        call('POST', '/v1/sources', { body: source({ [secrets.body]: secrets.body }) }),
      );
      await note('broken JSON', call('POST', '/v1/sources', { body: `{"name": "${secrets.body}"` }));
      await note(
        'no JSON',
        call('POST', '/v1/sources', { body: secrets.body, headers: { 'Content-Type': 'text/plain' } }),
      );
      await note('too large', call('POST', '/v1/sources', { body: secrets.body.repeat(150_000) }));
      await note(
        'stale',
        call('PATCH', '/v1/sources/putin', {
          body: '{"note":"x"}',
          headers: { 'If-Match': `"${secrets.header}"` },
        }),
      );
      await note('blind', call('PUT', '/v1/claims/C34/attributions', { body: '{"attributions":[]}' }));
      await note('not found', call('GET', `/v1/claims/nowhere?q=${secrets.query}`));
      await note('query', call('GET', `/v1/claims?q=${secrets.query}&limit=1`));
      await note('bad query', call('GET', `/v1/claims?key=${secrets.query}`));
      await note('forbidden', call('POST', '/v1/members', { body: JSON.stringify({ name: secrets.body }) }));
      await note(
        'wrong key',
        call('GET', '/v1/me', { headers: { Authorization: `Bearer ${secrets.wrongKey}` } }),
      );
      await note('no key', call('GET', '/v1/me', { headers: { Authorization: `Basic ${secrets.header}` } }));
      await note('stranger', call('GET', '/v1/me', { headers: { Authorization: `Bearer ${token}` } }));
      await note(
        'submitted',
        call('POST', `/v1/tasks/${task.id}/verdict`, {
          body: JSON.stringify(verdictBody('false', { rationale: { en: secrets.body } })),
        }),
      );
      const admin = { Authorization: `Bearer ${isnad.keys.admin}` };
      const made = await call('POST', '/v1/members/reader/keys', { body: '{"name":"new"}', headers: admin });
      const fresh = (JSON.parse(made.text) as { key: string }).key;
      expect(await raw(`GET / HTTP/1.1\r\nX: ${secrets.header}\r\n broken\r\n\r\n`)).toContain('400');
      expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${secrets.header.repeat(1000)}\r\n\r\n`)).toContain(
        '431',
      );
      // An error of ours: the tables are not what we think.
      await isnad.owner.query('ALTER TABLE source_names RENAME TO other_names');
      await note('fault of ours', call('POST', '/v1/sources', { body: source() }));
      await isnad.owner.query('ALTER TABLE other_names RENAME TO source_names');
      for (let count = 0; count < 45; count++)
        await note('too many', call('POST', '/v1/sources', { body: '{}' }));
      issuer.stop();
      const queued = await queueData();
      await proxy.close();
      await redis?.kill();
      await note(
        'database down',
        call('POST', '/v1/tasks/next', { headers: { Authorization: `Bearer ${isnad.keys.editor}` } }),
      );
      await note('not ready', call('GET', '/readyz'));
      expect(statuses).toEqual({
        written: 201,
        'used twice': 422,
        taken: 409,
        'unknown field': 400,
        'broken JSON': 400,
        'no JSON': 415,
        'too large': 413,
        stale: 412,
        blind: 428,
        'not found': 400,
        query: 200,
        'bad query': 400,
        forbidden: 403,
        'wrong key': 401,
        'no key': 401,
        stranger: 403,
        submitted: 202,
        'fault of ours': 500,
        'too many': 429,
        'database down': 503,
        'not ready': 503,
      });
      await processes[0]?.says(/"status":500/);
      await processes[0]?.says(/"status":429/);
      await Promise.all(processes.map((one) => one.end()));
      const said = processes.map((one) => one.output()).join('\n');
      expect(said.split('\n').length).toBeGreaterThan(60);
      const hidden = {
        ...secrets,
        key: key.slice(-43),
        wrongKey: secrets.wrongKey.slice(-43),
        fresh: fresh.slice(-43),
        admin: isnad.keys.admin.slice(-43),
        token: token.slice(-43),
      };
      for (const [what, secret] of Object.entries(hidden)) {
        const line = said.split('\n').find((each) => each.includes(secret));
        expect(line, `the ${what} secret was told`).toBeUndefined();
        expect(queued.includes(secret), `the ${what} secret is in the queue`).toBe(false);
      }
    },
    120_000,
  );
});
