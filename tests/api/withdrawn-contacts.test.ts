/** What was recorded wrongly of somebody who was asked is withdrawn: it stays for the desk, and in no later edition. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { contact } from '../../src/resources/contacts/contact.schema.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  proposeVerdict,
  publishVerdict,
  readClaim,
  startTask,
  submitVerdict,
  type Page,
} from '../support/desk.js';
import { explained, outcomeOf } from '../support/outcomes.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

type Contact = z.output<typeof contact>;

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const record = async (claim: string, person: Person = 'checker'): Promise<string> => {
  const asked = { label: 'Press office', outcome: 'replied', date: '2024-06-19', text: 'We deny it.' };
  return (madeOf(await isnad.as(person).post(`/v1/claims/${claim}/contacts`, asked)) as Contact).id;
};
const withdraw = (id: string, person: Person = 'checker') =>
  isnad.as(person).post(`/v1/contacts/${id}/transitions`, { event: 'withdraw' });
const explain = (id: string, person: Person) => explained(isnad, person, `/v1/contacts/${id}`, 'withdraw');
const publicPage = async (claim: string): Promise<string> =>
  (await isnad.stranger.get(`/en/claims/${claim}`)).text;

describe('a contact that is withdrawn', () => {
  it('stays for the desk, and the next edition is without it', async () => {
    const claim = await enterClaim(isnad);
    const [wrong, right] = [await record(claim), await record(claim)];
    await publishVerdict(isnad, claim);
    const before = await publicPage(claim);
    expect(before).toContain('We deny it.');
    const { updatedAt } = await readClaim(isnad, claim);
    expect(bodyOf(await withdraw(wrong))).toMatchObject({ id: wrong, status: 'withdrawn' });
    expect((await readClaim(isnad, claim)).contacts).toMatchObject([
      { id: wrong, status: 'withdrawn' },
      { id: right, status: 'recorded' },
    ]);
    const then = await isnad.as('checker').get(`/v1/claims/${claim}?asOf=${updatedAt}`);
    expect(bodyOf(then)).toMatchObject({ contacts: [{ status: 'recorded' }, { status: 'recorded' }] });
    expect(await publicPage(claim)).toBe(before);
    const since = async (person: Person, moment: string): Promise<string[]> => {
      const path = `/v1/claims/${claim}/contacts?updatedSince=${moment}`;
      return (bodyOf(await isnad.as(person).get(path)) as Page<Contact>).items.map(({ id }) => id);
    };
    const { updatedAt: withdrawnAt } = await readClaim(isnad, claim);
    expect([await since('checker', withdrawnAt), await since('reader', withdrawnAt)]).toEqual([[wrong], []]);
    // To readers they came with the edition.
    expect(await since('reader', updatedAt)).toEqual([wrong, right]);
    const changes = await isnad.as('editor').get(`/v1/claims/${claim}/unpublished-changes`);
    expect(bodyOf(changes)).toMatchObject({ changed: ['/contacts'] });

    bodyOf(
      await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'Nobody said so.' }),
    );
    await isnad.work();
    const verdict = await submitVerdict(isnad, await startTask(isnad, claim));
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    const edition = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/editions/2`));
    expect(edition).toMatchObject({ document: { contacts: [{ id: right }] } });
    const { contacts } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}`)) as {
      contacts: Contact[];
    };
    expect(contacts.map(({ id }) => id)).toEqual([right]);
    expect((await isnad.as('reader').get(`/v1/contacts/${wrong}`)).status).toBe(404);
  });

  it('is no answer any more, and is asked for anew', async () => {
    const claim = await enterClaim(isnad, { kind: 'accusation' });
    const unanswered = async (): Promise<boolean> => {
      const found = bodyOf(await isnad.as('editor').get('/v1/claims?unanswered=true&limit=200')) as Page<{
        ref: string;
      }>;
      return found.items.some(({ ref }) => ref === claim);
    };
    const id = await record(claim);
    expect(await unanswered()).toBe(false);
    bodyOf(await withdraw(id));
    expect(await unanswered()).toBe(true);
  });

  it('is told in the history, to readers only which it was', async () => {
    const claim = await enterClaim(isnad);
    const id = await record(claim);
    bodyOf(await withdraw(id));
    for (const person of ['editor', 'reader'] as const) {
      const { items } = bodyOf(await isnad.as(person).get(`/v1/claims/${claim}/history`)) as Page<object>;
      expect(items.at(-1)).toMatchObject({ type: 'claim.contact_withdrawn', data: { contact: id } });
    }
  });

  it('is withdrawn once, and by those who record', async () => {
    const id = await record(await enterClaim(isnad));
    expect(await explain(id, 'admin')).toEqual([
      false,
      'Only a checker or an editor withdraws what was recorded.',
    ]);
    for (const person of ['reader', 'admin'] as const)
      expect(await outcomeOf(withdraw(id, person))).toEqual([403, 'forbidden']);
    expect(await explain(id, 'editor')).toEqual([true, null]);
    expect(await outcomeOf(withdraw(id, 'editor'))).toEqual([200, 'done']);
    expect(await outcomeOf(withdraw(id, 'editor'))).toEqual([409, 'illegal_move']);
    const moves = bodyOf(await isnad.as('editor').get(`/v1/contacts/${id}/transitions`));
    expect(moves).toEqual({ status: 'withdrawn', items: [], next: null });
    const none = '00000000-0000-4000-8000-000000000000';
    expect(await outcomeOf(withdraw(none))).toEqual([404, 'contact_not_found']);
  });

  it('while a verdict waits binds whoever withdraws it, and never the last who could decide', async () => {
    const claim = await enterClaim(isnad);
    const [one, other] = [await record(claim), await record(claim)];
    const verdict = await proposeVerdict(isnad, claim);
    expect(await outcomeOf(withdraw(one, 'editor'))).toEqual([200, 'done']);
    expect((await explain(other, 'editor2'))[0]).toBe(false);
    expect(await outcomeOf(withdraw(other, 'editor2'))).toEqual([409, 'nobody_left_to_decide']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([200, 'done']);
  });

  it('no longer binds whoever changes the source that it names', async () => {
    const claim = await enterClaim(isnad);
    const source = { kind: 'person', name: 'Somebody who was asked' };
    const verdict = await proposeVerdict(isnad, claim);
    const { ref } = madeOf(await isnad.as('editor').post('/v1/sources', source)) as { ref: string };
    const asked = { source: ref, outcome: 'asked', date: '2024-06-19' };
    const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, asked)) as Contact;
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    bodyOf(await withdraw(id));
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([200, 'done']);
  });

  it('and what was decided since are verified as good, online and offline', async () => {
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});
