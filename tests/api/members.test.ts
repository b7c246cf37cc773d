import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import type { Member } from '../../src/resources/members/member.schema.js';
import { apiOf } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

let count = 0;
const person = (more: object = {}) => ({
  ref: `person-${String(++count)}`,
  kind: 'person',
  name: 'لينا',
  role: 'checker',
  languages: ['ar', 'EN'],
  topics: ['arms-trade'],
  ...more,
});

const add = async (more: object = {}): Promise<{ path: string; tag: string; made: Member }> => {
  const response = await isnad.as('admin').post('/v1/members', person(more));
  expect(response.status).toBe(201);
  const { location, etag } = response.headers;
  return { path: String(location), tag: String(etag), made: response.body as Member };
};

const keyOf = async (member: Member): Promise<string> => {
  const response = await isnad.as('admin').post(`/v1/members/${member.ref}/keys`, { name: 'laptop' });
  return (response.body as { key: string }).key;
};

describe('how the desk looks', () => {
  const settings = {
    language: 'ar',
    digits: 'arabic_indic',
    shortcuts: { 'claim.accept': 'KeyA', 'claim.skip': null },
  };

  it.each(['reader', 'checker', 'admin'] as const)(
    'is settled by each for themselves, as a %s too',
    async (who) => {
      const events = await isnad.store.db.event.count();
      const fresh = await isnad.as(who).get('/v1/me');
      expect(fresh.body).toMatchObject({ language: null, digits: null, shortcuts: {} });
      const changed = await isnad.as(who).patch('/v1/me', settings);
      expect([changed.status, changed.body], JSON.stringify(changed.body)).toEqual([
        200,
        { ...(fresh.body as object), ...settings },
      ]);
      const partly = await isnad.as(who).patch('/v1/me', { digits: null });
      expect(partly.body).toMatchObject({ ...settings, digits: null });
      expect((await isnad.as(who).get('/v1/me')).body).toEqual(partly.body);
      expect(await isnad.store.db.event.count()).toBe(events);
    },
  );

  it('is refused in a form nobody could show', async () => {
    const wrong = { language: 'fr', digits: 'roman', shortcuts: { 'no name': 'x', ok: '' } };
    const answer = await isnad.as('checker').patch('/v1/me', wrong);
    expect([answer.status, faultsOf(answer)]).toEqual([
      400,
      ['/digits', '/language', '/shortcuts/no name', '/shortcuts/ok'],
    ]);
    expect((await isnad.as('admin').patch('/v1/me', { awayEndsAt: null })).status).toBe(403);
  });
});

describe('who I am', () => {
  it('is told to every holder of a key, with what they may do', async () => {
    expect((await isnad.as('reader').get('/v1/me')).body).toMatchObject({
      ref: 'reader',
      role: 'reader',
      permissions: ['read'],
    });
    const admin = await isnad.as('admin').get('/v1/me');
    expect((admin.body as { permissions: string[] }).permissions).toEqual([
      'read',
      'read_desk',
      'govern',
      'erase',
      'administer',
    ]);
    expect((await isnad.stranger.get('/v1/me')).status).toBe(401);
  });
});

describe('adding a member', () => {
  it('answers the member, active, and where they are', async () => {
    const { path, made } = await add({ ref: 'lina' });
    expect(path).toBe('/v1/members/lina');
    expect(made).toMatchObject({ active: true, languages: ['ar', 'en'], topics: ['arms-trade'], version: 1 });
    expect((await isnad.as('admin').get(path)).body).toEqual(made);
    expect((await isnad.as('admin').get(`/v1/members/${made.id}`)).body).toEqual(made);
  });

  it('lets a tool be a reader and nothing else', async () => {
    expect((await add({ kind: 'tool', role: 'reader' })).made.kind).toBe('tool');
    const response = await isnad.as('admin').post('/v1/members', person({ kind: 'tool', role: 'editor' }));
    expect([response.status, problemOf(response).code]).toEqual([400, 'tool_not_reader']);
  });

  it('names every invalid field at once', async () => {
    const response = await isnad.as('admin').post('/v1/members', {
      ref: 'a b',
      kind: 'robot',
      name: ' ',
      role: 'boss',
      languages: ['ar', 'AR'],
      topics: ['Arms Trade'],
    });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual(['/kind', '/languages', '/name', '/ref', '/role', '/topics/0']);
  });

  it('refuses a ref that is taken', async () => {
    const { made } = await add();
    const response = await isnad.as('admin').post('/v1/members', person({ ref: made.ref }));
    expect([response.status, problemOf(response).code]).toEqual([409, 'ref_taken']);
  });
});

