import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type * as output from '../../src/resources/graph/graph.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, move, publishVerdict, verdictBody } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { countQueries, fanOut, relate } from '../support/relations.js';

type Graph = z.output<typeof output.graph>;
type Deniers = z.output<typeof output.deniers>;

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const explore = async (claim: string, query = ''): Promise<Graph> =>
  bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/graph${query}`)) as Graph;

const distances = ({ nodes }: Graph): Record<string, number> =>
  Object.fromEntries(nodes.map(({ ref, distance }) => [ref, distance]));

const listDeniers = async (claim: string, query = ''): Promise<Deniers> =>
  bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/deniers${query}`)) as Deniers;

describe('the neighborhood of a claim', () => {
  it('shows what it relates to, and every relation among what is shown', async () => {
    const graph = await explore('C34');
    expect(distances(graph)).toEqual({
      C34: 0,
      ...{ C22: 1, C32: 1, C36: 1, C34b: 1, C37: 1, C40: 1, C42: 1, C44: 1 },
    });
    expect(graph.nodes[0]).toEqual({
      id: expect.any(String) as string,
      ref: 'C34',
      kind: 'accusation',
      status: 'submitted',
      rating: null,
      contested: true,
      text: 'اتهامات لكوريا الشمالية بتزويد روسيا بصواريخ باليستية وذخيرة لحرب أوكرانيا',
      language: 'ar',
      distance: 0,
    });
    const edges = graph.edges.map(({ from, type, to }) => `${from.ref} ${type} ${to.ref}`);
    expect(edges).toContain('C37 denies C34');
    expect(edges).toContain('C37 partly_denies C36');
    expect(edges).not.toContain('C33 qualifies C32');
    expect(graph.truncated).toBe(false);
  });

  it('reaches as far as it is asked to, along the types it is asked for', async () => {
    const far = distances(await explore('C34', '?depth=2'));
    expect(far).toMatchObject({ C34: 0, C37: 1, C33: 2, C27: 2, C45: 2 });
    expect(await explore('C34', '?depth=4&types=denies,partly_denies')).toMatchObject({
      nodes: [
        { ref: 'C34', distance: 0 },
        { ref: 'C37', distance: 1 },
        { ref: 'C32', distance: 2 },
        { ref: 'C36', distance: 2 },
        { ref: 'C40', distance: 2 },
        { ref: 'C27', distance: 3 },
      ],
      truncated: false,
    });
    expect(distances(await explore('C34', '?types=repeats'))).toEqual({ C34: 0 });
  });

  it('ends in a circle', async () => {
    const [one, two, three] = [await enterClaim(isnad), await enterClaim(isnad), await enterClaim(isnad)];
    await relate(isnad, one, 'supports', two);
    await relate(isnad, two, 'supports', three);
    await relate(isnad, three, 'supports', one);
    await relate(isnad, one, 'qualifies', two);
    const graph = await explore(one, '?depth=4');
    expect(distances(graph)).toEqual({ [one]: 0, [two]: 1, [three]: 1 });
    expect(graph.edges).toHaveLength(4);
  });

  it('shows the two hundred nearest, and says that there are more', async () => {
    const center = await enterClaim(isnad);
    await fanOut(isnad, center, { claims: 300, type: 'qualifies' });
    const graph = await explore(center, '?depth=2');
    expect([graph.nodes.length, graph.edges.length, graph.truncated]).toEqual([200, 199, true]);
    expect(graph.nodes[0]?.ref).toBe(center);
    expect(await explore(center, '?depth=2')).toEqual(graph);
    expect(await explore(center, '?types=denies')).toMatchObject({
      nodes: [{ ref: center }],
      truncated: false,
    });
  });

  it('follows the rating of a claim once it is published', async () => {
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    await relate(isnad, other, 'supports', claim);
    await publishVerdict(isnad, claim, { body: verdictBody('false') });
    const { nodes } = await explore(other);
    expect(nodes[1]).toMatchObject({ ref: claim, status: 'published', rating: 'false' });
  });

  it('refuses other depths and types, unknown claims and strangers', async () => {
    const path = '/v1/claims/C34/graph';
    for (const depth of ['0', '5', '-1', '1.5', 'all', ''])
      expect(faultsOf(await isnad.as('reader').get(`${path}?depth=${depth}`)), depth).toEqual(['depth']);
    const wrong = await isnad.as('reader').get(`${path}?types=denies,likes&deep=1`);
    expect([wrong.status, faultsOf(wrong)]).toEqual([400, ['deep', 'types']]);
    const unknown = await isnad.as('reader').get('/v1/claims/none/graph');
    expect([unknown.status, problemOf(unknown).code]).toEqual([404, 'claim_not_found']);
    expect((await isnad.stranger.get(path)).status).toBe(401);
  });
});

