import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article, ArticleSummary, ArticleVersion } from '../../src/resources/articles/article.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const given = {
  title: 'بوتين في كوريا الشمالية',
  language: 'ar',
  text: 'وذكرت وكالة الأنباء أن بوتين سيقوم بزيارة.',
};

const store = async (more: object = {}): Promise<Article> => {
  const response = await isnad.as('checker').post('/v1/articles', { ...given, ...more });
  expect(response.status).toBe(201);
  return response.body as Article;
};

describe('storing an article', () => {
  it('answers the article with version 1 of its text, and where it is', async () => {
    const response = await isnad
      .as('checker')
      .post('/v1/articles', { ...given, ref: 'a1', datePublished: '2024-06-18' });
    expect(response.status).toBe(201);
    expect(response.headers['location']).toBe('/v1/articles/a1');
    const made = response.body as Article;
    expect(made).toMatchObject({ ref: 'a1', title: given.title, datePublished: '2024-06-18', outlet: null });
    expect(made.versions).toMatchObject([{ number: 1, codePoints: given.text.length }]);
    const read = await isnad.as('reader').get(`/v1/articles/${made.id}`);
    expect(read.body).toEqual(made);
    expect(read.headers['etag']).toBe(response.headers['etag']);
  });

  it('gives a ref to an article that comes without one', async () => {
    expect((await store()).ref).toMatch(/^a-[0-9a-z]{10}$/);
  });

  it('names the outlet, and the tag of the article moves when the outlet is renamed', async () => {
    await isnad.as('editor').post('/v1/sources', { ref: 'nk-news', kind: 'outlet', name: 'NK News' });
    const { ref, outlet } = await store({ outlet: 'nk-news' });
    expect(outlet).toMatchObject({ ref: 'nk-news', name: 'NK News' });
    const before = await isnad.as('reader').get(`/v1/articles/${ref}`);
    await isnad.as('editor').patch('/v1/sources/nk-news', { name: 'NK News (Seoul)' });
    const after = await isnad
      .as('reader')
      .get(`/v1/articles/${ref}`, { 'If-None-Match': String(before.headers['etag']) });
    expect(after.status).toBe(200);
    expect((after.body as Article).outlet?.name).toBe('NK News (Seoul)');
  });

  it('keeps the text exactly as given and says where its order of display is changed', async () => {
    const text = ' \u202Bقال\u202C: "e\u0301" 𐤀\r\n\u200F';
    const { ref } = await store({ text });
    const version = (await isnad.as('reader').get(`/v1/articles/${ref}/versions/1`)).body as ArticleVersion;
    expect(version.text).toBe(text);
    expect(version.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(version.codePoints).toBe(17);
    expect(version.bidiControls).toEqual([1, 5, 16]);
  });

  it('takes 500,000 code points and no more', async () => {
    expect((await store({ text: 'x'.repeat(500_000) })).versions[0]?.codePoints).toBe(500_000);
    const response = await isnad.as('checker').post('/v1/articles', { ...given, text: 'x'.repeat(500_001) });
    expect([response.status, faultsOf(response)]).toEqual([400, ['/text']]);
  });

  it('normalizes the title and nothing else', async () => {
    expect((await store({ title: ' Cafe\u0301 ' })).title).toBe('Café');
  });

  it('names every invalid field at once', async () => {
    const response = await isnad.as('checker').post('/v1/articles', {
      title: '',
      language: 'arabic',
      text: ' \n',
      url: 'ftp://example.org',
      datePublished: '2024-13',
      wrong: 1,
    });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual(['/datePublished', '/language', '/text', '/title', '/url', '/wrong']);
  });

  it('refuses an outlet that is no source, and stores nothing', async () => {
    const response = await isnad
      .as('checker')
      .post('/v1/articles', { ...given, ref: 'lost', outlet: 'nobody' });
    expect(response.status).toBe(422);
    expect(problemOf(response).code).toBe('unknown_reference');
    expect((await isnad.as('reader').get('/v1/articles/lost')).status).toBe(404);
  });

  it('refuses a ref that is taken', async () => {
    await store({ ref: 'twice' });
    const response = await isnad.as('checker').post('/v1/articles', { ...given, ref: 'twice' });
    expect(response.status).toBe(409);
    expect(problemOf(response).code).toBe('ref_taken');
  });

  it('is for those who record', async () => {
    expect((await isnad.stranger.post('/v1/articles', given)).status).toBe(401);
    expect((await isnad.as('reader').post('/v1/articles', given)).status).toBe(403);
    expect((await isnad.as('admin').post('/v1/articles', given)).status).toBe(403);
  });
});

describe('reading articles', () => {
  it('answers 304 to who has it, 404 where there is none, 401 to a stranger', async () => {
    const { ref, id } = await store();
    const first = await isnad.as('reader').get(`/v1/articles/${ref}`);
    const tag = { 'If-None-Match': String(first.headers['etag']) };
    expect((await isnad.as('reader').get(`/v1/articles/${id}`, tag)).status).toBe(304);
    expect(problemOf(await isnad.as('reader').get('/v1/articles/none')).code).toBe('article_not_found');
    expect((await isnad.as('reader').get(`/v1/articles/${ref}/versions/2`)).status).toBe(404);
    expect((await isnad.as('reader').get(`/v1/articles/${ref}/versions/x`)).status).toBe(400);
    expect((await isnad.stranger.get(`/v1/articles/${ref}`)).status).toBe(401);
  });

  it('lists each article once, newest first, also when others arrive between pages', async () => {
    const own: string[] = [];
    for (let count = 0; count < 5; count++) own.unshift((await store({ language: 'fa' })).ref);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next && `&after=${next}`;
      const page = await isnad.as('reader').get(`/v1/articles?language=fa&limit=2${after}`);
      expect(page.status).toBe(200);
      const body = page.body as { items: ArticleSummary[]; next: string | null };
      seen.push(...body.items.map(({ ref }) => ref));
      next = body.next;
      await store({ language: 'fa' });
    }
    expect(seen).toEqual(own);
  });

  it('finds regional variants under their language', async () => {
    const { ref } = await store({ language: 'pt-br' });
    const page = await isnad.as('reader').get('/v1/articles?language=pt');
    expect(page.body).toMatchObject({ items: [{ ref, language: 'pt-BR' }], next: null });
  });

  it('refuses a cursor that is none of its own, and a limit out of range', async () => {
    const tampered = await isnad.as('reader').get('/v1/articles?after=abc');
    expect([tampered.status, problemOf(tampered).code]).toEqual([400, 'invalid_cursor']);
    expect((await isnad.as('reader').get('/v1/articles?limit=0')).status).toBe(400);
    expect((await isnad.as('reader').get('/v1/articles?limit=201')).status).toBe(400);
  });
});

