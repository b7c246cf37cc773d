import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { readBundle } from '../../src/domain/merkle/entry.js';
import { readNote } from '../../src/domain/merkle/signed-note.js';
import { climb, hashLeaf } from '../../src/domain/merkle/tree.js';
import { createRates } from '../../src/platform/auth/rate.service.js';
import { readEnv } from '../../src/platform/config/env.js';
import { createLog } from '../../src/platform/log.js';
import { publicRoutesOf } from '../../src/public.routes.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf, type Api } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { createNotary, type Notary } from '../support/checkpoints.js';
import { checkpointsOf, createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let notary: Notary;
let stranger: Api;

beforeAll(async () => {
  isnad = await createIsnad();
  notary = await createNotary(isnad, checkpointsOf(isnad.dir));
  await notary.sign();
  stranger = apiOf(appWith({ publicReading: true })).stranger;
});
afterAll(() => isnad.close());

function appWith({ publicReading, perMinute = 0 }: { publicReading: boolean; perMinute?: number }) {
  const limits = { ...readEnv({}).access.limits, publicReads: perMinute };
  const rates = createRates({
    limits,
    store: { exchange: () => Promise.resolve([]) },
    warn: () => undefined,
  });
  return createApp({
    operations: operationsOf(isnad.services),
    authenticate: isnad.services.authenticateKey,
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
    publicRoutes: publicRoutesOf({ publicReading, checkpointDir: notary.dir }, isnad.services.publishing, {
      rates,
    }),
  });
}

const bytesOf = async (path: string): Promise<Buffer> => {
  const answer = await stranger
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done(null, Buffer.concat(parts));
      });
    });
  expect(answer.status, path).toBe(200);
  return answer.body as Buffer;
};

const readLog = async () => {
  const head = readNote((await stranger.get('/log/checkpoint')).text);
  if (!head) throw new Error('no checkpoint');
  return head;
};

describe('the log', () => {
  it('is read by anybody, from pages of any origin: its checkpoint for seconds, its tiles for ever', async () => {
    const checkpoint = await stranger.get('/log/checkpoint');
    expect(checkpoint.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=5',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const again = await stranger.get('/log/checkpoint', {
      'If-None-Match': checkpoint.headers['etag'] ?? '',
    });
    expect(again.status).toBe(304);
    const { size } = await readLog();
    const tile = await stranger.get(`/log/tile/0/000.p/${String(size)}`);
    expect(tile.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    });
    expect(await bytesOf(`/log/tile/0/000.p/${String(size)}`)).toHaveLength(32 * size);
  });

  it('holds every event of the feed in its order, by id and hash, and nothing of what it says', async () => {
    const { size } = await readLog();
    const bundle = readBundle(await bytesOf(`/log/tile/entries/000.p/${String(size)}`));
    const { rows } = await isnad.database.pool.query<{ event: string; hash: string }>(
      `SELECT e.id AS event, encode(e.hash, 'hex') AS hash FROM feed f JOIN events e ON e.seq = f.event_seq
       WHERE f.position <= $1 ORDER BY f.position`,
      [size],
    );
    expect(bundle?.map((entry) => JSON.parse(String(entry)) as unknown)).toEqual(
      rows.map((row, index) => ({ ...row, position: index + 1 })),
    );
  });

  it('is named by the statement that was signed along with it', async () => {
    const { origin, size, root } = await readLog();
    const { statement } = await notary.checkpoints.find('latest');
    expect(statement.log).toEqual({ origin, size, root: root.toString('hex') });
  });

  it.each([
    '/log',
    '/log/tile/0/001',
    '/log/tile/0/000.p/255',
    '/log/tile/entries/0',
    '/log/..%2fkeys',
    '/log/tile/0/..%2f..%2f..%2fkeys',
  ])('has nothing at %s', async (path) => {
    const answer = await stranger.get(path);
    expect([answer.status, problemOf(answer).code]).toEqual([404, 'path_not_found']);
  });

  it('takes nothing: a write is answered with 405 and what is allowed, and HEAD is answered', async () => {
    const refused = await stranger.post('/log/checkpoint', {});
    expect([refused.status, refused.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await stranger.head('/log/checkpoint')).status).toBe(200);
  });

  it('is not there where nothing is public', async () => {
    const { stranger: outside } = apiOf(appWith({ publicReading: false }));
    expect((await outside.get('/log/checkpoint')).status).toBe(404);
    expect((await outside.get('/log/tile/0/000')).status).toBe(404);
  });

  it('is read so often from one address, and no more', async () => {
    const { stranger: eager } = apiOf(appWith({ publicReading: true, perMinute: 2 }));
    expect((await eager.get('/log/checkpoint')).headers['ratelimit']).toMatch(/^"public";r=1;/);
    await eager.get('/log/checkpoint');
    const refused = await eager.get('/log/checkpoint');
    expect([refused.status, problemOf(refused).code]).toEqual([429, 'rate_limited']);
    expect(refused.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('the proof of an event', () => {
  const eventAt = async (position: number): Promise<{ id: string; hash: string }> => {
    const { event } = await isnad.store.db.feedEntry.findUniqueOrThrow({
      where: { position },
      include: { event: true },
    });
    return { id: event.id, hash: Buffer.from(event.hash).toString('hex') };
  };

  it('leads from its entry to the root of the checkpoint that comes with it', async () => {
    const { id, hash } = await eventAt(3);
    const answer = await isnad.as('reader').get(`/v1/events/${id}/proof`);
    const again = { 'If-None-Match': String(answer.headers['etag']) };
    expect((await isnad.as('reader').get(`/v1/events/${id}/proof`, again)).status).toBe(304);
    expect(answer.type).toBe('text/plain');
    const [, index, hashes = '', note = ''] =
      /^c2sp\.org\/tlog-proof@v1\nindex (\d+)\n((?:[A-Za-z0-9+/=]+\n)*)\n([^]*)$/.exec(answer.text) ?? [];
    const head = readNote(note);
    const leaf = hashLeaf(Buffer.from(JSON.stringify({ event: id, hash, position: 3 })));
    const path = hashes
      .trimEnd()
      .split('\n')
      .map((each) => Buffer.from(each, 'base64'));
    expect(index).toBe('2');
    expect(climb(leaf, 2, head?.size ?? 0, path)).toEqual(head?.root);
  });

  it('is not there before a checkpoint covers the event, nor of an event that is none', async () => {
    await isnad.relay();
    const newest = await isnad.store.db.feedEntry.findFirstOrThrow({
      orderBy: { position: 'desc' },
      include: { event: true },
    });
    const early = await isnad.as('reader').get(`/v1/events/${newest.event.id}/proof`);
    expect([early.status, problemOf(early).code]).toEqual([404, 'event_not_covered']);
    const unknown = await isnad.as('reader').get('/v1/events/01977f30-0000-7000-8000-000000000000/proof');
    expect([unknown.status, problemOf(unknown).code]).toEqual([404, 'event_not_found']);
  });
});

it('files that somebody else gives out are the same bytes under the same paths', async () => {
  const { size } = await readLog();
  const copy = join(isnad.dir, 'copy');
  await cp(join(notary.dir, 'log'), copy, { recursive: true });
  await writeFile(join(copy, 'index'), '');
  expect(await readdir(copy)).toContain('checkpoint');
  for (const path of [`tile/0/000.p/${String(size)}`, `tile/entries/000.p/${String(size)}`])
    expect(await readFile(join(copy, path))).toEqual(await bytesOf(`/log/${path}`));
});