describe('members', () => {
  it('are the business of admins alone', async () => {
    const { path } = await add();
    for (const role of ['reader', 'checker', 'editor'] as const) {
      expect((await isnad.as(role).get('/v1/members')).status).toBe(403);
      expect((await isnad.as(role).get(path)).status).toBe(403);
      expect((await isnad.as(role).patch(path, { name: 'x' })).status).toBe(403);
      expect((await isnad.as(role).post('/v1/members', person())).status).toBe(403);
    }
    expect((await isnad.stranger.get('/v1/members')).status).toBe(401);
    expect((await isnad.stranger.post('/v1/members', person())).status).toBe(401);
    expect((await isnad.stranger.patch(path, { name: 'x' })).status).toBe(401);
  });

  it('are listed once each, page by page', async () => {
    const { made } = await add();
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await isnad.as('admin').get(`/v1/members?limit=3${next && `&after=${next}`}`);
      const body = page.body as { items: Member[]; next: string | null };
      seen.push(...body.items.map(({ ref }) => ref));
      next = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['reader', 'checker', 'editor', 'admin', made.ref]));
  });

  it('are answered with 304 to who has them and 404 where there is none', async () => {
    const { path, tag } = await add();
    expect((await isnad.as('admin').get(path, { 'If-None-Match': tag })).status).toBe(304);
    expect((await isnad.as('admin').get('/v1/members/nobody')).status).toBe(404);
  });
});

describe('changing a member', () => {
  it('changes what is given; their keys act with the new role at once', async () => {
    const { path, tag, made } = await add();
    const api = apiOf(isnad.app).as(await keyOf(made));
    const changed = await isnad.as('admin').patch(path, { role: 'editor' }, { 'If-Match': tag });
    const { updatedAt, ...rest } = changed.body as Member;
    expect({ ...rest, updatedAt: made.updatedAt }).toEqual({ ...made, role: 'editor', version: 2 });
    expect(updatedAt > made.updatedAt).toBe(true);
    expect((await api.get('/v1/me')).body).toMatchObject({ role: 'editor' });
    expect((await isnad.as('admin').patch(path, { role: 'reader' }, { 'If-Match': tag })).status).toBe(412);
  });

  it('ends their access at once when they are no longer active, and gives it back', async () => {
    const { path, made } = await add();
    const api = apiOf(isnad.app).as(await keyOf(made));
    expect((await api.get('/v1/me')).status).toBe(200);
    await isnad.as('admin').patch(path, { active: false });
    expect((await api.get('/v1/me')).status).toBe(401);
    await isnad.as('admin').patch(path, { active: true });
    expect((await api.get('/v1/me')).status).toBe(200);
  });

  it('never gives a tool more than reading', async () => {
    const { path } = await add({ kind: 'tool', role: 'reader' });
    const response = await isnad.as('admin').patch(path, { role: 'checker' });
    expect([response.status, faultsOf(response)]).toEqual([400, ['/role']]);
  });

  it('refuses nothing to change, unknown fields and unknown members', async () => {
    const { path } = await add();
    expect((await isnad.as('admin').patch(path, {})).status).toBe(400);
    expect(faultsOf(await isnad.as('admin').patch(path, { kind: 'tool', ref: 'x' }))).toEqual([
      '/kind',
      '/ref',
    ]);
    expect((await isnad.as('admin').patch('/v1/members/nobody', { name: 'x' })).status).toBe(404);
  });

  it('leaves Isnad an admin, also when two admins remove each other at once', async () => {
    const alone = await isnad.as('admin').patch('/v1/members/admin', { role: 'reader' });
    expect([alone.status, problemOf(alone).code]).toEqual([409, 'last_admin']);
    const { made } = await add({ role: 'admin' });
    const { members } = isnad.services;
    const remove = (ref: string) => members.change(ref, { active: false }, operator, () => undefined);
    const answers = await Promise.allSettled([remove(made.ref), remove('admin')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'last_admin' },
    });
  });
});