describe('a new text of an article', () => {
  it('becomes the next version and leaves the earlier ones', async () => {
    const { ref, versions } = await store();
    const response = await isnad.as('checker').post(`/v1/articles/${ref}/versions`, { text: 'نص جديد' });
    expect(response.status).toBe(201);
    expect(response.headers['location']).toBe(`/v1/articles/${ref}/versions/2`);
    const list = await isnad.as('reader').get(`/v1/articles/${ref}/versions?limit=1`);
    expect(list.body).toMatchObject({ items: versions, next: expect.any(String) as string });
    const rest = await isnad
      .as('reader')
      .get(`/v1/articles/${ref}/versions?after=${(list.body as { next: string }).next}`);
    expect(rest.body).toMatchObject({ items: [{ number: 2 }], next: null });
    const first = await isnad.as('reader').get(`/v1/articles/${ref}/versions/1`);
    expect((first.body as ArticleVersion).text).toBe(given.text);
  });

  it('is refused when the latest version has it, and is a version of its own when an earlier one has', async () => {
    const { ref } = await store();
    const revise = (text: string) => isnad.as('checker').post(`/v1/articles/${ref}/versions`, { text });
    const response = await revise(given.text);
    expect(response.status).toBe(409);
    expect(response.body).toMatchObject({ code: 'same_text', number: 1 });
    expect((await revise('نص آخر')).body).toMatchObject({ number: 2 });
    expect((await revise(given.text)).body).toMatchObject({ number: 3, text: given.text });
    expect((await revise(given.text)).body).toMatchObject({ code: 'same_text', number: 3 });
  });

  it('says of each claim what became of its quote, in the answer and in the event', async () => {
    const said =
      'قالت موسكو أمس إنها لم ترسل السفينة. وفي صباح اليوم التالي غادر الوفد المدينة متجها إلى الحدود الشرقية برا. وبقي الوزير في بيته.';
    const { ref, id } = await store({ text: said });
    const quotes = ['لم ترسل السفينة', 'غادر الوفد', 'بقي الوزير في بيته'];
    const claims: string[] = [];
    for (const exact of quotes) {
      const body = { article: ref, kind: 'assertion', quote: { exact } };
      const made = await isnad.as('checker').post('/v1/claims', body);
      expect(made.status).toBe(201);
      claims.push((made.body as Article).ref);
    }
    const text = said.replace('لم ترسل السفينة', 'أرسلت السفينتين معا').replace(' وبقي الوزير في بيته.', '');
    const revised = await isnad.as('checker').post(`/v1/articles/${ref}/versions`, { text });
    expect(revised.body).toMatchObject({
      number: 2,
      quotes: [
        { claim: { ref: claims[0] }, outcome: 'changed', quote: { exact: 'أرسلت السفينتين معا' } },
        { claim: { ref: claims[1] }, outcome: 'moved', quote: { exact: 'غادر الوفد' } },
        { claim: { ref: claims[2] }, outcome: 'lost', quote: null },
      ],
    });
    const event = await isnad.store.db.event.findFirst({ where: { type: 'article.revised', subjectId: id } });
    expect(event?.data).toMatchObject({
      claims: [{ outcome: 'changed' }, { outcome: 'moved' }, { outcome: 'lost' }],
    });
    // They stay where they were quoted.
    const read = (await isnad.as('reader').get(`/v1/claims/${String(claims[0])}`)).body as object;
    expect(read).toMatchObject({ quote: { exact: quotes[0] } });
  });

  it('gets a number of its own when several arrive at once', async () => {
    const { ref } = await store();
    const texts = ['one', 'two', 'three', 'four'];
    const answers = await Promise.all(
      texts.map((text) => isnad.as('checker').post(`/v1/articles/${ref}/versions`, { text })),
    );
    expect(answers.map(({ body }) => (body as ArticleVersion).number).sort()).toEqual([2, 3, 4, 5]);
  });

  it('is for those who record, of an article that exists, and not blank', async () => {
    const { ref } = await store();
    const path = `/v1/articles/${ref}/versions`;
    expect((await isnad.stranger.post(path, { text: 'x' })).status).toBe(401);
    expect((await isnad.as('reader').post(path, { text: 'x' })).status).toBe(403);
    expect((await isnad.as('checker').post('/v1/articles/none/versions', { text: 'x' })).status).toBe(404);
    expect((await isnad.as('checker').post(path, { text: '\t' })).status).toBe(400);
  });
});

