/** Lists of every noun, walked page by page: each thing once, in the order asked for, from the moment asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { addEvidence } from '../support/evidence.js';
import { bodyOf, enterClaim, madeOf, publishVerdict, type Page } from '../support/desk.js';
import { move } from '../support/desk.js';
import { createInternet } from '../support/internet.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

type Item = Record<string, unknown>;

let isnad: TestIsnad;
let close: () => Promise<void>;
/** Ids by what they are of. */
const made = { claim: '', evidence: '', webhook: '' };

beforeAll(async () => {
  const internet = await createInternet();
  const page = internet.serve('/page', { body: '<p>Here.' });
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
  close = async () => {
    await isnad.close();
    await internet.close();
  };
  const [checker, editor, admin] = [isnad.as('checker'), isnad.as('editor'), isnad.as('admin')];
  made.claim = await enterClaim(isnad);
  made.evidence = (await addEvidence(isnad, made.claim, page)).id;
  await addEvidence(isnad, made.claim, `${page}?again`);
  for (const outcome of ['asked', 'replied', 'declined']) {
    const contact = { source: outcome === 'asked' ? 'dprk' : 'russia', outcome, date: '2024-06-18' };
    madeOf(await checker.post(`/v1/claims/${made.claim}/contacts`, contact));
  }
  await isnad.work();
  expect((await checker.post(`/v1/evidence/${made.evidence}/captures`)).status).toBe(202);
  await isnad.work();
  for (const reason of ['error', 'legal']) {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason }));
  }
  await publishVerdict(isnad, made.claim);
  for (const type of ['denies', 'partly_denies', 'denies'])
    madeOf(
      await checker.post(`/v1/claims/${await enterClaim(isnad)}/relations`, {
        type,
        to: made.claim,
        note: 'So it says.',
      }),
    );
  for (const to of ['C34', 'C35'])
    madeOf(await checker.post(`/v1/claims/${made.claim}/relations`, { type: 'repeats', to }));
  for (const provision of ['s-res-1718-2006.8b', 's-res-1874-2009.10'])
    madeOf(await checker.post(`/v1/claims/${made.claim}/provisions`, { provision }));
  bodyOf(
    await move(isnad, 'editor', made.claim, { event: 'correct', reason: 'error', note: 'It was wrong.' }),
  );
  bodyOf(await move(isnad, 'editor', made.claim, { event: 'cancel' }));
  madeOf(await checker.post('/v1/articles/putin-pyongyang-2024/versions', { text: 'Another text.' }));
  madeOf(await admin.post('/v1/members/checker/keys', { name: 'another' }));
  for (const turn of [1, 2]) {
    const hook = madeOf(await editor.post('/v1/webhooks', { url: page, description: String(turn) })) as Item;
    made.webhook = String(hook['id']);
  }
  for (let turn = 0; turn < 3; turn++) bodyOf(await editor.post(`/v1/webhooks/${made.webhook}/test`));
  await isnad.services.keyUses.write();
}, 120_000);
afterAll(() => close());

