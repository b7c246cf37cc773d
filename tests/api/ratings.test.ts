import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scale } from '../../src/resources/ratings/rating.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

// An installation per test: the scale in use is one for the whole house.
let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad();
});
afterEach(() => isnad.close());

const labels = { en: 'x', ar: 'س' };
const yes = {
  slug: 'true',
  labels: { en: 'True', ar: 'صحيح' },
  polarity: 'supports',
  value: 5,
  worst: 1,
  best: 5,
};
const no = {
  slug: 'false',
  labels: { en: 'False', ar: 'زائف' },
  polarity: 'refutes',
  value: 1,
  worst: 1,
  best: 5,
};
const disputed = { slug: 'disputed', labels: { en: 'Disputed' }, polarity: 'neutral' };
const pending = { slug: 'pending', labels: { en: 'Pending' }, polarity: 'neutral', forecast: true };

const publish = (ratings: object[], headers = {}) =>
  isnad.as('admin').post('/v1/ratings', { ratings }, headers);

describe('the scale of ratings', () => {
  it('is answered in its order, with null where a rating has no number', async () => {
    const made = await publish([yes, disputed, no, pending]);
    expect(made.status).toBe(201);
    const { version } = made.body as Scale;
    expect(made.headers['location']).toBe(`/v1/ratings?scale=${String(version)}`);
    const read = await isnad.as('reader').get('/v1/ratings');
    expect(read.body).toEqual(made.body);
    expect(read.body).toMatchObject({
      items: [
        { ...yes, forecast: false },
        { ...disputed, value: null, worst: null, best: null },
        { slug: 'false' },
        { slug: 'pending', forecast: true },
      ],
    });
  });

  it('is replaced as a whole, and older versions stay readable', async () => {
    const first = (await publish([yes, no])).body as Scale;
    const second = (await publish([yes, disputed, no])).body as Scale;
    expect(second.version).toBe(first.version + 1);
    expect((await isnad.as('reader').get('/v1/ratings')).body).toEqual(second);
    expect((await isnad.as('reader').get(`/v1/ratings?scale=${String(first.version)}`)).body).toEqual(first);
    expect((await isnad.as('reader').get('/v1/ratings?scale=99')).status).toBe(404);
    expect((await isnad.as('reader').get('/v1/ratings?scale=old')).status).toBe(400);
  });

  it('has a tag, which guards its replacement', async () => {
    const tag = String((await publish([yes, no])).headers['etag']);
    expect((await isnad.as('reader').get('/v1/ratings', { 'If-None-Match': tag })).status).toBe(304);
    expect((await publish([yes, disputed, no], { 'If-Match': tag })).status).toBe(201);
    expect((await publish([yes, no], { 'If-Match': tag })).status).toBe(412);
  });

  it('is published once when two admins publish at the same moment over the same scale', async () => {
    const tag = String((await publish([yes, no])).headers['etag']);
    const answers = await Promise.all([
      publish([yes, disputed, no], { 'If-Match': tag }),
      publish([yes, pending, no], { 'If-Match': tag }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [201, 409],
      [201, 412],
    ]).toContainEqual(statuses);
  });

  it('is refused, field by field, when it is not sound', async () => {
    const response = await publish([
      { ...yes, value: 6 },
      { ...no, best: 1 },
      { ...disputed, value: 3 },
      { slug: 'bare', labels, polarity: 'refutes' },
      { ...yes, slug: 'disputed' },
      { ...yes, slug: 'Not a slug' },
    ]);
    expect(response.status).toBe(400);
    expect(problemOf(response).errors?.map(({ pointer }) => pointer)).toContain('/ratings/5/slug');
    const sound = await publish([
      { ...yes, value: 6 },
      { ...no, best: 1 },
      { ...disputed, value: 3 },
      { slug: 'bare', labels, polarity: 'refutes' },
      { ...yes, slug: 'disputed' },
    ]);
    expect(faultsOf(sound)).toEqual([
      '/ratings/0/value',
      '/ratings/1/best',
      '/ratings/2/value',
      '/ratings/3/best',
      '/ratings/3/value',
      '/ratings/3/worst',
      '/ratings/4/slug',
    ]);
  });

  it('is read with a key and published by admins', async () => {
    expect((await isnad.stranger.get('/v1/ratings')).status).toBe(401);
    expect((await isnad.stranger.post('/v1/ratings', { ratings: [yes, no] })).status).toBe(401);
    expect((await isnad.as('editor').post('/v1/ratings', { ratings: [yes, no] })).status).toBe(403);
  });
});