describe('what describes an article', () => {
  const change = (ref: string, patch: object, headers = {}) =>
    isnad.as('checker').patch(`/v1/articles/${ref}`, patch, headers);

  it('is changed without its text, and each change moves its tag', async () => {
    const { ref, versions } = await store();
    await isnad.as('editor').post('/v1/sources', { ref: 'yonhap', kind: 'agency', name: 'Yonhap' });
    const patch = {
      ...{ title: 'بوتين في بيونغ يانغ', kind: 'transcript', language: 'ar-EG', datePublished: '2024-06' },
      ...{ url: 'https://example.org/visit', outlet: 'yonhap' },
    };
    const before = await isnad.as('reader').get(`/v1/articles/${ref}`);
    const changed = await change(ref, patch, { 'If-Match': String(before.headers['etag']) });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ ...patch, outlet: { name: 'Yonhap' }, versions });
    expect(changed.headers['etag']).not.toBe(before.headers['etag']);
    const read = await isnad.as('reader').get(`/v1/articles/${ref}`);
    expect(read.body).toEqual(changed.body);
    expect((await change(ref, { outlet: null })).body).toMatchObject({ outlet: null, title: patch.title });
  });

  it('is in the feed with what was changed', async () => {
    const { ref, id } = await store();
    await change(ref, { title: 'Another title', url: 'https://example.org/other' });
    const event = await isnad.store.db.event.findFirst({ where: { type: 'article.changed', subjectId: id } });
    expect(event?.data).toMatchObject({ ref, title: 'Another title', changed: ['title', 'url'] });
  });

  it('is what the list is narrowed by', async () => {
    const { ref } = await store({ kind: 'speech' });
    const kinds = async (query: string) =>
      ((await isnad.as('reader').get(`/v1/articles?${query}`)).body as { items: ArticleSummary[] }).items;
    const found = await kinds('kind=speech,image&limit=200');
    expect(found.map((one) => one.ref)).toContain(ref);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['speech']));
    expect((await isnad.as('reader').get('/v1/articles?kind=rumor')).status).toBe(400);
  });

  it('is for those who record, of an article that exists, as it was read, and known to be right', async () => {
    const { ref } = await store();
    const path = `/v1/articles/${ref}`;
    expect((await isnad.stranger.patch(path, { title: 'x' })).status).toBe(401);
    expect((await isnad.as('reader').patch(path, { title: 'x' })).status).toBe(403);
    expect((await change('none', { title: 'x' })).status).toBe(404);
    expect((await change(ref, { title: 'x' }, { 'If-Match': '"stale"' })).status).toBe(412);
    const wrong = await change(ref, { kind: 'rumor', url: 'ftp://x', text: 'other' });
    expect([wrong.status, faultsOf(wrong).sort()]).toEqual([400, ['/kind', '/text', '/url']]);
    const unknown = await change(ref, { outlet: 'nobody' });
    expect([unknown.status, problemOf(unknown).code, faultsOf(unknown)]).toEqual([
      422,
      'unknown_reference',
      ['/outlet'],
    ]);
  });
});
