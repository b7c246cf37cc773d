/** Whom work can be given to, before anybody tries. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { acceptClaim, bodyOf, enterClaim, proposeVerdict, readTask, takeTask } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

interface Person {
  ref: string;
  held: number;
  limit: number;
  away: boolean;
  awayEndsAt: string | null;
  assignment: { allowed: boolean; code: string | null; override: boolean } | null;
}
const findPeople = async (task?: string): Promise<Map<string, Person>> => {
  const path = `/v1/desk/people${task === undefined ? '' : `?task=${task}`}`;
  const { people } = bodyOf(await isnad.as('editor').get(path)) as { people: Person[] };
  return new Map(people.map((person) => [person.ref, person]));
};
const assign = async (task: string, assignee: string): Promise<[number, string | undefined]> => {
  const path = `/v1/tasks/${task}/transitions`;
  const answer = await isnad.as('editor').post(path, { event: 'assign', assignee });
  return [answer.status, (answer.body as { code?: string }).code];
};

describe('the people of the desk', () => {
  it('are those who do the work, with what they hold and may hold', async () => {
    const before = (await findPeople()).get('checker2');
    const ref = await enterClaim(isnad);
    await acceptClaim(isnad, ref);
    await takeTask(isnad, ref, 'checker2');
    const now = await findPeople();
    expect([...now.keys()].filter((one) => ['reader', 'admin'].includes(one))).toEqual([]);
    expect(now.get('checker2')).toMatchObject({
      held: (before?.held ?? 0) + 1,
      away: false,
      assignment: null,
    });
  });

  it('can be given a task as the list says, and for no other reason than it names', async () => {
    const written = await enterClaim(isnad);
    await proposeVerdict(isnad, written);
    const approval = await readTask(isnad, written);
    const fresh = await enterClaim(isnad);
    await acceptClaim(isnad, fresh);
    const review = await readTask(isnad, fresh);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    bodyOf(await isnad.as('checker2').patch('/v1/me', { awayEndsAt: until }));
    for (const { id } of [approval, review]) {
      for (const [ref, { assignment }] of await findPeople(id)) {
        const [status, code] = await assign(id, ref);
        expect([ref, status < 300, code ?? null]).toEqual([ref, assignment?.allowed, assignment?.code]);
      }
    }
    const ofReview = await findPeople(review.id);
    expect(ofReview.get('checker2')).toMatchObject({
      awayEndsAt: until,
      assignment: { allowed: false, code: 'member_away', override: true },
    });
    expect((await findPeople(approval.id)).get('checker')?.assignment).toMatchObject({
      code: 'wrong_role',
      override: false,
    });
    bodyOf(await isnad.as('checker2').patch('/v1/me', { awayEndsAt: null }));
  });

  it('are nothing for readers, and of a task that is not there 404', async () => {
    expect((await isnad.as('reader').get('/v1/desk/people')).status).toBe(403);
    const none = await isnad.as('checker').get(`/v1/desk/people?task=${crypto.randomUUID()}`);
    expect(problemOf(none).code).toBe('task_not_found');
  });
});
