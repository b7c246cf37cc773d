import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type * as output from '../../src/resources/graph/graph.schema.js';
import { problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, move } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { countQueries, fanOut, relate } from '../support/relations.js';

type Origins = z.output<typeof output.origins>;

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const trace = async (claim: string, query = ''): Promise<Origins> =>
  bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/origins?${query}`)) as Origins;

/** ref of a new source. */
async function createSource(name: string, kind: 'outlet' | 'agency'): Promise<string> {
  const response = await isnad.as('checker').post('/v1/sources', { name, kind });
  expect(response.status).toBe(201);
  return (response.body as { ref: string }).ref;
}

let outlets = 0;

/** A claim in an article of an outlet of its own, heard from whom is given. */
async function publishIn(attributions: object[]): Promise<string> {
  const outlet = await createSource(`Outlet ${String(++outlets)}`, 'outlet');
  const exact = 'The delegation arrives on Sunday';
  const article = await isnad
    .as('checker')
    .post('/v1/articles', { title: `Report ${outlet}`, language: 'en', outlet, text: `${exact}.` });
  expect(article.status).toBe(201);
  const { ref } = article.body as { ref: string };
  const claim = { article: ref, kind: 'announcement', quote: { exact }, attributions };
  const entered = await isnad.as('checker').post('/v1/claims', claim);
  expect(entered.status).toBe(201);
  return (entered.body as { ref: string }).ref;
}

const from = (source: string) => [{ source, mode: 'indirect' }];

describe('the independent origins of a claim', () => {
  it('are one agency behind five outlets, seen from each of them', async () => {
    const agency = await createSource('One Agency', 'agency');
    const told = await Promise.all(Array.from({ length: 5 }, () => publishIn(from(agency))));
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = told;
    // Not all point at one: some repeat those that repeat.
    await relate(isnad, second, 'repeats', first);
    await relate(isnad, third, 'repeats', first);
    await relate(isnad, fourth, 'repeats', third);
    await relate(isnad, fourth, 'repeats', fifth);
    for (const claim of told) {
      const { items, ...counts } = await trace(claim);
      expect(counts).toEqual({ outlets: 5, origins: 1, truncated: false, next: null });
      expect(items).toMatchObject([
        { origin: { source: { ref: agency, kind: 'agency' }, anonymous: false } },
      ]);
      expect(items[0]?.claims.map(({ ref }) => ref).toSorted()).toEqual(told.toSorted());
      expect(new Set(items[0]?.outlets.map(({ name }) => name)).size).toBe(5);
    }
  });

  it('are two where one of the outlets heard it elsewhere, whoever passed it on', async () => {
    const [one, other] = [await createSource('A', 'agency'), await createSource('B', 'agency')];
    const first = await publishIn(from(one));
    const relayed = await publishIn([{ source: 'nexta', mode: 'indirect', from: from(one) }]);
    const apart = await publishIn(from(other));
    await relate(isnad, relayed, 'repeats', first);
    await relate(isnad, apart, 'repeats', first);
    const { items, ...counts } = await trace(first);
    expect(counts).toEqual({ outlets: 3, origins: 2, truncated: false, next: null });
    expect(items.map(({ origin, claims }) => [origin.source?.ref, claims.map(({ ref }) => ref)])).toEqual([
      [one, [first, relayed]],
      [other, [apart]],
    ]);
  });

  it('end in a circle of repetitions, and follow nothing but repetition', async () => {
    const agency = await createSource('C', 'agency');
    const [one, two, three] = [await publishIn(from(agency)), await publishIn([]), await publishIn([])];
    await relate(isnad, one, 'repeats', two);
    await relate(isnad, two, 'repeats', one);
    await relate(isnad, three, 'supports', one);
    expect(await trace(one)).toMatchObject({ outlets: 2, origins: 2 });
    expect(await trace(three)).toMatchObject({
      outlets: 1,
      origins: 1,
      items: [{ origin: { source: { kind: 'outlet' } }, outlets: [{ kind: 'outlet' }] }],
    });
  });

  it('count what was merged as one claim, and leave out what was rejected and tests', async () => {
    const agency = await createSource('D', 'agency');
    const [kept, same, slip] = [
      await publishIn(from(agency)),
      await publishIn(from(agency)),
      await publishIn([]),
    ];
    await relate(isnad, slip, 'repeats', kept);
    bodyOf(await move(isnad, 'editor', same, { event: 'merge', into: kept }));
    bodyOf(await move(isnad, 'editor', slip, { event: 'reject', reason: 'a slip' }));
    for (const claim of [kept, same]) expect(await trace(claim)).toMatchObject({ outlets: 2, origins: 1 });
    const test = await publishIn([]);
    await relate(isnad, test, 'repeats', kept);
    bodyOf(await isnad.as('editor').patch(`/v1/claims/${test}`, { test: true }));
    expect(await trace(kept)).toMatchObject({ outlets: 2, origins: 1 });
    expect(await trace(test)).toMatchObject({ outlets: 3, origins: 2 });
  });

  it('are the article itself where it speaks for itself and has no outlet', async () => {
    const claim = await enterClaim(isnad);
    const { items, outlets, origins } = await trace(claim);
    expect([outlets, origins]).toEqual([1, 1]);
    expect(items).toMatchObject([
      { origin: { source: null, label: null }, claims: [{ ref: claim }], outlets: [{ kind: 'article' }] },
    ]);
    expect(items[0]?.origin.article?.ref).toBe(items[0]?.outlets[0]?.ref);
  });

  it('are both deniers of a denial in the seed article', async () => {
    const { outlets, origins, items } = await trace('C37');
    expect([outlets, origins]).toEqual([1, 2]);
    expect(items.map(({ origin }) => origin.source?.ref)).toEqual(['russia', 'dprk']);
  });

  it('are looked for in five hundred claims at most, in as many queries as in one', async () => {
    const claim = await enterClaim(isnad);
    const few = await countQueries(isnad, () => trace(claim));
    await fanOut(isnad, claim, { claims: 600, type: 'repeats' });
    expect(few).toBeGreaterThan(0);
    const many = await countQueries(isnad, () => trace(claim));
    expect(many - few).toBeLessThanOrEqual(1);
    const pages: Origins[] = [await trace(claim, 'limit=200')];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await trace(claim, `limit=200&after=${next}`));
    expect(pages.map(({ items }) => items.length)).toEqual([200, 200, 100]);
    for (const page of pages) expect(page).toMatchObject({ outlets: 1, origins: 500, truncated: true });
  });

  it('are not found for unknown claims and strangers, nor with parameters nobody knows', async () => {
    const unknown = await isnad.as('reader').get('/v1/claims/none/origins');
    expect([unknown.status, problemOf(unknown).code]).toEqual([404, 'claim_not_found']);
    expect((await isnad.as('reader').get('/v1/claims/C34/origins?depth=1')).status).toBe(400);
    expect((await isnad.stranger.get('/v1/claims/C34/origins')).status).toBe(401);
  });
});
