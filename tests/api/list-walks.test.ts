/** Walks over the list of claims while others write: whatever did not change meanwhile is met exactly once, in order. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  prioritize,
  tagOf,
  type ClaimSummary,
  type Page,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
/** Claims that are changed while somebody walks. */
const restless: string[] = [];
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  for (const ref of ['C34', 'C35', 'C36']) await acceptClaim(isnad, ref);
  for (let count = 0; count < 6; count++) restless.push(await enterClaim(isnad, { language: 'en' }));
}, 120_000);
afterAll(() => isnad.close());

const sorts = ['createdAt', 'updatedAt', 'priority', 'ref'] as const;
const priorities = ['low', 'normal', 'high', 'urgent'];

/** What each filter keeps, said once more of the documents themselves. */
const keeps: Record<string, (claim: ClaimSummary, values: string[]) => boolean> = {
  status: ({ status }, values) => values.includes(status),
  kind: ({ kind, secondaryKinds }, values) =>
    values.some((one) => [kind, ...secondaryKinds].includes(one as never)),
  priority: ({ priority }, values) => values.includes(priority),
  topic: ({ topics }, values) => topics.some((topic) => values.includes(topic)),
  language: ({ language }, values) => values.includes(language),
};
const filters = fc.record(
  {
    status: fc.subarray(['submitted', 'open', 'published'], { minLength: 1 }),
    kind: fc.subarray(['accusation', 'denial', 'assertion', 'announcement'], { minLength: 1 }),
    priority: fc.subarray(priorities, { minLength: 1 }),
    topic: fc.subarray(['treaty', 'arms-transfer', 'sanctions'], { minLength: 1 }),
    language: fc.subarray(['ar', 'en'], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const get = async (query: URLSearchParams): Promise<Page<ClaimSummary>> =>
  bodyOf(await isnad.as('editor').get(`/v1/claims?${query.toString()}`)) as Page<ClaimSummary>;

async function disturb(turn: number): Promise<void> {
  const ref = restless[turn % restless.length] ?? '';
  await prioritize(isnad, ref, priorities[turn % priorities.length] ?? '');
  restless.push(await enterClaim(isnad, { language: 'en' }));
}

const keyOf = (claim: ClaimSummary, sort: (typeof sorts)[number]): string =>
  sort === 'priority' ? String(priorities.indexOf(claim.priority)) : claim[sort];

it('meets each claim that did not change once, under any filters, order and size of page', async () => {
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...sorts),
      fc.boolean(),
      fc.integer({ min: 3, max: 20 }),
      async (given, sort, descending, limit) => {
        const query = new URLSearchParams({ sort: `${descending ? '-' : ''}${sort}`, limit: String(limit) });
        for (const [name, values] of Object.entries(given))
          for (const value of values) query.append(name, value);
        const everything = await get(new URLSearchParams({ limit: '200' }));
        const still = everything.items.filter(
          (claim) =>
            !restless.includes(claim.ref) &&
            Object.entries(given).every(([name, values]) => keeps[name]?.(claim, values)),
        );
        const met: ClaimSummary[] = [];
        for (let next: string | null = ''; next !== null;) {
          if (next !== '') query.set('after', next);
          const page = await get(query);
          met.push(...page.items);
          next = page.next;
          await disturb(turn++);
        }
        const quiet = met.filter(({ ref }) => still.some((claim) => claim.ref === ref));
        expect(quiet.map(({ ref }) => ref).sort()).toEqual(still.map(({ ref }) => ref).sort());
        const keys = quiet.map((claim) => keyOf(claim, sort));
        expect(keys).toEqual(descending ? keys.toSorted().reverse() : keys.toSorted());
      },
    ),
    { numRuns: 12, seed: 4545, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);

it('goes on only with the filters and the order it began with', async () => {
  const { next } = await get(new URLSearchParams({ limit: '2', topic: 'treaty', sort: 'updatedAt' }));
  const on = async (query: Record<string, string>): Promise<unknown> => {
    const path = `/v1/claims?${new URLSearchParams({ ...query, after: String(next) }).toString()}`;
    const answer = await isnad.as('editor').get(path);
    return answer.status === 200 ? 200 : problemOf(answer).code;
  };
  expect(await on({ topic: 'treaty', sort: 'updatedAt', limit: '50' })).toBe(200);
  expect(await on({ topic: 'treaty', sort: '-updatedAt' })).toBe('invalid_cursor');
  expect(await on({ topic: 'treaty' })).toBe('invalid_cursor');
  expect(await on({ sort: 'updatedAt' })).toBe('invalid_cursor');
});

it.each(['صواريخ،', '«صواريخ»', 'missiles', 'C34'])('finds C34 by %s', async (q) => {
  const { items } = await get(new URLSearchParams({ q, limit: '200' }));
  expect(items.map(({ ref }) => ref)).toContain('C34');
});

it('finds claims by the names of their sources, together with words of their own', async () => {
  const byName = await get(new URLSearchParams({ q: 'Ushakov', limit: '200' }));
  const bySource = await get(new URLSearchParams({ source: 'ushakov', limit: '200' }));
  expect(byName.items.map(({ ref }) => ref)).toEqual(
    expect.arrayContaining(bySource.items.map(({ ref }) => ref)),
  );
  const [first] = bySource.items;
  const both = await get(new URLSearchParams({ q: `Ushakov ${first?.ref ?? ''}`, limit: '200' }));
  expect(both.items.map(({ ref }) => ref)).toEqual([first?.ref]);
});

it('takes one filter several times, or once with commas, and other parameters once', async () => {
  const twice = await isnad.as('editor').get('/v1/claims?kind=denial&kind=violation&limit=200');
  const once = await isnad.as('editor').get('/v1/claims?kind=denial,violation&limit=200');
  expect(twice.body).toEqual(once.body);
  expect((await isnad.as('editor').get('/v1/claims?limit=2&limit=3')).status).toBe(400);
});

it('has an ETag that stays while nothing on the page changes', async () => {
  const editor = isnad.as('editor');
  const first = await editor.get('/v1/claims?article=putin-pyongyang-2024');
  const tag = tagOf(first);
  const again = await editor.get('/v1/claims?article=putin-pyongyang-2024', { 'If-None-Match': tag });
  expect(again.status).toBe(304);
  await prioritize(isnad, 'C33', 'urgent');
  const changed = await editor.get('/v1/claims?article=putin-pyongyang-2024', { 'If-None-Match': tag });
  expect(changed.status).toBe(200);
});

it('asks for what was changed since, and made before', async () => {
  const { updatedAt } = bodyOf(await isnad.as('editor').get('/v1/claims/C33')) as ClaimSummary;
  const since = await get(new URLSearchParams({ updatedSince: updatedAt, limit: '200' }));
  expect(since.items.map(({ ref }) => ref)).toContain('C33');
  for (const claim of since.items) expect(claim.updatedAt >= updatedAt).toBe(true);
  const before = await get(new URLSearchParams({ createdBefore: '2000-01-01T00:00:00Z' }));
  expect(before.items).toEqual([]);
  expect((await isnad.as('editor').get('/v1/claims?updatedSince=0000-01-01T00:00:00Z')).status).toBe(400);
});
