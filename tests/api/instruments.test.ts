import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instrument, Provision } from '../../src/resources/instruments/instrument.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, tagOf } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

const paragraph8b = {
  paragraph: '8(b)',
  effects: { en: 'The DPRK ceases the export of listed items.', ar: 'تكف عن تصدير جميع الأصناف' },
  direction: 'from',
  inForceFrom: '2006-10-14',
  verified: true,
  source: 'https://press.un.org/en/2006/sc8853.doc.htm',
};
let count = 1717;
const resolution = (more: object = {}) => ({
  ref: `s-res-${String(++count)}-2006`,
  titles: { en: `Resolution ${String(count)} (2006)` },
  issuer: 'UN Security Council',
  subject: 'DPRK',
  adopted: '2006-10-14',
  chapterVii: true,
  vote: { for: 15, against: 0, abstain: 0, confidence: 'high' },
  provisions: [paragraph8b],
  ...more,
});

const record = async (more: object = {}): Promise<{ path: string; tag: string; made: Instrument }> => {
  const response = await isnad.as('admin').post('/v1/instruments', resolution(more));
  expect(response.status).toBe(201);
  const { location, etag } = response.headers;
  return { path: String(location), tag: String(etag), made: response.body as Instrument };
};

describe('recording an instrument', () => {
  it('is found under its ref, where Location says, and printed by its label', async () => {
    const { path, made } = await record({ ref: 's-res-1718-2006', label: 'S/RES/1718 (2006)' });
    expect(path).toBe('/v1/instruments/s-res-1718-2006');
    expect(made.provisions).toMatchObject([
      {
        ref: 's-res-1718-2006.8b',
        label: 'S/RES/1718 (2006), 8(b)',
        ...paragraph8b,
        inForceUntil: null,
      },
    ]);
    expect((await record()).made).toMatchObject({ label: `s-res-${String(count)}-2006` });
    expect((await isnad.as('reader').get(path)).body).toEqual(made);
    expect((await isnad.as('reader').get(`/v1/instruments/${made.id}`)).body).toEqual(made);
    const refused = await isnad.as('admin').post('/v1/instruments', resolution({ ref: 'S/RES/1718' }));
    expect([refused.status, faultsOf(refused)]).toEqual([400, ['/ref']]);
  });

  it('keeps unknown what is unknown', async () => {
    const { made } = await record({ adopted: null, vote: null, chapterVii: undefined, subject: undefined });
    expect(made).toMatchObject({ adopted: null, vote: null, chapterVii: null, subject: null, note: null });
  });

  it('names every invalid field at once', async () => {
    const response = await isnad.as('admin').post('/v1/instruments', {
      ref: 'S RES',
      titles: {},
      issuer: '',
      vote: { for: -1, against: 0, abstain: 0, confidence: 'sure' },
      provisions: [{ paragraph: '1', effects: { xx1: 'x' }, direction: 'up', inForceFrom: '2006-02-30' }],
    });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual([
      '/issuer',
      '/provisions/0/direction',
      '/provisions/0/effects/xx1',
      '/provisions/0/inForceFrom',
      '/ref',
      '/titles',
      '/vote/confidence',
      '/vote/for',
    ]);
  });

  it('refuses a provision that ends before it begins', async () => {
    const provisions = [{ ...paragraph8b, inForceUntil: '2006-10-13' }];
    const response = await isnad.as('admin').post('/v1/instruments', resolution({ provisions }));
    expect([response.status, faultsOf(response)]).toEqual([400, ['/provisions/0/inForceUntil']]);
  });

  it('refuses a ref that is taken, and a paragraph given twice', async () => {
    const { made } = await record();
    const taken = await isnad
      .as('admin')
      .post('/v1/instruments', resolution({ ref: made.ref, provisions: [] }));
    expect([taken.status, problemOf(taken).code]).toEqual([409, 'ref_taken']);
    const provisions = [paragraph8b, paragraph8b];
    const twice = await isnad.as('admin').post('/v1/instruments', resolution({ provisions }));
    expect([twice.status, problemOf(twice).code]).toEqual([409, 'paragraph_taken']);
  });

  it('is for admins', async () => {
    expect((await isnad.stranger.post('/v1/instruments', resolution())).status).toBe(401);
    expect((await isnad.as('editor').post('/v1/instruments', resolution())).status).toBe(403);
  });
});

describe('reading instruments', () => {
  it('answers 304 to who has it and 404 where there is none', async () => {
    const { path, tag } = await record();
    expect((await isnad.as('reader').get(path, { 'If-None-Match': tag })).status).toBe(304);
    expect((await isnad.as('reader').get('/v1/instruments/s-res-1-1946')).status).toBe(404);
    expect((await isnad.as('reader').get('/v1/instruments/a%20b')).status).toBe(400);
    expect((await isnad.stranger.get(path)).status).toBe(401);
  });

  it('lists them page by page', async () => {
    const { made } = await record();
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await isnad.as('reader').get(`/v1/instruments?limit=2${next && `&after=${next}`}`);
      const body = page.body as { items: Instrument[]; next: string | null };
      seen.push(...body.items.map(({ ref }) => ref));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.at(-1)).toBe(made.ref);
  });
});