const lists: [name: string, person: Person, path: () => string, moment: string, sort: string][] = [
  ['articles', 'reader', () => '/v1/articles', 'createdAt', 'createdAt'],
  ['articles by ref', 'reader', () => '/v1/articles', 'createdAt', 'ref'],
  ['versions', 'reader', () => '/v1/articles/putin-pyongyang-2024/versions', 'createdAt', 'number'],
  ['sources', 'reader', () => '/v1/sources', 'createdAt', 'createdAt'],
  ['sources by ref', 'reader', () => '/v1/sources', 'createdAt', 'ref'],
  ['instruments', 'reader', () => '/v1/instruments', 'createdAt', 'createdAt'],
  ['evidence', 'checker', () => `/v1/claims/${made.claim}/evidence`, 'createdAt', 'createdAt'],
  ['captures', 'checker', () => `/v1/evidence/${made.evidence}/captures`, 'attemptedAt', 'attemptedAt'],
  ['contacts', 'checker', () => `/v1/claims/${made.claim}/contacts`, 'recordedAt', 'recordedAt'],
  ['relations', 'reader', () => `/v1/claims/${made.claim}/relations`, 'createdAt', 'createdAt'],
  ['deniers', 'reader', () => `/v1/claims/${made.claim}/deniers`, 'createdAt', 'createdAt'],
  ['editions', 'reader', () => `/v1/claims/${made.claim}/editions`, 'createdAt', 'createdAt'],
  ['people', 'checker', () => '/v1/desk/people', 'createdAt', 'ref'],
  ['people by role', 'checker', () => '/v1/desk/people', 'createdAt', 'role'],
  ['history', 'checker', () => `/v1/claims/${made.claim}/history`, 'occurredAt', 'ordinal'],
  ['verdicts', 'checker', () => `/v1/claims/${made.claim}/verdicts`, 'submittedAt', 'submittedAt'],
  ['corrections', 'reader', () => '/v1/corrections', 'publishedAt', 'publishedAt'],
  ['members', 'admin', () => '/v1/members', 'createdAt', 'createdAt'],
  ['keys', 'admin', () => '/v1/members/checker/keys', 'createdAt', 'createdAt'],
  ['key uses', 'admin', () => '/v1/key-uses', 'hourStartsAt', 'hourStartsAt'],
  ['webhooks', 'editor', () => '/v1/webhooks', 'createdAt', 'createdAt'],
  ['deliveries', 'editor', () => `/v1/webhooks/${made.webhook}/deliveries`, 'attemptedAt', 'attemptedAt'],
];

async function walk(person: Person, path: string, query: Record<string, string>): Promise<Item[]> {
  const met: Item[] = [];
  for (let after: string | null = ''; after !== null;) {
    const asked = new URLSearchParams({ ...query, ...(after !== '' && { after }) });
    const page = bodyOf(await isnad.as(person).get(`${path}?${asked.toString()}`)) as Page<Item>;
    met.push(...page.items);
    after = page.next;
  }
  return met;
}

describe.each(lists)('the list of %s', (_name, person, pathOf, moment, sort) => {
  it('gives the same things page by page as at once, and turned round in the other order', async () => {
    const path = pathOf();
    const whole = await walk(person, path, { sort, limit: '200' });
    expect(whole.length).toBeGreaterThan(0);
    expect(await walk(person, path, { sort, limit: '2' })).toEqual(whole);
    expect(await walk(person, path, { sort: `-${sort}`, limit: '1' })).toEqual(whole.toReversed());
    const keys = whole.map((item) => item[sort] as string | number);
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });

  it('begins and ends where it is asked to', async () => {
    const path = pathOf();
    const whole = await walk(person, path, { sort, limit: '200' });
    // A whole millisecond is not where a microsecond begins: the next one is behind every thing of this one.
    const middle = String(whole[Math.floor(whole.length / 2)]?.[moment]);
    const after = new Date(Date.parse(middle) + 1).toISOString();
    const isBefore = (item: Item): boolean => String(item[moment]) < after;
    expect(await walk(person, path, { sort, createdBefore: after })).toEqual(whole.filter(isBefore));
    expect(await walk(person, path, { sort, createdSince: after })).toEqual(
      whole.filter((item) => !isBefore(item)),
    );
  });

  it('has a tag that holds while nothing on it changes, and refuses the cursor of another order', async () => {
    const path = pathOf();
    const first = await isnad.as(person).get(`${path}?sort=${sort}&limit=1`);
    const tag = String(first.headers['etag']);
    const again = await isnad.as(person).get(`${path}?sort=${sort}&limit=1`, { 'If-None-Match': tag });
    expect(again.status).toBe(304);
    const { next } = first.body as Page<Item>;
    if (next === null) return;
    const turned = await isnad.as(person).get(`${path}?sort=-${sort}&limit=1&after=${next}`);
    expect([turned.status, problemOf(turned).code]).toEqual([400, 'invalid_cursor']);
  });
});

