import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