describe('the deniers of a claim', () => {
  it('are those who speak in the denial: of C34, Moscow and Pyongyang', async () => {
    const { items, next } = await listDeniers('C34');
    expect(next).toBeNull();
    expect(items).toMatchObject([{ claim: { ref: 'C37', status: 'submitted' }, type: 'denies' }]);
    expect(items[0]?.deniers.map(({ source }) => source?.ref)).toEqual(['russia', 'dprk']);
    expect((await listDeniers('C36')).items).toMatchObject([
      { claim: { ref: 'C37' }, type: 'partly_denies' },
    ]);
    expect(await listDeniers('C37')).toEqual({ items: [], next: null });
  });

  it('are, where nobody is named, the article in its own voice', async () => {
    const [claim, denial] = [await enterClaim(isnad), await enterClaim(isnad, { kind: 'denial' })];
    await relate(isnad, denial, 'denies', claim);
    const [item] = (await listDeniers(claim)).items;
    expect(item?.deniers).toMatchObject([{ source: null, label: null, anonymous: false }]);
    expect(item?.deniers[0]?.article?.title).toMatch(/^Sentence /);
  });

  it('are listed by the page, three hundred of them, in as many queries as one', async () => {
    const claim = await enterClaim(isnad);
    await fanOut(isnad, claim, { claims: 1, type: 'denies' });
    const few = await countQueries(isnad, () => listDeniers(claim, '?limit=200'));
    await fanOut(isnad, claim, { claims: 299, type: 'denies' });
    expect(few).toBeGreaterThan(0);
    const many = await countQueries(isnad, () => listDeniers(claim, '?limit=200'));
    expect(many).toBe(few);
    const first = await listDeniers(claim, '?limit=200');
    const rest = await listDeniers(claim, `?limit=200&after=${String(first.next)}`);
    expect([first.items.length, rest.items.length, rest.next]).toEqual([200, 100, null]);
    expect(new Set([...first.items, ...rest.items].map((item) => item.claim.ref)).size).toBe(300);
  });

  it('show where the denial stands, also once it is rejected', async () => {
    const [claim, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    await relate(isnad, denial, 'denies', claim);
    bodyOf(await move(isnad, 'editor', denial, { event: 'reject', reason: 'a slip' }));
    expect((await listDeniers(claim)).items).toMatchObject([{ claim: { status: 'rejected' } }]);
  });

  it('are of tests only where the claim is one', async () => {
    const [claim, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    await relate(isnad, denial, 'denies', claim);
    const setTest = async (ref: string) =>
      bodyOf(await isnad.as('editor').patch(`/v1/claims/${ref}`, { test: true }));
    await setTest(denial);
    expect((await listDeniers(claim)).items).toEqual([]);
    await setTest(claim);
    expect((await listDeniers(claim)).items).toMatchObject([{ claim: { ref: denial } }]);
  });

  it('are not found for unknown claims, bad cursors and strangers', async () => {
    expect((await isnad.as('reader').get('/v1/claims/none/deniers')).status).toBe(404);
    expect(faultsOf(await isnad.as('reader').get('/v1/claims/C34/deniers?after=abc'))).toEqual(['after']);
    expect(faultsOf(await isnad.as('reader').get('/v1/claims/C34/deniers?limit=201'))).toEqual(['limit']);
    expect((await isnad.stranger.get('/v1/claims/C34/deniers')).status).toBe(401);
  });
});
