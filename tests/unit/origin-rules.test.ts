import { describe, expect, it } from 'vitest';
import { countOrigins, originsOf, type ChainSource, type ClaimChain } from '../../src/domain/claim/origin.js';

interface Heard {
  source?: string;
  label?: string;
  anonymous?: boolean;
  from?: Heard[];
}

const named = (ref: string): ChainSource => ({
  id: `id-${ref}`,
  ref,
  name: ref.toUpperCase(),
  kind: 'agency',
});

let articles = 0;

/** What an article tells, and whom it heard it from. */
function tell(outlet: string | null, ...heard: Heard[]): ClaimChain {
  const number = String(++articles);
  const links: ClaimChain['links'][number][] = [];
  const hang = (
    { source, label, anonymous = false, from = [] }: Heard,
    position: number,
    parentId: string | null,
  ) => {
    const id = `${number}-${String(links.length)}`;
    links.push({
      id,
      parentId,
      position,
      source: source === undefined ? null : named(source),
      label: label ?? null,
      anonymous,
    });
    for (const [index, link] of from.entries()) hang(link, index, id);
  };
  hang({ ...(outlet === null ? { label: 'the article' } : { source: outlet }), from: heard }, 0, null);
  return {
    claim: { id: `id-c${number}`, ref: `c${number}` },
    article: {
      id: `a${number}`,
      ref: `a${number}`,
      title: 'T',
      outlet: outlet === null ? null : named(outlet),
    },
    links,
  };
}

const names = (chain: ClaimChain): (string | null)[] =>
  originsOf(chain).map(({ source, label, article }) => source?.ref ?? label ?? article?.ref ?? null);

const count = (...chains: ClaimChain[]): [outlets: number, origins: number] => {
  const { outlets, origins } = countOrigins(chains);
  return [outlets, origins];
};

describe('the origins of one claim', () => {
  it('are the ends of its chain, not those who passed it on', () => {
    const imagery = { source: 'imagery' };
    expect(names(tell('youm7', { source: 'nexta', from: [{ source: 'nk-news', from: [imagery] }] }))).toEqual(
      ['imagery'],
    );
    expect(names(tell('youm7', { source: 'russia' }, { source: 'dprk' }))).toEqual(['russia', 'dprk']);
  });

  it('are named once, however many ways lead to them', () => {
    const twice = tell(
      'youm7',
      { source: 'reuters', from: [{ source: 'miller' }] },
      { source: 'afp', from: [{ source: 'miller' }] },
    );
    expect(names(twice)).toEqual(['miller']);
  });

  it('are the outlet where the article speaks for itself, or the article where it has none', () => {
    expect(names(tell('youm7'))).toEqual(['youm7']);
    const alone = tell(null);
    expect(originsOf(alone)).toMatchObject([
      { source: null, label: null, article: { ref: alone.article.ref } },
    ]);
    expect(names({ ...alone, links: [] })).toEqual([alone.article.ref]);
  });
});

describe('counting origins', () => {
  it('finds one agency behind five outlets, and two behind six', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((outlet) => tell(outlet, { source: 'yonhap' }));
    expect(count(...five)).toEqual([5, 1]);
    const { items } = countOrigins([tell('f', { source: 'tass' }), ...five]);
    expect(items.map(({ origin, outlets }) => [origin.source?.ref, outlets.length])).toEqual([
      ['yonhap', 5],
      ['tass', 1],
    ]);
  });

  it('counts an outlet once for all its articles, and an article without one for itself', () => {
    expect(count(tell('a', { source: 'x' }), tell('a', { source: 'x' }))).toEqual([1, 1]);
    expect(count(tell(null, { source: 'x' }), tell(null, { source: 'x' }))).toEqual([2, 1]);
    expect(count(tell(null), tell(null))).toEqual([2, 2]);
  });

  it('counts those who quote an outlet with the outlet that speaks for itself', () => {
    expect(count(tell('reuters'), tell('a', { source: 'reuters' }))).toEqual([2, 1]);
  });

  it('knows a voice without a source by its label, however it is typed, and by whether it is anonymous', () => {
    const officials = (label: string, anonymous = true) => tell('a', { label, anonymous });
    expect(count(officials('مسؤولون أمريكيون'), officials('مَسؤولون  امريكيون'))).toEqual([1, 1]);
    expect(count(officials('Officials'), officials('officials '))).toEqual([1, 1]);
    expect(count(officials('Officials'), officials('Residents'))).toEqual([1, 2]);
    expect(count(officials('Officials'), officials('Officials', false))).toEqual([1, 2]);
  });

  it('tells voices without any name apart by who heard them', () => {
    const nobody = { anonymous: true };
    const via = (agency: string) => ({ source: agency, from: [nobody] });
    expect(count(tell('a', via('afp')), tell('b', via('afp')))).toEqual([2, 1]);
    expect(count(tell('a', via('afp')), tell('b', via('tass')))).toEqual([2, 2]);
    expect(count(tell('a', nobody), tell('b', nobody))).toEqual([2, 2]);
    expect(count(tell('a', nobody), tell('a', nobody))).toEqual([1, 1]);
  });

  it('names an origin as soon as somebody does', () => {
    const { items } = countOrigins([
      tell('a', { source: 'us', anonymous: true }),
      tell('b', { source: 'us' }),
      tell('b', { source: 'un', anonymous: true }),
    ]);
    expect(items.map(({ origin }) => [origin.source?.ref, origin.anonymous])).toEqual([
      ['us', false],
      ['un', true],
    ]);
  });

  it('puts the origin of more claims first where as many outlets go back to both', () => {
    const { items } = countOrigins([
      tell('a', { source: 'tass' }),
      tell('b', { source: 'yonhap' }),
      tell('b', { source: 'yonhap' }),
    ]);
    expect(items.map(({ origin, claims, outlets }) => [origin.source?.ref, claims.length, outlets])).toEqual([
      ['yonhap', 2, [{ kind: 'outlet', id: 'id-b', ref: 'b', name: 'B' }]],
      ['tass', 1, [{ kind: 'outlet', id: 'id-a', ref: 'a', name: 'A' }]],
    ]);
  });

  it('tells each kind of origin apart by its key, and says of an article alone where it was', () => {
    const origins = [
      ...originsOf(tell('a', { source: 'tass' }, { label: ' Two  officials ', anonymous: true })),
      ...originsOf(tell('a', { label: 'Residents' }, { anonymous: true })),
    ];
    expect(origins.map(({ key, label }) => [key, label])).toEqual([
      ['source id-tass', null],
      ['anonymous two officials', ' Two  officials '],
      ['label residents', 'Residents'],
      ['unnamed < source id-a', null],
    ]);
    const alone = tell(null);
    expect(originsOf(alone).map(({ key }) => key)).toEqual([`article ${alone.article.id}`]);
    expect(countOrigins([alone]).items[0]?.outlets).toEqual([
      { kind: 'article', id: alone.article.id, ref: alone.article.ref, name: 'T' },
    ]);
  });

  it('has nothing to count where there is nothing', () => {
    expect(countOrigins([])).toEqual({ outlets: 0, origins: 0, items: [] });
  });
});
