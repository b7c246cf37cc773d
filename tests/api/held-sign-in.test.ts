/** Whoever came with a token of the identity provider hears nothing more once their identity is untied. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesOf, nextEvent } from '../support/event-stream.js';
import { startIssuer, type Issuer } from '../support/issuer.js';
import { listenLocally, type ListeningIsnad } from '../support/listening.js';

let issuer: Issuer;
let here: ListeningIsnad;
beforeAll(async () => {
  issuer = await startIssuer();
  const { url, audience } = issuer;
  const tokens = { issuer: url, audience, clients: [audience], jwksUrl: undefined };
  const oidc = { issuer: url, tokens, browsers: undefined, strangers: 'refuse' } as const;
  here = await listenLocally({ seeded: true, oidc });
});
afterAll(async () => {
  await here.close();
  await issuer.close();
});

async function tie(subjects: string[]): Promise<void> {
  const { status } = await fetch(new URL('/v1/members/checker', here.url), {
    method: 'PATCH',
    headers: {
      ...{ Authorization: `Bearer ${here.keyOf('admin')}`, 'Content-Type': 'application/json' },
      'If-Match': '*',
    },
    body: JSON.stringify({ identities: subjects.map((subject) => ({ issuer: issuer.url, subject })) }),
  });
  expect(status).toBe(200);
}

const soon = 10_000;

it('their open stream and their long polls end, within a second', async () => {
  await tie(['user-1']);
  const token = await issuer.token();
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, here.url), { headers: { Authorization: `Bearer ${token}`, ...headers } });
  const status = await get('/v1/claims/C10/status');
  expect(status.status).toBe(200);
  const { next } = (await (await get('/v1/feed?limit=1&types=review.withdrawn')).json()) as { next: string };

  const stream = messagesOf(await get('/v1/stream'));
  await stream.next();
  const polls = [
    get(`/v1/feed?after=${next}&types=review.withdrawn&wait=30`),
    get('/v1/claims/C10/status', {
      'If-None-Match': status.headers.get('etag') ?? '',
      Prefer: 'wait=30',
    }),
  ];
  await expect.poll(() => here.isnad.services.tail.waiting()).toBeGreaterThan(1);
  const untiedAt = performance.now();
  await tie([]);
  expect(await nextEvent(stream, () => false)).toBeUndefined();
  // The token is good, and nobody's here any more.
  for (const answer of await Promise.all(polls)) expect(answer.status).toBe(403);
  expect(performance.now() - untiedAt).toBeLessThan(soon);
  expect((await get('/v1/me')).status).toBe(403);
});
