import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letOriginsCall } from '../../src/platform/http/cross-origin.js';
import { apiOf } from '../support/api.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** Of each answer, but what names the request and the moment. */
const shown = ({ status, headers, body }: { status: number; headers: unknown; body: unknown }) => {
  const { 'x-request-id': _, date: __, 'content-length': ___, ...rest } = headers as Record<string, string>;
  return { status, headers: rest, body: { ...(body as object), requestId: '', instance: '' } };
};

describe('the way past Express', () => {
  it.each([
    ['/v1/claims/C34/status', '/v1/claims/C34/status/'],
    ['/v1/claims/C34/status', '/v1/claims/%43%33%34/status'],
    ['/v1/claims/none/status', '/v1/claims/non%65/status'],
    ['/v1/claims/C34/status?asOf=x', '/v1/claims/C34/status/?asOf=x'],
    ['/v1/feed?after=start&limit=3', '/v1/feed/?after=start&limit=3'],
    ['/v1/feed?limit=0', '/v1/feed/?limit=0'],
  ])('answers %s as the way through it answers %s', async (past, through) => {
    const reader = isnad.as('reader');
    expect(shown(await reader.get(past))).toEqual(shown(await reader.get(through)));
  });

  it('is open to nobody without a key, and names the request in its problem', async () => {
    const answer = await isnad.stranger.get('/v1/claims/C34/status', { 'X-Request-Id': 'r-7' });
    expect([answer.status, answer.get('x-request-id')]).toEqual([401, 'r-7']);
    expect(answer.body).toMatchObject({ requestId: 'r-7', instance: '/v1/claims/C34/status' });
  });

  it('leaves other methods to the other way', async () => {
    const [head, put] = [
      await isnad.as('reader').head('/v1/claims/C34/status'),
      await isnad.as('reader').put('/v1/claims/C34/status', {}),
    ];
    expect([head.status, head.get('etag') === undefined, put.status]).toEqual([200, false, 405]);
  });

  it('reads bodies too', async () => {
    const reader = isnad.as('reader');
    expect((await reader.post('/v1/claims/statuses', { ids: ['C34'], more: 1 })).status).toBe(400);
    const gone = await reader.post('/v1/claims/statuses', { ids: ['C34', 'gone'] });
    expect((gone.body as { missing: string[] }).missing).toEqual(['gone']);
  });
});

describe('a page of another origin', () => {
  const mine = 'https://tools.example.org';
  const api = () => apiOf(letOriginsCall([mine], isnad.app));
  const reader = () => api().as(isnad.keys.reader);

  it.each(['/v1/claims/C34/status', '/v1/claims/C34/status/', '/v1/claims/none', '/openapi.json'])(
    'that is configured may read %s, with a key and never with a cookie',
    async (path) => {
      const { headers } = await reader().get(path, { Origin: mine });
      expect(headers['access-control-allow-origin']).toBe(mine);
      expect(headers['access-control-expose-headers']).toContain('ETag');
      expect(headers['vary']).toMatch(/^(?:Authorization, Cookie, (?:Prefer, )?)?Origin$/);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
      const other = await reader().get(path, { Origin: 'https://elsewhere.example.org' });
      expect(other.headers['access-control-allow-origin']).toBeUndefined();
      expect(other.headers['vary']).toContain('Origin');
      expect((await reader().get(path)).headers['vary'] ?? '').not.toContain('Origin');
      const unset = await isnad.as('reader').get(path, { Origin: mine });
      expect(unset.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('asks before it writes, without a key, and reads what is public from wherever it is', async () => {
    const asking = { Origin: mine, 'Access-Control-Request-Method': 'POST' };
    const preflight = await request(letOriginsCall([mine], isnad.app))
      .options('/v1/claims')
      .set(asking);
    expect([preflight.status, preflight.get('access-control-allow-origin')]).toEqual([204, mine]);
    expect(preflight.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.get('access-control-allow-headers')).toContain('Idempotency-Key');
    const open = await api().stranger.get('/data.json', { Origin: mine });
    expect(open.headers['access-control-allow-origin']).toBe('*');
  });
});
