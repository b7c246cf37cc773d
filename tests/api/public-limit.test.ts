/** Whoever has read too much is told so as what they read: a page, the place of an embed, a document for programs. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishVerdict } from '../support/desk.js';
import { strangerAt } from '../support/public-api.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await publishVerdict(isnad, 'C34');
});
afterAll(() => isnad.close());

it('in the language of the page, when to come again, and in a frame that may stand where the embed stood', async () => {
  const stranger = strangerAt(isnad, { perMinute: 1 });
  expect((await stranger.get('/ar/claims/C34')).status).toBe(200);
  const page = await stranger.get('/ar/claims/C34');
  expect([page.status, page.type, page.headers['cache-control']]).toEqual([429, 'text/html', 'no-store']);
  expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
  expect(page.text).toContain('<html lang="ar" dir="rtl"');
  const embed = await stranger.get('/en/claims/C34/embed');
  expect([embed.status, embed.type]).toEqual([429, 'text/html']);
  expect(embed.headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
  expect(embed.headers).not.toHaveProperty('x-frame-options');
  const data = await stranger.get('/data.json?language=en');
  expect([data.status, data.type]).toEqual([429, 'application/problem+json']);
});
