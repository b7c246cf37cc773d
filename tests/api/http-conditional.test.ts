import { describe, expect, test } from 'vitest';
import { apiOf } from '../support/api.js';
import { createToyApp } from '../support/toy-app.js';

const { app } = createToyApp();
const editor = apiOf(app).as('editor-key');
const tag = '"t-T1-7"';

describe('If-None-Match', () => {
  test.each<[string, number]>([
    [tag, 304],
    [`W/${tag}`, 304],
    ['*', 304],
    [` "other,with-a-comma" ,W/"x", ${tag} `, 304],
    ['"other"', 200],
    ['', 200],
    ['t-T1-7', 200],
    ['"t-T1-7', 200],
    ['"a" "b" "t-T1-7"', 200],
  ])('%j answers %i', async (header, status) => {
    const answer = await editor.get('/v1/things/T1', { 'If-None-Match': header });
    expect([answer.status, answer.get('ETag')]).toEqual([status, tag]);
    expect(answer.text).toHaveLength(status === 304 ? 0 : Number(answer.get('Content-Length')) - 5);
  });
});

describe('If-Match', () => {
  test.each<[string, number]>([
    [tag, 200],
    ['*', 200],
    [`"x", ${tag}`, 200],
    [`W/${tag}`, 412],
    ['"t-T1-6"', 412],
    ['7', 412],
  ])('%j answers %i', async (header, status) => {
    const answer = await editor.patch('/v1/things/T1', { name: 'x' }, { 'If-Match': header });
    expect(answer.status).toBe(status);
    if (status === 412)
      expect(answer.body).toMatchObject({ code: 'stale', errors: [{ in: 'header', pointer: 'If-Match' }] });
  });

  test('may be left out where it is asked for, not where it is demanded', async () => {
    expect((await editor.patch('/v1/things/T1', { name: 'x' })).status).toBe(200);
    const answer = await editor.delete('/v1/things/T1');
    expect(answer.body).toMatchObject({ status: 428, code: 'precondition_required' });
    expect((await editor.delete('/v1/things/T1', { 'If-Match': '"old"' })).status).toBe(412);
    const done = await editor.delete('/v1/things/T1', { 'If-Match': tag });
    expect([done.status, done.text]).toEqual([204, '']);
  });
});

describe('Prefer: wait', () => {
  test.each<[string, string | undefined]>([
    ['wait=10', 'wait=10'],
    ['respond-async, WAIT = 5; x=y', 'wait=5'],
    ['foo="a, wait=9", wait="7"', 'wait=7'],
    ['wait=999', 'wait=30'],
    ['wait=3, wait=4', 'wait=3'],
    ['wait=0', undefined],
    ['wait=-1', undefined],
    ['wait=1.5', undefined],
    ['wait=', undefined],
    ['awaits=3', undefined],
    ['"'.repeat(3001), undefined],
    [`${'a,'.repeat(5000)}wait`, undefined],
  ])('%.40j is applied as %s', async (header, applied) => {
    const answer = await editor.get('/v1/things/T1', { Prefer: header });
    expect([answer.status, answer.get('Preference-Applied')]).toEqual([200, applied]);
  });
});

describe('what names no version of its own', () => {
  test('has the tag of what it shows, and is sent again only when that has changed', async () => {
    const first = await editor.get('/v1/things?limit=2');
    const shown = first.get('ETag') ?? '';
    expect(shown).toMatch(/^"body-[\w-]{22}"$/);
    const again = await editor.get('/v1/things?limit=2', { 'If-None-Match': shown });
    expect([again.status, again.get('ETag'), again.text]).toEqual([304, shown, '']);
    const other = await editor.get('/v1/things?limit=3', { 'If-None-Match': shown });
    expect([other.status, other.get('ETag') === shown]).toEqual([200, false]);
    expect((await editor.head('/v1/things?limit=2')).get('ETag')).toBe(shown);
  });
});
