import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  publishVerdict,
  tagOf,
  takeTask,
  verdictBody,
  type ClaimSummary,
  type Page,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const list = async (query: Record<string, string>, person: Person = 'reader'): Promise<ClaimSummary[]> => {
  const path = `/v1/claims?${new URLSearchParams({ limit: '200', ...query }).toString()}`;
  return (bodyOf(await isnad.as(person).get(path)) as Page<ClaimSummary>).items;
};
const refs = async (query: Record<string, string>, person: Person = 'reader'): Promise<string[]> =>
  (await list(query, person)).map(({ ref }) => ref);

describe('walking the list of claims', () => {
  it.each(['/v1/claims', '/v1/articles/putin-pyongyang-2024/claims'])(
    'gives all of %s once, seven at a time, in order of entry',
    async (path) => {
      const seen: string[] = [];
      const sizes: number[] = [];
      let next: string | null = '';
      while (next !== null) {
        const query: string = next && `&after=${next}`;
        const response = await isnad.as('reader').get(`${path}?limit=7${query}`);
        const page = bodyOf(response) as Page<ClaimSummary>;
        seen.push(...page.items.map(({ ref }) => ref));
        sizes.push(page.items.length);
        next = page.next;
      }
      expect(sizes).toEqual([7, 7, 7, 7, 7, 7, 7, 2]);
      expect(new Set(seen).size).toBe(51);
      expect(seen).toEqual(await refs({}));
    },
  );

  it('is not disturbed by claims that come in between', async () => {
    const first = bodyOf(await isnad.as('reader').get('/v1/claims?limit=50')) as Page<ClaimSummary>;
    const late = await enterClaim(isnad, { language: 'en' });
    const second = await isnad.as('reader').get(`/v1/claims?limit=50&after=${String(first.next)}`);
    const rest = bodyOf(second) as Page<ClaimSummary>;
    expect(rest.items.map(({ ref }) => ref).slice(-2)).toEqual(['C45', late]);
    expect(rest.next).toBeNull();
  });

  it('refuses a cursor that was tampered with or is of another list, and a limit out of range', async () => {
    const { next } = bodyOf(await isnad.as('reader').get('/v1/claims?limit=1')) as Page<ClaimSummary>;
    const cut = String(next).slice(0, -1);
    const turned = String(next).replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const history = bodyOf(await isnad.as('reader').get('/v1/claims/C34/history?limit=1')) as Page<unknown>;
    for (const after of [cut, turned, String(history.next), 'abc']) {
      const response = await isnad.as('reader').get(`/v1/claims?after=${after}`);
      expect([response.status, problemOf(response).code, faultsOf(response)]).toEqual([
        400,
        'invalid_cursor',
        ['after'],
      ]);
    }
    for (const limit of ['0', '201', '1e9', '1000000000', '-1', '', '7.5'])
      expect(faultsOf(await isnad.as('reader').get(`/v1/claims?limit=${limit}`)), limit).toEqual(['limit']);
  });

  it('names every filter that is wrong', async () => {
    const query =
      'status=ready&kind=denial,lie&language=arabic&topic=A&contested=maybe&source=a%20b&q=%20&offset=3';
    const response = await isnad.as('reader').get(`/v1/claims?${query}`);
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual([
      'contested',
      'kind',
      'language',
      'offset',
      'q',
      'source',
      'status',
      'topic',
    ]);
  });

  it('is for everyone with a key, and of an article that exists', async () => {
    expect((await isnad.stranger.get('/v1/claims')).status).toBe(401);
    expect((await isnad.stranger.get('/v1/articles/putin-pyongyang-2024/claims')).status).toBe(401);
    expect((await isnad.as('reader').get('/v1/articles/none/claims')).status).toBe(404);
    expect(
      faultsOf(await isnad.as('reader').get('/v1/articles/putin-pyongyang-2024/claims?article=x')),
    ).toEqual(['article']);
  });
});