describe('changing an instrument', () => {
  it('changes what is given and moves the tag', async () => {
    const { path, tag } = await record();
    const changed = await isnad.as('admin').patch(path, { vote: null, note: 'seen' }, { 'If-Match': tag });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ vote: null, note: 'seen', subject: 'DPRK', version: 2 });
    const stale = await isnad.as('admin').patch(path, { note: 'again' }, { 'If-Match': tag });
    expect(stale.status).toBe(412);
  });

  it('refuses bad input, unknown instruments and the wrong people', async () => {
    const { path } = await record();
    expect(faultsOf(await isnad.as('admin').patch(path, { ref: 'other' }))).toEqual(['/ref']);
    expect((await isnad.as('admin').patch('/v1/instruments/none', { note: 'x' })).status).toBe(404);
    expect((await isnad.as('editor').patch(path, { note: 'x' })).status).toBe(403);
    expect((await isnad.stranger.patch(path, { note: 'x' })).status).toBe(401);
  });
});

describe('provisions', () => {
  const more = { paragraph: '8(a)(i)', effects: { en: 'No arms to the DPRK.' }, direction: 'to' };

  it('are added to an instrument, whose tag moves', async () => {
    const { path, tag, made } = await record();
    const added = await isnad.as('admin').post(`${path}/provisions`, more);
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      ref: `${made.ref}.8a-i`,
      verified: false,
      instrument: { ref: made.ref },
    });
    expect((await isnad.as('reader').get(String(added.headers['location']))).body).toEqual(added.body);
    const now = await isnad.as('reader').get(path, { 'If-None-Match': tag });
    expect((now.body as Instrument).provisions.map(({ paragraph }) => paragraph)).toEqual([
      '8(b)',
      '8(a)(i)',
    ]);
  });

  it('are refused twice, on unknown instruments and from the wrong people', async () => {
    const { path } = await record();
    const again = await isnad.as('admin').post(`${path}/provisions`, paragraph8b);
    expect([again.status, problemOf(again).code]).toEqual([409, 'paragraph_taken']);
    expect((await isnad.as('admin').post('/v1/instruments/none/provisions', more)).status).toBe(404);
    expect((await isnad.as('admin').post(`${path}/provisions`, {})).status).toBe(400);
    expect((await isnad.as('checker').post(`${path}/provisions`, more)).status).toBe(403);
    expect((await isnad.stranger.post(`${path}/provisions`, more)).status).toBe(401);
  });

  it('change under their own tag, and the instrument shows the change', async () => {
    const { path, made } = await record();
    const provision = `/v1/provisions/${encodeURIComponent(String(made.provisions[0]?.ref))}`;
    const read = await isnad.as('reader').get(provision);
    const tag = String(read.headers['etag']);
    expect((await isnad.as('reader').get(provision, { 'If-None-Match': tag })).status).toBe(304);
    const patch = { inForceUntil: '2017-01-01', verified: false };
    const changed = await isnad.as('admin').patch(provision, patch, { 'If-Match': tag });
    expect(changed.body).toMatchObject({ ...(read.body as Provision), ...patch, version: 2 });
    expect((await isnad.as('admin').patch(provision, patch, { 'If-Match': tag })).status).toBe(412);
    expect((await isnad.as('reader').get(path)).body).toMatchObject({ version: 2, provisions: [patch] });
    const seen = { 'If-None-Match': tagOf(changed) };
    expect((await isnad.as('reader').get(provision, seen)).status).toBe(304);
    bodyOf(await isnad.as('admin').patch(path, { label: 'S/RES/1 (1946)' }));
    expect((await isnad.as('reader').get(provision, seen)).body).toMatchObject({
      instrument: { label: 'S/RES/1 (1946)' },
    });
    bodyOf(await isnad.as('admin').patch(provision, { verified: true }, { 'If-Match': tagOf(changed) }));
  });

  it('cannot be given an end before the beginning they already have', async () => {
    const { made } = await record();
    const provision = `/v1/provisions/${String(made.provisions[0]?.id)}`;
    const response = await isnad.as('admin').patch(provision, { inForceUntil: '1999-01-01' });
    expect([response.status, faultsOf(response)]).toEqual([400, ['/inForceUntil']]);
    expect((await isnad.as('admin').patch('/v1/provisions/none', { verified: true })).status).toBe(404);
    expect((await isnad.as('editor').patch(provision, { verified: true })).status).toBe(403);
    expect((await isnad.stranger.get(provision)).status).toBe(401);
  });
});
