import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { anyVersion } from '../support/api.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readProposed,
  readStatus,
  readVerdict,
  tagOf,
  takeTask,
  verdictBody,
  type Page,
  type Verdict,
  memberIdOf,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const given = { reason: 'The story breaks tonight, and editor2 cannot be reached.', second: 'checker2' };
const breakGlass = (person: Person, verdict: Verdict, body: object = given): Promise<Response> =>
  decide(isnad, person, verdict, 'break_glass', body);
const confirm = (person: Person, verdict: Verdict, body?: object): Promise<Response> =>
  decide(isnad, person, verdict, 'confirm', body);
const outcomeOf = async (answer: Promise<Response>): Promise<[number, string | undefined]> => {
  const response = await answer;
  return [response.status, problemOf(response).code];
};

/** A verdict whose approval editor2 holds. */
async function heldVerdict(): Promise<Verdict> {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  return verdict;
}

const refOf = ({ claim }: Verdict): string => claim.ref;

describe('breaking the glass', () => {
  it('publishes nothing until the second person confirms it with their own key', async () => {
    const verdict = await heldVerdict();
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([409, 'held_by_another']);
    expect(bodyOf(await breakGlass('editor', verdict))).toMatchObject({ status: 'proposed', revision: null });
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({
      ...{ brokeGlass: false, status: 'proposed' },
      breakGlass: { reason: given.reason, by: { ref: 'editor' }, second: { ref: 'checker2' } },
    });
    expect(await readStatus(isnad, refOf(verdict))).toMatchObject({ status: 'in_approval', revision: null });
    expect((await isnad.as('reader').get(`/v1/claims/${refOf(verdict)}/claimreview`)).status).toBe(404);

    for (const person of ['editor', 'editor2', 'checker'] as const)
      expect(await outcomeOf(confirm(person, verdict)), person).toEqual([403, 'not_the_second']);
    expect(bodyOf(await confirm('checker2', verdict))).toMatchObject({ status: 'published', revision: 1 });
    expect(await readStatus(isnad, refOf(verdict))).toMatchObject({ status: 'published', revision: 1 });
    const tasks = `/v1/claims/${refOf(verdict)}/tasks?stage=approval`;
    expect(bodyOf(await isnad.as('editor').get(tasks))).toMatchObject({
      items: [{ status: 'done', assignee: { ref: 'editor' } }],
    });
  });

  it('is said in the edition for good, and to the desk by whom and why', async () => {
    const verdict = await heldVerdict();
    bodyOf(await breakGlass('editor', verdict));
    bodyOf(await confirm('checker2', verdict));
    const edition = bodyOf(await isnad.as('reader').get(`/v1/claims/${refOf(verdict)}/editions/1`));
    expect(edition).toMatchObject({ status: 'approved', manner: 'break_glass' });
    const seen = bodyOf(await isnad.as('reader').get(`/v1/verdicts/${verdict.id}`)) as Verdict;
    expect(seen.brokeGlass).toBe(true);
    expect(seen).not.toHaveProperty('breakGlass');
    const eventOf = async (person: Person) => {
      const path = `/v1/claims/${refOf(verdict)}/history?limit=200`;
      const { items } = bodyOf(await isnad.as(person).get(path)) as Page<{ type: string; data?: object }>;
      expect(JSON.stringify(items).includes(given.reason)).toBe(person !== 'reader');
      return items.find(({ type }) => type === 'verdict.glass_broken');
    };
    expect(await eventOf('admin')).toMatchObject({
      data: { ...given, second: await memberIdOf(isnad, 'checker2') },
    });
    expect(await eventOf('reader')).not.toHaveProperty('data');
    expect((await publishVerdict(isnad, await enterClaim(isnad))).brokeGlass).toBe(false);
  });

  it('takes an editor who did not write it, and a second who neither wrote nor decides', async () => {
    const verdict = await heldVerdict();
    const refused = (person: Person, second: string) =>
      outcomeOf(breakGlass(person, verdict, { ...given, second }));
    for (const second of ['checker', 'editor', 'reader', 'admin'])
      expect(await refused('editor', second), second).toEqual([422, 'no_second_person']);
    expect((await refused('checker2', 'editor'))[0]).toBe(403);
    expect((await refused('admin', 'checker2'))[0]).toBe(403);

    const path = `/v1/verdicts/${verdict.id}`;
    const match = { 'If-Match': tagOf(await isnad.as('editor').get(path)) };
    bodyOf(await isnad.as('editor').patch(path, { rationale: { en: 'Better said.' } }, match));
    expect(await refused('editor', 'checker2')).toEqual([403, 'own_verdict']);
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({ status: 'proposed', brokeGlass: false });
    // They hold it themselves.
    expect(await refused('editor2', 'checker2')).toEqual([409, 'held_by_nobody_else']);
  });

  it('is for an approval that somebody else holds', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const listed = async (person: Person, language = 'en') => {
      const path = `/v1/verdicts/${verdict.id}/transitions`;
      const answer = await isnad.as(person).get(path, { 'Accept-Language': language });
      const { items } = bodyOf(answer) as {
        items: { event: string; allowed: boolean; why: string | null }[];
      };
      return items.find(({ event }) => event === 'break_glass');
    };
    const nobody = { allowed: false, why: 'Nobody else holds the approval: decide on it in turn.' };
    expect(await listed('editor')).toMatchObject(nobody);
    expect((await listed('editor', 'ar'))?.why).toMatch(/^لم يحجز الموافقة غيرك/);
    expect(await outcomeOf(breakGlass('editor', verdict))).toEqual([409, 'held_by_nobody_else']);

    const task = await takeTask(isnad, claim, 'editor2');
    expect(await listed('editor')).toMatchObject({ allowed: true, why: null });
    expect(await listed('editor2')).toMatchObject(nobody);
    expect(await outcomeOf(breakGlass('editor2', verdict))).toEqual([409, 'held_by_nobody_else']);
    bodyOf(await breakGlass('editor', verdict));
    // What was begun is not undone by whoever gives the approval back.
    bodyOf(await moveTask(isnad, 'editor2', task, { event: 'release' }));
    bodyOf(await confirm('checker2', verdict));
  });

  it('does not take the place of a word on each conflict', async () => {
    const [accusation, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    const edge = { type: 'denies', to: accusation };
    const related = await isnad.as('checker').post(`/v1/claims/${denial}/relations`, edge);
    expect(related.status).toBeLessThan(300);
    await publishVerdict(isnad, accusation, { body: verdictBody('true') });
    const verdict = await proposeVerdict(isnad, denial, { body: verdictBody('true') });
    await takeTask(isnad, denial, 'editor2');
    expect(await outcomeOf(breakGlass('editor', verdict))).toEqual([409, 'conflicts_unacknowledged']);
    const acknowledge = [{ claim: accusation, note: 'Each is right about another day.' }];
    bodyOf(await breakGlass('editor', verdict, { ...given, acknowledge }));
    const published = bodyOf(await confirm('checker2', verdict)) as Verdict;
    expect(published.status).toBe('published');
  });

  it('is for the edition that both have read: what changes in between has to be read again', async () => {
    const verdict = await heldVerdict();
    const read = await readProposed(isnad, verdict);
    bodyOf(await breakGlass('editor', verdict));
    const gloss = { glosses: { en: 'Never.' } };
    bodyOf(await isnad.as('checker').patch(`/v1/claims/${refOf(verdict)}`, gloss, anyVersion));
    expect(await outcomeOf(confirm('checker2', verdict, read))).toEqual([412, 'edition_changed']);
    expect(await outcomeOf(confirm('checker2', verdict))).toEqual([409, 'another_edition']);
    bodyOf(await breakGlass('editor', verdict));
    expect((await confirm('checker2', verdict)).status).toBe(200);
  });

  it('is done once for an edition: neither its hours begin again, nor is the decider replaced', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const task = await takeTask(isnad, claim, 'editor2');
    bodyOf(await breakGlass('editor', verdict));
    for (const person of ['editor', 'editor2'] as const)
      expect(await outcomeOf(breakGlass(person, verdict)), person).toEqual([409, 'glass_broken_already']);
    const listed = async () =>
      (
        bodyOf(await isnad.as('editor2').get(`/v1/verdicts/${verdict.id}/transitions`)) as {
          items: { event: string; allowed: boolean; why: string | null }[];
        }
      ).items.find(({ event }) => event === 'break_glass');
    expect(await listed()).toMatchObject({
      allowed: false,
      why: expect.stringContaining('broken') as string,
    });
    const { pool } = isnad.database;
    await pool.query(`UPDATE glass_breaks SET escalated_at = now() WHERE verdict_id = $1`, [verdict.id]);
    expect(await outcomeOf(breakGlass('editor2', verdict))).toEqual([409, 'glass_broken_already']);
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({ breakGlass: { by: { ref: 'editor' } } });
    // Nobody can confirm it any more once its time is over, whether or not a worker has looked.
    await pool.query(
      `UPDATE glass_breaks SET asked_at = asked_at - interval '25 hours' WHERE verdict_id = $1`,
      [verdict.id],
    );
    bodyOf(await moveTask(isnad, 'editor2', task, { event: 'release' }));
    await takeTask(isnad, claim, 'editor');
    bodyOf(await breakGlass('editor2', verdict));
    expect((await confirm('checker2', verdict)).status).toBe(200);
  });

  it('is told to the editors after an hour, and over after a day', async () => {
    const verdict = await heldVerdict();
    bodyOf(await breakGlass('editor', verdict));
    const age = (hours: number) =>
      isnad.database.pool.query(
        `UPDATE glass_breaks SET asked_at = asked_at - make_interval(hours => $2) WHERE verdict_id = $1`,
        [verdict.id, hours],
      );
    const inboxOf = async (person: Person): Promise<string[]> => {
      await isnad.relay();
      const { items } = bodyOf(await isnad.as(person).get('/v1/desk/inbox')) as Page<{
        type: string;
        claim: { ref: string } | null;
      }>;
      return items.filter(({ claim }) => claim?.ref === refOf(verdict)).map(({ type }) => type);
    };
    const happened = async (): Promise<string[]> => {
      const path = `/v1/claims/${refOf(verdict)}/history?limit=200`;
      const { items } = bodyOf(await isnad.as('editor').get(path)) as Page<{ type: string }>;
      return items.map(({ type }) => type).filter((type) => type.startsWith('verdict.glass'));
    };
    const look = async (): Promise<void> => {
      for (const job of await isnad.services.verdicts.findOwed())
        if (job.name === 'check-glass-break') await isnad.services.workflow.checkGlassBreak(verdict.id);
    };
    await look();
    expect(await happened()).toEqual(['verdict.glass_broken']);
    await age(2);
    await look();
    await look();
    expect((await happened()).sort()).toEqual(['verdict.glass_broken', 'verdict.glass_unconfirmed']);
    for (const person of ['checker2', 'editor2'] as const)
      expect(await inboxOf(person), person).toEqual(['verdict.glass_unconfirmed']);
    await age(23);
    // Whether or not a worker has looked.
    expect(await outcomeOf(confirm('checker2', verdict))).toEqual([409, 'nothing_to_confirm']);
    await look();
    expect(await happened()).toContain('verdict.glass_lapsed');
    expect(await inboxOf('editor')).toEqual(['verdict.glass_lapsed']);
    expect(await outcomeOf(confirm('checker2', verdict))).toEqual([409, 'nothing_to_confirm']);
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({ status: 'proposed' });
  });

  it('names what is missing, and is over once it is decided', async () => {
    const verdict = await heldVerdict();
    const wrong = { by: 'me', reason: undefined, second: undefined };
    expect(faultsOf(await breakGlass('editor', verdict, wrong))).toEqual(['/by', '/reason', '/second']);
    bodyOf(await breakGlass('editor', verdict));
    bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: 'No.' }));
    expect(await outcomeOf(breakGlass('editor', verdict))).toEqual([409, 'illegal_move']);
    expect(await outcomeOf(confirm('checker2', verdict))).toEqual([409, 'illegal_move']);
    const none = { ...verdict, id: '00000000-0000-7000-8000-000000000000' };
    expect((await breakGlass('editor', none)).status).toBe(404);
  });
});

it('the database itself knows that a second person is not one of the first two', async () => {
  const verdict = await heldVerdict();
  bodyOf(await breakGlass('editor', verdict));
  bodyOf(await confirm('checker2', verdict));
  const { pool } = isnad.database;
  const appoint = (ref: string, id = verdict.id): Promise<unknown> =>
    pool.query(`UPDATE verdicts SET second_id = (SELECT id FROM members WHERE ref = $1) WHERE id = $2`, [
      ref,
      id,
    ]);
  await expect(appoint('checker')).rejects.toThrow(/never rewritten/);
  await expect(appoint('checker2', (await heldVerdict()).id)).rejects.toThrow(/verdicts_glass_broken/);
});