describe('filtering the list of claims', () => {
  it('goes by kind, the secondary ones too', async () => {
    expect(await refs({ kind: 'violation' })).toEqual(['C44']);
    expect(await refs({ kind: 'denial,violation' })).toEqual(['C27', 'C37', 'C44']);
    expect(await refs({ kind: 'accusation' })).toContain('C23');
  });

  it('goes by topics in any script, and takes them in whatever way their letters were composed', async () => {
    const tag = { 'If-Match': tagOf(await isnad.as('checker').get('/v1/claims/C15')) };
    const changed = await isnad
      .as('checker')
      .patch('/v1/claims/C15', { topics: ['اقتصاد', 'e\u0301nergie', '経済-政策'] }, tag);
    expect(bodyOf(changed)).toMatchObject({ topics: ['اقتصاد', 'énergie', '経済-政策'] });
    for (const topic of ['اقتصاد', 'اقتصـاد', 'ﺍﻗﺘﺼﺎﺩ', '\u200Fاِقتصاد'])
      expect(await refs({ topic }), topic).toEqual(['C15']);
    expect(await refs({ topic: 'nothing,énergie' })).toEqual(['C15']);
    for (const wrong of ['Économie', 'two words', '-a', 'a--b', '\u200F', 'a/b'])
      expect(faultsOf(await isnad.as('checker').patch('/v1/claims/C15', { topics: [wrong] }))).toEqual([
        '/topics/0',
      ]);
  });

  it('goes by topic, source, article and instrument, by id or ref', async () => {
    expect(await refs({ topic: 'treaty' })).toEqual(['H3', 'C25', 'C26', 'C27']);
    const ushakov = await refs({ source: 'ushakov' });
    expect(ushakov).toContain('C25');
    const { id } = (await isnad.as('reader').get('/v1/sources/ushakov')).body as { id: string };
    expect(await refs({ source: id.toUpperCase() })).toEqual(ushakov);
    expect(await refs({ article: 'putin-pyongyang-2024' })).toHaveLength(51);
    expect(await refs({ article: 'none' })).toEqual([]);
    expect(await refs({ instrument: 's-res-2321-2016' })).toEqual(['C44', 'C45']);
  });

  it('goes by whether it is contested', async () => {
    expect(await refs({ contested: 'true' })).toEqual(['C32', 'C34']);
    expect((await refs({ contested: 'false', article: 'putin-pyongyang-2024' })).length).toBe(49);
  });

  it('goes by language, with its regional variants', async () => {
    const ref = await enterClaim(isnad, { language: 'pt-br' });
    expect(await refs({ language: 'pt' })).toEqual([ref]);
    expect(await refs({ language: 'PT-BR' })).toEqual([ref]);
    expect(await refs({ language: 'pt-PT' })).toEqual([]);
  });

  it('goes by status and rating', async () => {
    const ref = await enterClaim(isnad, { language: 'fa' });
    expect(await refs({ language: 'fa', status: 'submitted,open' })).toEqual([ref]);
    await publishVerdict(isnad, ref, { body: verdictBody('mostly-false') });
    expect(await refs({ language: 'fa', status: 'submitted,open' })).toEqual([]);
    expect(await refs({ language: 'fa', status: 'published', rating: 'true,mostly-false' })).toEqual([ref]);
    expect(await refs({ rating: 'true' })).toEqual([]);
  });

  it('joins filters', async () => {
    expect(await refs({ topic: 'arms-transfer', kind: 'denial' })).toEqual(['C37']);
    expect(await refs({ topic: 'arms-transfer', contested: 'true', q: 'صواريخ' })).toEqual(['C34']);
  });

  it('tells the desk, and only the desk, who works on what', async () => {
    const ref = await enterClaim(isnad);
    await acceptClaim(isnad, ref);
    await takeTask(isnad, ref, 'checker2');
    expect(await refs({ assignee: 'checker2' }, 'editor')).toEqual([ref]);
    expect(await refs({ assignee: 'me' }, 'checker2')).toEqual([ref]);
    expect(await refs({ assignee: 'me' }, 'checker')).toEqual([]);
    for (const path of ['/v1/claims', '/v1/articles/putin-pyongyang-2024/claims']) {
      const response = await isnad.as('reader').get(`${path}?assignee=checker2`);
      expect([response.status, problemOf(response).code]).toEqual([403, 'desk_only']);
    }
  });
});

