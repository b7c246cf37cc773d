/** Many claims in one call: each with its own outcome, and the same as if they came one by one. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, readClaim, type ClaimSummary, type Page } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

interface Item {
  index: number;
  ref?: string;
  externalId?: string;
  outcome: 'created' | 'exists' | 'refused';
  claim?: { id: string; ref: string };
  problem?: { status: number; code: string; errors?: { pointer: string }[]; candidates?: object[] };
}

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

let articles = 0;
/** An article in which each of so many sentences stands once. */
async function createArticle(sentences = 40): Promise<string> {
  const ref = `batch-${String(++articles)}`;
  const text = Array.from({ length: sentences }, (_, at) => `${sentence(at)}.`).join(' ');
  const made = await isnad
    .as('checker')
    .post('/v1/articles', { ref, title: 'Convoys', language: 'en', text });
  expect(made.status).toBe(201);
  return ref;
}
const sentence = (at: number): string => `Convoy ${String(at)} has arrived`;

const claim = (article: string, at: number, more: object = {}) => ({
  article,
  kind: 'assertion',
  quote: { exact: sentence(at) },
  ...more,
});

async function enter(items: readonly unknown[], headers = {}): Promise<Item[]> {
  const response = await isnad.as('checker').post('/v1/claims/batch', { items }, headers);
  expect(response.status, JSON.stringify(response.body)).toBe(200);
  return (response.body as { items: Item[] }).items;
}

/** What can be compared: ids and made-up refs differ. */
const told = ({ outcome, problem }: Item) => [
  outcome,
  problem?.code,
  problem?.errors?.map(({ pointer }) => pointer).sort(),
];