describe('a filter with several values', () => {
  it.each<[person: Person, path: () => string, filter: string, field: string, values: string[]]>([
    ['reader', () => '/v1/sources', 'kind', 'kind', ['person', 'agency']],
    ['checker', () => `/v1/claims/${made.claim}/contacts`, 'outcome', 'outcome', ['asked', 'declined']],
    ['reader', () => '/v1/corrections', 'reason', 'reason', ['legal', 'error']],
    ['admin', () => '/v1/members', 'role', 'role', ['editor', 'reader']],
    [
      'checker',
      () => `/v1/claims/${made.claim}/history`,
      'types',
      'type',
      ['claim.submitted', 'task.opened'],
    ],
  ])('as %s finds what has one of them', async (person, path, filter, field, values) => {
    const all = await walk(person, path(), { limit: '200' });
    const wanted = all.filter((item) => values.includes(String(item[field])));
    expect(new Set(wanted.map((item) => item[field])).size).toBe(values.length);
    expect(await walk(person, path(), { [filter]: values.join(','), limit: '2' })).toEqual(wanted);
  });

  it('finds sources by name, the best first, unless an order is asked for', async () => {
    const best = await walk('reader', '/v1/sources', { name: 'Putin', limit: '1' });
    const byRef = await walk('reader', '/v1/sources', { name: 'Putin', sort: 'ref', limit: '1' });
    expect(best[0]).toMatchObject({ ref: 'putin' });
    const refs = byRef.map(({ ref }) => String(ref));
    expect(refs).toEqual(refs.toSorted());
    expect(refs).toEqual(best.map(({ ref }) => String(ref)).sort());
  });

  it('finds an article by its address', async () => {
    const url = 'https://news.example/a,b?c=1';
    const given = { title: 'Found', language: 'en', text: 'By its address.', url, outlet: 'nexta' };
    madeOf(await isnad.as('checker').post('/v1/articles', given));
    const [article] = await walk('reader', '/v1/articles', { outlet: 'nexta' });
    expect(article).toMatchObject({ url });
    expect(await walk('reader', '/v1/articles', { url })).toEqual([article]);
    expect(await walk('reader', '/v1/articles', { url: `${url}x` })).toEqual([]);
  });
});

describe('the parts of a claim', () => {
  it('are relations seen from it, narrowed by type, direction and the other claim', async () => {
    const path = `/v1/claims/${made.claim}/relations`;
    const all = await walk('checker', path, { limit: '2' });
    const claim = bodyOf(await isnad.as('checker').get(`/v1/claims/${made.claim}`)) as { relations: Item[] };
    expect(all.map(({ id }) => id).toSorted()).toEqual(claim.relations.map(({ id }) => id).toSorted());
    const out = all.filter(({ direction }) => direction === 'out');
    expect(out.map((one) => (one['claim'] as Item)['ref'])).toEqual(['C34', 'C35']);
    expect(await walk('checker', path, { direction: 'out' })).toEqual(out);
    expect(await walk('checker', path, { claim: 'C35' })).toEqual(out.slice(1));
    expect(await walk('checker', path, { type: 'partly_denies,repeats' })).toHaveLength(3);
    expect(all.map(({ note }) => note)).toContain('So it says.');
    expect((await walk('reader', path, {})).every(({ note }) => note === null)).toBe(true);
  });

  it('are the norms it touches, and what was seen of them in a stored copy', async () => {
    const path = `/v1/claims/${made.claim}/provisions`;
    const all = await walk('reader', path, { limit: '1' });
    expect(all).toHaveLength(2);
    expect(await walk('reader', path, { instrument: 's-res-1718-2006' })).toEqual(all.slice(0, 1));
    const isVerified = (item: Item): boolean => (item['provision'] as Item)['verified'] === true;
    for (const verified of [true, false])
      expect(await walk('reader', path, { verified: String(verified) })).toEqual(
        all.filter((item) => isVerified(item) === verified),
      );
    const missing = await isnad.as('reader').get(`${path}/${crypto.randomUUID()}`);
    expect([missing.status, problemOf(missing).code]).toEqual([404, 'link_not_found']);
  });

  it('are the links of its chain, each before those it was heard from, under the tag that PUT takes', async () => {
    const path = `/v1/claims/${await enterClaim(isnad)}/attributions`;
    const set = {
      source: 'putin',
      mode: 'direct',
      note: 'Live.',
      from: [{ label: 'an aide', mode: 'indirect' }],
    };
    const tag = String((await isnad.as('checker').get(path)).headers['etag']);
    bodyOf(await isnad.as('checker').put(path, { attributions: [set] }, { 'If-Match': tag }));
    const links = await walk('checker', path, { limit: '1' });
    const [root, said, heard] = links;
    expect(links).toMatchObject([
      { parent: null },
      { parent: { id: root?.['id'] }, source: { ref: 'putin' }, note: 'Live.' },
      { parent: { id: said?.['id'] }, label: 'an aide', note: null },
    ]);
    expect(heard).not.toHaveProperty('from');
    expect((await walk('reader', path, {})).every(({ note }) => note === null)).toBe(true);
    const stale = await isnad.as('checker').put(path, { attributions: [set] }, { 'If-Match': tag });
    expect(stale.status).toBe(412);
  });

  it('the provisions of an instrument are a list with cursors', async () => {
    const path = '/v1/instruments/s-res-1718-2006/provisions';
    const all = await walk('reader', path, { limit: '1' });
    const { provisions } = bodyOf(await isnad.as('reader').get('/v1/instruments/s-res-1718-2006')) as {
      provisions: Item[];
    };
    expect(all).toMatchObject(provisions);
    expect(await walk('reader', path, { verified: 'true' })).toEqual(all.filter((one) => one['verified']));
    expect((await isnad.as('reader').get('/v1/instruments/nowhere/provisions')).status).toBe(404);
  });
});