describe('looking for words', () => {
  it.each([
    ['as they stand', 'اتفاقية شراكة استراتيجية'],
    ['with other alefs', 'إتفاقية شراكة أستراتيجيه'],
    ['with ه for ة', 'اتفاقيه شراكه'],
    ['with ى for ي', 'اتفاقىة شراكة استراتىجية'],
    ['with vowel signs and tatweel', 'اتّفاقيّـــة شَراكة'],
    ['in another order and apart', 'استراتيجية   شراكة'],
    ['with direction marks', '\u200Fاتفاقية\u200E شراكة'],
  ])('finds them %s', async (_how, q) => {
    const found = await refs({ q });
    expect(found).toEqual(expect.arrayContaining(['H3', 'C25']));
    expect(found.length).toBeLessThan(6);
  });

  it('finds digits of either kind', async () => {
    expect(await refs({ q: '٢٤ عاما' })).toEqual(await refs({ q: '24 عامًا' }));
    expect(await refs({ q: '٢٤ عاما' })).toContain('T1');
  });

  it.each([
    ['صواريخ،'],
    ['«صواريخ»'],
    ['missiles'],
    ['C34'],
    ['c34,'],
    ['صاروخ'],
    ['والصاروخ'],
    ['missile'],
    ['supplied missiles'],
    ['صواريخ باليستي'],
    ['باليستيه لروسيا'],
    ['Matthew Miller'],
    ['balistic'],
    ['bballistic misile'],
    ['بالستية'],
  ])('finds C34 by %s', async (q) => {
    expect(await refs({ q })).toContain('C34');
  });

  it('finds a name under each of its spellings', async () => {
    const all = await refs({ q: 'بيونج يانج' });
    expect(all.length).toBeGreaterThan(3);
    expect(await refs({ q: 'بيونغ يانغ' })).toEqual(expect.arrayContaining(all));
  });

  it('takes what is nearly the same only where nothing is as it was asked', async () => {
    expect((await refs({ q: 'صواريخ' })).length).toBeLessThan(15);
    expect(await refs({ q: 'zzgwnb' })).toEqual([]);
    expect(await refs({ q: 'misile treeaty elephant' })).toEqual([]);
  });

  it('finds a gloss that was put in other words by the new ones only', async () => {
    const ref = await enterClaim(isnad, { glosses: { en: 'Locomotives were delivered' } });
    expect(await refs({ q: 'locomotive' })).toEqual([ref]);
    const tag = { 'If-Match': tagOf(await isnad.as('checker').get(`/v1/claims/${ref}`)) };
    bodyOf(await isnad.as('checker').patch(`/v1/claims/${ref}`, { glosses: { en: 'Wagons' } }, tag));
    expect([await refs({ q: 'locomotive' }), await refs({ q: 'wagon' })]).toEqual([[], [ref]]);
  });

  it('finds a name with letters written twice or once', async () => {
    expect((await refs({ q: 'ميلر' })).toSorted()).toEqual((await refs({ q: 'ميللر' })).toSorted());
    expect(await refs({ q: 'ميلر' })).toContain('C34');
  });

  it('wants all of the words', async () => {
    expect(await refs({ q: 'صواريخ فيتنام' })).toEqual([]);
  });

  it('takes wildcards for what they are', async () => {
    const ref = await enterClaim(isnad, { language: 'en' });
    for (const q of ['%', '_', '\\', 'بوت_ن', 'بوت%']) expect(await refs({ q }), q).toEqual([]);
    expect(await refs({ q: 'رقم', language: 'en' })).toContain(ref);
  });

  it('finds nothing where nothing is left to look for', async () => {
    expect(await refs({ q: 'ـ' })).toEqual([]);
  });

  it('finds them whatever sign parts them, and however a number, a name or a plural is spelled', async () => {
    const ar =
      'تشرين الأول/أكتوبر على الحدود اللبنانية السورية، أصيب ٢٬٥٠٠ قائد أي ٣٫٥٪ بالڤيروس وفق: رويترز وپوتين وشؤون الضحايا';
    const ref = await enterClaim(isnad, { glosses: { ar, en: 'The minister-president lost 1,500 men' } });
    const asked = [
      ...['أكتوبر/تشرين الأول', 'اللبنانية/السورية', 'الحدود،اللبنانية', 'وفق:رويترز', 'minister–president'],
      ...['2500', '٢٥٠٠', '2,500 قائد', '1500', '١٬٥٠٠', '3,5%', '٪3.5', '2 500', '2500 قادة'],
      ...['فيروس', 'بوتين رويترز', 'پوتين رويترز', 'شئون', 'الضحية القادة'],
    ];
    for (const q of asked) expect(await refs({ q }), q).toContain(ref);
    for (const q of ['3500', '35%', '1501']) expect(await refs({ q }), q).not.toContain(ref);
  });
});
