import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundSource, Source } from '../../src/resources/sources/source.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
  for (const source of [northKorea, southKorea, kimJongUn, kimJongIl])
    expect((await isnad.as('checker').post('/v1/sources', source)).status).toBe(201);
});
afterAll(() => isnad.close());

const northKorea = {
  ref: 'dprk',
  kind: 'government',
  name: 'North Korea (DPRK)',
  wikidata: 'Q423',
  names: [
    { language: 'ar', text: 'كوريا الشمالية' },
    { language: 'ar', text: 'بيونج يانج' },
  ],
};
const southKorea = {
  ref: 'rok',
  kind: 'government',
  name: 'South Korea',
  names: [{ language: 'ar', text: 'كوريا الجنوبية' }],
};
const kimJongUn = {
  ref: 'kim-jong-un',
  kind: 'person',
  name: 'Kim Jong Un',
  names: [{ language: 'ar', text: 'كيم' }],
};
const kimJongIl = { ref: 'kim-jong-il', kind: 'person', name: 'Kim Jong Il', names: [] };

interface Page {
  items: FoundSource[];
  next: string | null;
}

const search = async (query: Record<string, string>): Promise<Page> => {
  const response = await isnad.as('reader').get(`/v1/sources?${new URLSearchParams(query).toString()}`);
  expect(response.status).toBe(200);
  return response.body as Page;
};
const refs = ({ items }: Page): string[] => items.map(({ ref }) => ref);

describe('recording a source', () => {
  it('answers the source with its names, and where it is', async () => {
    const response = await isnad.as('editor').post('/v1/sources', { ...northKorea, ref: 'copy' });
    expect(response.status).toBe(201);
    expect(response.headers['location']).toBe('/v1/sources/copy');
    const made = response.body as Source;
    expect(made.names).toHaveLength(2);
    expect(made.names).toEqual(expect.arrayContaining(northKorea.names));
    expect((await isnad.as('reader').get('/v1/sources/copy')).body).toEqual(made);
    expect((await isnad.as('reader').get(`/v1/sources/${made.id}`)).body).toEqual(made);
  });

  it('names every invalid field at once', async () => {
    const response = await isnad.as('editor').post('/v1/sources', {
      kind: 'robot',
      name: 'a\nb',
      wikidata: '423',
      names: [
        { language: 'en', text: 'X' },
        { language: 'EN', text: 'X' },
      ],
    });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual(['/kind', '/name', '/names/1/text', '/wikidata']);
  });

  it('refuses a ref that is taken', async () => {
    const response = await isnad.as('editor').post('/v1/sources', southKorea);
    expect([response.status, problemOf(response).code]).toEqual([409, 'ref_taken']);
  });

  it('is for those who record', async () => {
    expect((await isnad.stranger.post('/v1/sources', southKorea)).status).toBe(401);
    expect((await isnad.as('reader').post('/v1/sources', southKorea)).status).toBe(403);
  });
});

describe('finding sources by name', () => {
  it('puts the very name first, then names like it, each with the name that was found', async () => {
    const page = await search({ name: 'كوريا الشمالية', kind: 'government' });
    expect(refs(page)).toContain('rok');
    expect(page.items[0]).toMatchObject({ matched: 'كوريا الشمالية' });
    expect(refs(page).slice(0, -1)).toEqual(expect.arrayContaining(['dprk']));
    expect(refs(page).at(-1)).toBe('rok');
  });

  it('does not mind vowel signs, tatweel, direction marks or case', async () => {
    expect(refs(await search({ name: 'كُورِيا الشَّماليـّة\u200F' }))).toContain('dprk');
    expect((await search({ name: 'NORTH KOREA (dprk)' })).items[0]?.matched).toBe('North Korea (DPRK)');
  });

  it('finds another spelling of a name', async () => {
    const page = await search({ name: 'بيونغ يانغ' });
    expect(page.items.find(({ ref }) => ref === 'dprk')?.matched).toBe('بيونج يانج');
  });

  it('finds a word of a name', async () => {
    expect(refs(await search({ name: 'kim' })).sort()).toEqual(['kim-jong-il', 'kim-jong-un']);
  });

  it('goes on where the page before ended, each source once', async () => {
    const first = await search({ name: 'kim jong', limit: '1' });
    const second = await search({ name: 'kim jong', limit: '1', after: String(first.next) });
    expect([...refs(first), ...refs(second)].sort()).toEqual(['kim-jong-il', 'kim-jong-un']);
    expect(second.next).toBeNull();
  });

  it('finds nothing for a name nobody has', async () => {
    expect(await search({ name: 'Zzyzx' })).toEqual({ items: [], next: null });
    expect(await search({ name: 'ـ' })).toEqual({ items: [], next: null });
  });

  it('refuses the cursor of another list', async () => {
    const { next } = await search({ limit: '1' });
    const response = await isnad.as('reader').get(`/v1/sources?name=kim&after=${String(next)}`);
    expect([response.status, problemOf(response).code]).toEqual([400, 'invalid_cursor']);
  });

  it('lists by kind without a name', async () => {
    expect(refs(await search({ kind: 'person' }))).toEqual(['kim-jong-un', 'kim-jong-il']);
    expect((await isnad.as('reader').get('/v1/sources?kind=robot')).status).toBe(400);
    expect((await isnad.stranger.get('/v1/sources')).status).toBe(401);
  });
});

describe('changing a source', () => {
  const fresh = async (): Promise<{ path: string; tag: string }> => {
    const response = await isnad.as('editor').post('/v1/sources', { kind: 'person', name: 'Yuri Ushakov' });
    return { path: String(response.headers['location']), tag: String(response.headers['etag']) };
  };

  it('replaces what is given, keeps the rest, and moves the tag', async () => {
    const { path, tag } = await fresh();
    const names = [{ language: 'ar', text: 'أوشاكوف' }];
    const changed = await isnad.as('editor').patch(path, { note: 'aide', names }, { 'If-Match': tag });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ name: 'Yuri Ushakov', note: 'aide', names, version: 2 });
    expect(changed.headers['etag']).not.toBe(tag);
    expect(
      (await isnad.as('reader').get(path, { 'If-None-Match': String(changed.headers['etag']) })).status,
    ).toBe(304);
    expect((await search({ name: 'اوشاكوف' })).items.length).toBeGreaterThan(0);
  });

  it('finds a renamed source by its new name and not by the old one', async () => {
    const made = await isnad
      .as('editor')
      .post('/v1/sources', { ref: 'renamed', kind: 'outlet', name: 'Qwertz Daily' });
    expect(made.status).toBe(201);
    await isnad.as('editor').patch('/v1/sources/renamed', { name: 'Uiop Weekly' });
    expect(refs(await search({ name: 'Uiop Weekly' }))).toContain('renamed');
    expect(refs(await search({ name: 'Qwertz Daily' }))).not.toContain('renamed');
  });

  it('lets one of several writers with the same tag through', async () => {
    const { path, tag } = await fresh();
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((note) => isnad.as('editor').patch(path, { note }, { 'If-Match': tag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('refuses nothing to change, unknown fields, unknown sources and the wrong people', async () => {
    const { path } = await fresh();
    expect((await isnad.as('editor').patch(path, {})).status).toBe(400);
    expect(faultsOf(await isnad.as('editor').patch(path, { kind: 'person' }))).toEqual(['/kind']);
    expect((await isnad.as('editor').patch('/v1/sources/none', { note: 'x' })).status).toBe(404);
    expect((await isnad.as('reader').patch(path, { note: 'x' })).status).toBe(403);
    expect((await isnad.stranger.patch(path, { note: 'x' })).status).toBe(401);
  });
});