describe('a cursor', () => {
  it.each(['attributions', 'relations', 'provisions', 'deniers', 'editions', 'evidence'])(
    'of the %s of one claim is none of another',
    async (part) => {
      const walker = isnad.as('checker');
      const first = await walker.get(`/v1/claims/${made.claim}/${part}?limit=1`);
      const { next } = bodyOf(first) as Page<Item>;
      // A claim with one edition has no second page.
      if (next === null) return;
      const other = await walker.get(`/v1/claims/C34/${part}?limit=1&after=${next}`);
      expect([other.status, problemOf(other).code]).toEqual([400, 'invalid_cursor']);
    },
  );

  it('a cursor of one topic is none of another, in what is published', async () => {
    const path = '/v1/published.json?limit=1&topic=treaty';
    const { next_url: next } = (await isnad.as('reader').get(path)).body as { next_url?: string };
    const after = new URL(next ?? 'http://x/?after=none').searchParams.get('after') ?? '';
    const other = await isnad.as('reader').get(`/v1/published.json?limit=1&topic=sanctions&after=${after}`);
    expect(other.status).toBe(400);
  });
});

it('the scale of ratings is read page by page', async () => {
  const whole = await walk('reader', '/v1/ratings', {});
  expect(whole.length).toBeGreaterThan(3);
  expect(await walk('reader', '/v1/ratings', { limit: '2' })).toEqual(whole);
});

it('the inbox is read either way round, and what is unread alone', async () => {
  await isnad.work();
  const whole = await walk('checker', '/v1/desk/inbox', {});
  expect(whole.length).toBeGreaterThan(1);
  const positions = whole.map(({ position }) => Number(position));
  expect(positions).toEqual(positions.toSorted((a, b) => b - a));
  expect(await walk('checker', '/v1/desk/inbox', { sort: 'position', limit: '1' })).toEqual(
    whole.toReversed(),
  );
  expect(await walk('checker', '/v1/desk/inbox', { unread: 'true', limit: '2' })).toEqual(whole);
  expect(await walk('checker', '/v1/desk/inbox', { unread: 'false' })).toEqual([]);
});

it('people are found by role, language, topic and whether they are away', async () => {
  const all = await walk('checker', '/v1/desk/people', {});
  expect(await walk('checker', '/v1/desk/people', { role: 'editor' })).toEqual(
    all.filter(({ role }) => role === 'editor'),
  );
  expect(await walk('checker', '/v1/desk/people', { away: 'true' })).toEqual([]);
  expect(await walk('checker', '/v1/desk/people', { language: 'tlh' })).toEqual(
    all.filter(({ languages }) => (languages as string[]).length === 0),
  );
});

it('ids of elsewhere that hold commas are asked for one by one', async () => {
  const externalIds = ['row 1, sheet 2', 'row 2'];
  for (const externalId of externalIds) await enterClaim(isnad, { externalId });
  const asked = externalIds.map((id) => `externalId=${encodeURIComponent(id)}`).join('&');
  const { items } = bodyOf(await isnad.as('reader').get(`/v1/claims?${asked}`)) as Page<Item>;
  expect(items.map((item) => item['externalId'])).toEqual(externalIds);
});