describe('many claims in one call', () => {
  it('are entered with chain and norms, as one by one', async () => {
    const article = await createArticle();
    const full = {
      ref: 'B1',
      externalId: 'row 17',
      glosses: { en: 'A convoy' },
      topics: ['arms-transfer'],
      attributions: [{ source: 'kcna', mode: 'direct', from: [{ anonymous: true, mode: 'indirect' }] }],
      provisions: [{ instrument: 's-res-1874-2009' }],
    };
    const [made, other] = await enter([claim(article, 1, full), claim(article, 2)]);
    expect(made).toMatchObject({ index: 0, ref: 'B1', externalId: 'row 17', outcome: 'created' });
    expect(other).toMatchObject({ index: 1, outcome: 'created' });
    const shown = await readClaim(isnad, 'B1');
    expect(shown).toMatchObject({ id: made?.claim?.id, externalId: 'row 17', status: 'submitted' });
    expect(shown.chain.from[0]?.from[0]).toMatchObject({ anonymous: true });
    expect(shown.provisions).toHaveLength(1);
    const found = bodyOf(
      await isnad.as('reader').get('/v1/claims?externalId=row%2017'),
    ) as Page<ClaimSummary>;
    expect(found.items.map(({ ref }) => ref)).toEqual(['B1']);
  });

  it('each have their own outcome: one that is wrong stops none of the others', async () => {
    const article = await createArticle();
    const items = await enter([
      claim(article, 1, { ref: 'G1' }),
      claim(article, 2, { ref: 'G2', kind: 'rumor', surprise: 1 }),
      'no claim',
      claim('nowhere', 3),
      claim(article, 4, { quote: { exact: 'nowhere to be found' } }),
      claim(article, 5, { attributions: [{ source: 'nobody', mode: 'direct' }] }),
      claim(article, 6, { provisions: [{ provision: 'none' }] }),
      claim(article, 1, { ref: 'G7' }),
      claim(article, 8, { ref: 'G1' }),
      claim(article, 9),
    ]);
    expect(items.map(told)).toEqual([
      ['created', undefined, undefined],
      ['refused', 'invalid', ['/kind', '/surprise']],
      ['refused', 'invalid', ['']],
      ['refused', 'unknown_reference', ['/article']],
      ['refused', 'quote_absent', ['/quote']],
      ['refused', 'unknown_reference', ['/attributions/0/source']],
      ['refused', 'unknown_reference', ['/provisions/0/provision']],
      ['refused', 'quote_taken', undefined],
      ['refused', 'ref_taken', ['/ref']],
      ['created', undefined, undefined],
    ]);
    expect(items[1]?.ref).toBe('G2');
    expect(items[7]?.problem).toMatchObject({ status: 409, claim: 'G1' });
    const unclear = claim(article, 4, { quote: { exact: 'has arrived' } });
    const alone = problemOf(await isnad.as('checker').post('/v1/claims', unclear));
    const { instance: _, requestId: __, ...problem } = alone as unknown as Record<string, unknown>;
    expect((await enter([unclear]))[0]?.problem).toEqual(problem);
    expect(problem['candidates']).toHaveLength(20);
  });

  it('may be sent again: what stands with the same content exists, other content is refused', async () => {
    const article = await createArticle();
    const sent = [
      claim(article, 1, { ref: 'A1' }),
      claim(article, 2, { externalId: 'a-2' }),
      claim(article, 3),
    ];
    const first = await enter(sent);
    const again = await enter(sent);
    expect(again.map(({ outcome }) => outcome)).toEqual(['exists', 'exists', 'refused']);
    expect(again.slice(0, 2).map((item) => item.claim)).toEqual(first.slice(0, 2).map((item) => item.claim));
    expect(again[2]?.problem?.code).toBe('quote_taken');
    const other = await enter([
      claim(article, 1, { ref: 'A1', topics: ['visit'] }),
      claim(article, 2, { externalId: 'a-2', kind: 'denial' }),
    ]);
    expect(other.map((item) => item.problem?.code)).toEqual(['ref_taken', 'external_id_taken']);
  });

  it('are taken as lines too, with a broken line in between', async () => {
    const article = await createArticle();
    const lines = [
      JSON.stringify(claim(article, 1)),
      '',
      '{"article": "',
      '{"article": "x", "article": "y"}',
      JSON.stringify(claim(article, 2)),
    ].join('\r\n');
    const response = await isnad
      .as('checker')
      .post('/v1/claims/batch', undefined, { 'Content-Type': 'application/x-ndjson' })
      .send(lines);
    expect(response.status, response.text).toBe(200);
    expect((response.body as { items: Item[] }).items.map(told)).toEqual([
      ['created', undefined, undefined],
      ['refused', 'malformed_body', ['']],
      ['refused', 'invalid', ['/article']],
      ['created', undefined, undefined],
    ]);
  });

  it('are at least one and a thousand at most', async () => {
    const none = await isnad.as('checker').post('/v1/claims/batch', { items: [] });
    expect([none.status, faultsOf(none)]).toEqual([400, ['/items']]);
    const many = await isnad
      .as('checker')
      .post('/v1/claims/batch', { items: Array.from({ length: 1_001 }, () => 0) });
    expect([many.status, faultsOf(many)]).toEqual([400, ['/items']]);
  });

  it('are entered once and answered alike under one Idempotency-Key', async () => {
    const article = await createArticle();
    const sent = [claim(article, 1), claim(article, 2)];
    const first = await enter(sent, { 'Idempotency-Key': '"batch"' });
    expect(await enter(sent, { 'Idempotency-Key': '"batch"' })).toEqual(first);
    const other = await isnad
      .as('checker')
      .post('/v1/claims/batch', { items: [claim(article, 3)] }, { 'Idempotency-Key': '"batch"' });
    expect([other.status, problemOf(other).code]).toEqual([422, 'idempotency_key_reused']);
  });

  it('are for those who may record', async () => {
    expect((await isnad.stranger.post('/v1/claims/batch', { items: [0] })).status).toBe(401);
    expect((await isnad.as('reader').post('/v1/claims/batch', { items: [0] })).status).toBe(403);
  });

  it('come to the same whether several batches send them at once or not', async () => {
    const article = await createArticle();
    const sent = Array.from({ length: 30 }, (_, at) =>
      claim(article, at, { ref: `R-${article}-${String(at)}` }),
    );
    const rounds = await Promise.all(
      Array.from({ length: 6 }, (_, round) => enter(round % 2 === 0 ? sent : sent.toReversed())),
    );
    const outcomes = rounds.flat().map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(30);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toEqual([]);
    const ids = new Map(rounds.flat().map((item) => [`${String(item.ref)} ${String(item.claim?.id)}`, item]));
    expect(ids.size).toBe(30);
  });
});

describe('a batch of random items', () => {
  const item = fc.record({
    at: fc.nat(5),
    ref: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    externalId: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    topics: fc.constantFrom([], ['visit']),
    source: fc.option(fc.constantFrom('kcna', 'putin', 'nobody'), { nil: undefined }),
    wrong: fc.constantFrom(undefined, undefined, undefined, 'kind', 'quote', 'shape'),
  });

  it('has the outcomes of the same items sent one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), async (drawn) => {
        const [together, alone] = [await createArticle(6), await createArticle(6)];
        const itemsFor = (article: string): unknown[] =>
          drawn.map(({ at, ref, externalId, topics, source, wrong }) =>
            wrong === 'shape'
              ? { at }
              : claim(article, at, {
                  topics,
                  ...(ref !== undefined && { ref: `${ref}-${article}` }),
                  ...(externalId !== undefined && { externalId: `${externalId}-${article}` }),
                  ...(source !== undefined && { attributions: [{ source, mode: 'direct' }] }),
                  ...(wrong === 'kind' && { kind: 'rumor' }),
                  ...(wrong === 'quote' && { quote: { exact: 'is not there' } }),
                }),
          );
        const batch = await enter(itemsFor(together));
        const single: Item[] = [];
        for (const one of itemsFor(alone)) single.push(...(await enter([one])));
        expect(batch.map(told)).toEqual(single.map(told));
        const same = (items: Item[]) =>
          items.map(({ claim: made }) => items.findIndex((one) => made && one.claim?.id === made.id));
        expect(same(batch)).toEqual(same(single));
      }),
      { numRuns: 25 },
    );
  });
});
