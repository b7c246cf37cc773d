import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  madeOf,
  decide,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  readStatus,
  readVerdict,
  tagOf,
  takeTask,
  verdictBody,
  type Page,
  type Verdict,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const given = { reason: 'The story breaks tonight, and editor2 cannot be reached.', second: 'checker2' };
const breakGlass = (person: Person, { id }: Verdict, body: object = given): Promise<Response> =>
  Promise.resolve(isnad.as(person).post(`/v1/verdicts/${id}/transitions`, { event: 'break_glass', ...body }));

/** A verdict whose approval editor2 holds. */
async function heldVerdict(): Promise<Verdict> {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  return verdict;
}

describe('breaking the glass', () => {
  it('publishes a verdict whose approval somebody else holds', async () => {
    const verdict = await heldVerdict();
    const held = await decide(isnad, 'editor', verdict, 'approve');
    expect([held.status, problemOf(held).code]).toEqual([409, 'held_by_another']);
    expect(bodyOf(await breakGlass('editor', verdict))).toMatchObject({
      status: 'published',
      revision: 1,
      approver: { ref: 'editor' },
      brokeGlass: true,
      breakGlass: { ...given, second: { ref: given.second } },
    });
    expect(await readStatus(isnad, verdict.claim.ref)).toMatchObject({ status: 'published', revision: 1 });
    const tasks = `/v1/claims/${verdict.claim.ref}/tasks?stage=approval`;
    expect(bodyOf(await isnad.as('editor').get(tasks))).toMatchObject({
      items: [{ status: 'done', assignee: { ref: 'editor' } }],
    });
  });

  it('shows everyone that it was done, and the desk by whom and why', async () => {
    const verdict = await heldVerdict();
    bodyOf(await breakGlass('editor', verdict));
    const seen = bodyOf(await isnad.as('reader').get(`/v1/verdicts/${verdict.id}`)) as Verdict;
    expect(seen.brokeGlass).toBe(true);
    expect(seen).not.toHaveProperty('breakGlass');
    const eventOf = async (person: Person) => {
      const path = `/v1/claims/${verdict.claim.ref}/history?limit=200`;
      const { items } = bodyOf(await isnad.as(person).get(path)) as Page<{ type: string; data?: object }>;
      expect(JSON.stringify(items).includes(given.reason)).toBe(person !== 'reader');
      return items.find(({ type }) => type === 'verdict.glass_broken');
    };
    expect(await eventOf('admin')).toMatchObject({ actor: { ref: 'editor' }, data: given });
    expect(await eventOf('reader')).not.toHaveProperty('data');
    expect((await publishVerdict(isnad, await enterClaim(isnad))).brokeGlass).toBe(false);
  });

  it('still takes an editor who did not write it, and a second who neither wrote nor approves it', async () => {
    const verdict = await heldVerdict();
    const refused = async (person: Person, second: string): Promise<[number, string]> => {
      const response = await breakGlass(person, verdict, { ...given, second });
      return [response.status, problemOf(response).code];
    };
    for (const second of ['checker', 'editor', 'reader', 'admin', 'nobody'])
      expect(await refused('editor', second), second).toEqual([422, 'no_second_person']);
    expect((await refused('checker2', 'editor'))[0]).toBe(403);
    expect((await refused('admin', 'checker2'))[0]).toBe(403);
    expect((await isnad.stranger.post(`/v1/verdicts/${verdict.id}/transitions`, given)).status).toBe(401);

    const path = `/v1/verdicts/${verdict.id}`;
    const match = { 'If-Match': tagOf(await isnad.as('editor').get(path)) };
    bodyOf(await isnad.as('editor').patch(path, { rationale: { en: 'Better said.' } }, match));
    expect(await refused('editor', 'checker2')).toEqual([403, 'own_verdict']);
    expect(await refused('editor2', 'editor')).toEqual([422, 'no_second_person']);
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({ status: 'proposed', brokeGlass: false });
    expect(await refused('editor2', 'checker2')).toEqual([200, undefined]);
  });

  it('does not take the place of a word on each conflict', async () => {
    const [accusation, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    const edge = { type: 'denies', to: accusation };
    madeOf(await isnad.as('checker').post(`/v1/claims/${denial}/relations`, edge));
    await publishVerdict(isnad, accusation, { body: verdictBody('true') });
    const verdict = await proposeVerdict(isnad, denial, { body: verdictBody('true') });
    const open = await breakGlass('editor', verdict);
    expect([open.status, problemOf(open).code]).toEqual([409, 'conflicts_unacknowledged']);
    const acknowledge = [{ claim: accusation, note: 'Each is right about another day.' }];
    const published = bodyOf(await breakGlass('editor', verdict, { ...given, acknowledge })) as Verdict;
    expect(published.conflicts).toMatchObject(
      acknowledge.map(({ claim: ref, note }) => ({ claim: { ref }, note })),
    );
  });

  it('names what is missing, minds the condition, and is over once it is decided', async () => {
    const verdict = await heldVerdict();
    expect(faultsOf(await breakGlass('editor', verdict, { by: 'me' }))).toEqual([
      '/by',
      '/reason',
      '/second',
    ]);
    const path = `/v1/verdicts/${verdict.id}/transitions`;
    const command = { event: 'break_glass', ...given };
    expect((await isnad.as('editor').post(path, command, { 'If-Match': '"verdict-0"' })).status).toBe(412);
    bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: 'No.' }));
    const late = await breakGlass('editor', verdict);
    expect([late.status, problemOf(late).code]).toEqual([409, 'illegal_move']);
    const none = { ...verdict, id: '00000000-0000-7000-8000-000000000000' };
    expect((await breakGlass('editor', none)).status).toBe(404);
  });
});

it('the database itself knows that a second person is not one of the first two', async () => {
  const verdict = await heldVerdict();
  bodyOf(await breakGlass('editor', verdict));
  const { pool } = isnad.database;
  const appoint = (ref: string, id = verdict.id): Promise<unknown> =>
    pool.query(`UPDATE verdicts SET second_id = (SELECT id FROM members WHERE ref = $1) WHERE id = $2`, [
      ref,
      id,
    ]);
  await expect(appoint('checker')).rejects.toThrow(/never rewritten/);
  await expect(appoint('checker2', (await heldVerdict()).id)).rejects.toThrow(/verdicts_glass_broken/);
});
