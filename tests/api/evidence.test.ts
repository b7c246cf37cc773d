import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, madeOf, readClaim } from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const path = '/v1/claims/C34/evidence';
const report = { url: 'https://example.org/report?a=1#p3', stance: 'for', note: 'Page 3\u200F' };

const add = (body: object, person: Person = 'checker') => isnad.as(person).post(path, body);

describe('evidence', () => {
  it('is added to a claim, shown with it, and counted in its history', async () => {
    const before = await readClaim(isnad, 'C34');
    const response = await add(report);
    expect(response.status).toBe(201);
    expect(response.headers['location']).toBe(`/v1/evidence/${(response.body as { id: string }).id}`);
    expect(response.body).toMatchObject(report);
    const bare = await add({ url: 'http://example.org/x', stance: 'context' }, 'editor');
    expect(bare.body).toMatchObject({ note: null });
    const listed = (bodyOf(await isnad.as('editor').get(path)) as { items: object[] }).items;
    expect(listed).toEqual([response.body, bare.body]);
    const after = await readClaim(isnad, 'C34', 'editor');
    expect(after.evidence).toEqual(listed);
    expect((await readClaim(isnad, 'C34', 'reader')).evidence).toEqual([]);
    expect(after.version).toBe(before.version + 2);
  });

  it('loses what nobody sees in its address, which the answer says once', async () => {
    const made = madeOf(await add({ url: 'https://news.example/a\u200F', stance: 'for' })) as { id: string };
    expect(made).toMatchObject({ url: 'https://news.example/a', repairs: [{ pointer: '/url' }] });
    const read = bodyOf(await isnad.as('checker').get(`/v1/evidence/${made.id}`));
    expect(read).toMatchObject({ url: 'https://news.example/a' });
    expect(read).not.toHaveProperty('repairs');
  });

  it('names every invalid field at once', async () => {
    const response = await add({ url: 'https://me:secret@example.org', stance: 'maybe', note: ' ', by: 'x' });
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual(['/by', '/note', '/stance', '/url']);
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'example.org',
      'https://exa mple.org',
      '',
    ])
      expect(faultsOf(await add({ ...report, url })), url).toEqual(['/url']);
  });

  it('is added by those who record, and listed for everyone with a key', async () => {
    expect((await isnad.stranger.post(path, report)).status).toBe(401);
    expect((await isnad.stranger.get(path)).status).toBe(401);
    for (const person of ['reader', 'admin'] as const) {
      expect((await add(report, person)).status).toBe(403);
      expect((await isnad.as(person).get(path)).status).toBe(200);
    }
  });

  it('belongs to a claim that is there', async () => {
    const added = await isnad.as('checker').post('/v1/claims/none/evidence', report);
    expect([added.status, problemOf(added).code]).toEqual([404, 'claim_not_found']);
    expect((await isnad.as('reader').get('/v1/claims/none/evidence')).status).toBe(404);
  });
});
