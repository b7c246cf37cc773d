/** What was kept in memory of the feed is forgotten with the commit that takes words back, not with its place in the feed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyOf, type Page } from '../support/desk.js';
import { askedOf, askErasure, decideOnErasure } from '../support/erasures.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { happen, relay } from '../support/webhooks.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const feedAfter = async (cursor: string) =>
  bodyOf(await isnad.as('reader').get(`/v1/feed?after=${cursor}`)) as Page<object> & { next: string };

it('a name that is withheld is in no answer of the feed while the relay is behind', async () => {
  await relay(isnad);
  const { next } = bodyOf(await isnad.as('reader').get('/v1/feed')) as { next: string };
  const id = await happen(isnad, 'zqnamezq');
  await relay(isnad);
  expect(JSON.stringify(await feedAfter(next))).toContain('zqnamezq');
  const asked = askedOf(await askErasure(isnad, { kind: 'source', id }));
  bodyOf(await decideOnErasure(isnad, asked, 'confirm'));
  const after = await feedAfter(next);
  expect(after.items.length).toBeGreaterThan(0);
  expect(JSON.stringify(after)).not.toContain('zqnamezq');
  await relay(isnad);
  const types = (await feedAfter(next)).items.map((item) => (item as { type: string }).type);
  expect(types).toContain('content.redacted');
});
