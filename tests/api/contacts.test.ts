import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { contact } from '../../src/resources/contacts/contact.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  enterClaim,
  publishVerdict,
  readClaim,
  readStatus,
  tagOf,
  type Page,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

type Contact = z.output<typeof contact>;

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const pathOf = (claim: string): string => `/v1/claims/${claim}/contacts`;
const asked = { source: 'dprk', outcome: 'asked', channel: 'e-mail', date: '2026-11-02' };

const record = (claim: string, body: object, person: Person = 'checker') =>
  isnad.as(person).post(pathOf(claim), body);

const list = async (claim: string, person: Person): Promise<Contact[]> =>
  (bodyOf(await isnad.as(person).get(pathOf(claim))) as { items: Contact[] }).items;

describe('the right of reply', () => {
  it('is recorded, and shown beside the verdict, newest last', async () => {
    const claim = await enterClaim(isnad, { kind: 'accusation' });
    const before = await readStatus(isnad, claim);
    const first = await record(claim, asked);
    expect(first.status).toBe(201);
    expect(first.headers['location']).toBe(`/v1/contacts/${(first.body as Contact).id}`);
    expect(first.body).toMatchObject({
      source: { ref: 'dprk', kind: 'government' },
      label: null,
      outcome: 'asked',
      channel: 'e-mail',
      text: null,
      date: '2026-11-02',
      recordedBy: { ref: 'checker' },
    });
    const reply = {
      label: 'لجنة الصحافة',
      outcome: 'replied',
      text: 'لا صحة لذلك.\u200F\n',
      date: '2026-11?',
    };
    const second = await record(claim, reply, 'editor');
    expect(second.body).toMatchObject({ ...reply, source: null, recordedBy: { ref: 'editor' } });
    expect(await list(claim, 'checker')).toEqual([first.body, second.body]);
    expect((await readClaim(isnad, claim)).contacts).toEqual([first.body, second.body]);
    expect((await readStatus(isnad, claim)).version).toBe(before.version + 2);
  });

  it('is read by everyone once it is published, but who on the desk asked is for the desk', async () => {
    const claim = await enterClaim(isnad);
    bodyOf201(await record(claim, { ...asked, outcome: 'declined', text: 'No comment.' }));
    expect(await list(claim, 'reader')).toEqual([]);
    expect((await readClaim(isnad, claim, 'reader')).contacts).toEqual([]);
    await publishVerdict(isnad, claim);
    const [seen] = await list(claim, 'reader');
    expect(seen).toMatchObject({ outcome: 'declined', text: 'No comment.' });
    expect(seen).not.toHaveProperty('recordedBy');
    expect((await readClaim(isnad, claim, 'reader')).contacts).toEqual([seen]);
    expect((await list(claim, 'admin'))[0]?.recordedBy?.ref).toBe('checker');
  });

  it('stands in the history of the claim', async () => {
    const claim = await enterClaim(isnad);
    const { id } = bodyOf201(await record(claim, asked));
    const read = async (person: Person) =>
      (bodyOf(await isnad.as(person).get(`/v1/claims/${claim}/history`)) as Page<object>).items.at(-1);
    expect(await read('editor')).toMatchObject({
      type: 'claim.contact_recorded',
      data: { contact: id, source: 'dprk', label: null, outcome: 'asked' },
    });
    const last = await read('reader');
    expect(last).toMatchObject({ type: 'claim.contact_recorded', data: { contact: id } });
    expect(JSON.stringify(last)).not.toContain('asked');
    expect(last).not.toHaveProperty('actor');
  });

  it('changes the entity tag of the claim, as does a change of the name of whoever was asked', async () => {
    const claim = await enterClaim(isnad);
    const read = async () => tagOf(await isnad.as('editor').get(`/v1/claims/${claim}`));
    const tags = [await read()];
    bodyOf201(await record(claim, { ...asked, source: 'nexta' }));
    tags.push(await read());
    bodyOf(await isnad.as('checker').patch('/v1/sources/nexta', { name: 'NEXTA Live' }));
    tags.push(await read());
    expect(new Set(tags).size).toBe(3);
    expect((await list(claim, 'editor'))[0]?.source?.name).toBe('NEXTA Live');
  });

  it('may name the source by its id, and who spoke for it', async () => {
    const { id } = bodyOf(await isnad.as('reader').get('/v1/sources/dprk')) as { id: string };
    const spoken = { ...asked, source: id.toUpperCase(), label: 'A spokeswoman' };
    expect((await record('C34', spoken)).body).toMatchObject({
      source: { ref: 'dprk' },
      label: 'A spokeswoman',
    });
  });

  it('names whoever was asked, and every field that is wrong', async () => {
    const nobody = await record('C34', { outcome: 'asked', date: '2026-11-02' });
    expect([nobody.status, faultsOf(nobody)]).toEqual([400, ['/source']]);
    const wrong = {
      source: 'a b',
      label: ' ',
      outcome: 'phoned',
      channel: 'x\ny',
      text: ' ',
      date: 'soon',
      by: 'x',
    };
    expect(faultsOf(await record('C34', wrong))).toEqual([
      '/by',
      '/channel',
      '/date',
      '/label',
      '/outcome',
      '/source',
      '/text',
    ]);
    expect(faultsOf(await record('C34', {}))).toEqual(expect.arrayContaining(['/date', '/outcome']));
  });

  it('refuses a source nobody knows, and leaves nothing behind', async () => {
    const before = await readClaim(isnad, 'C36');
    const unknown = await record('C36', { ...asked, source: 'nobody' });
    expect([unknown.status, problemOf(unknown).code]).toEqual([422, 'unknown_reference']);
    expect(faultsOf(unknown)).toEqual(['/source']);
    expect(await readClaim(isnad, 'C36')).toEqual(before);
  });

  it('is recorded by those who record, on claims that are there', async () => {
    expect((await isnad.stranger.post(pathOf('C34'), asked)).status).toBe(401);
    expect((await isnad.stranger.get(pathOf('C34'))).status).toBe(401);
    for (const person of ['reader', 'admin'] as const)
      expect((await record('C34', asked, person)).status).toBe(403);
    const none = await record('none', asked);
    expect([none.status, problemOf(none).code]).toEqual([404, 'claim_not_found']);
    expect((await isnad.as('reader').get(pathOf('none'))).status).toBe(404);
  });

  it('keeps every record of many that are made at once', async () => {
    const claim = await enterClaim(isnad);
    const labels = Array.from({ length: 12 }, (_, index) => `Office ${String(index)}`);
    const answers = await Promise.all(
      labels.map((label) => record(claim, { label, outcome: 'no_answer', date: '2026' })),
    );
    expect(answers.map(({ status }) => status)).toEqual(labels.map(() => 201));
    const { contacts, version } = await readClaim(isnad, claim);
    expect(contacts.map(({ label }) => label).toSorted()).toEqual(labels.toSorted());
    const { items } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/history`)) as Page<{
      ordinal: number;
    }>;
    expect(items.map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: version }, (_, index) => index + 1),
    );
  });
});

function bodyOf201(response: Awaited<ReturnType<typeof record>>): Contact {
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body as Contact;
}
