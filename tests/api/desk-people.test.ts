/** Whom work can be given to, before anybody tries. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  proposeVerdict,
  readTask,
  takeTask,
} from '../support/desk.js';
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
  confirmation: { allowed: boolean; why: string | null } | null;
}
const findPeople = async (task?: string): Promise<Map<string, Person>> => {
  const path = `/v1/desk/people${task === undefined ? '' : `?task=${task}`}`;
  const { items } = bodyOf(await isnad.as('editor').get(path)) as { items: Person[] };
  return new Map(items.map((person) => [person.ref, person]));
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

  it('can be the second person of a decision out of turn as the list says, and for no other reason than it gives', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await proposeVerdict(isnad, claim, { author: 'checker' });
    await takeTask(isnad, claim, 'editor2');
    const path = `/v1/desk/people?verdict=${id}`;
    const read = async (language: string): Promise<Person[]> =>
      (bodyOf(await isnad.as('editor').get(path, { 'Accept-Language': language })) as { items: Person[] })
        .items;
    const people = await read('en');
    expect(people.filter(({ confirmation }) => confirmation?.allowed).map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(['checker2', 'editor2']),
    );
    const why = new Map(people.map(({ ref, confirmation }) => [ref, confirmation?.why]));
    expect(why.get('editor')).toBe('is you: a second person is needed');
    expect(why.get('checker')).toMatch(/^wrote some of what would be published/);
    // The one that is allowed last: it is done then.
    for (const { ref, confirmation } of people.filter((one) => !one.confirmation?.allowed)) {
      const answer = await decide(isnad, 'editor', { id }, 'break_glass', { reason: 'Now', second: ref });
      const { errors } = problemOf(answer) as unknown as { errors: { message: string }[] };
      expect(errors.map(({ message }) => message)).toEqual([confirmation?.why]);
    }
    bodyOf(await decide(isnad, 'editor', { id }, 'break_glass', { reason: 'Now', second: 'checker2' }));
    for (const { confirmation } of await read('ar'))
      if (confirmation?.why) expect(confirmation.why).toMatch(/\p{Script=Arabic}/u);
  });

  it('are nothing for readers', async () => {
    expect((await isnad.as('reader').get('/v1/desk/people')).status).toBe(403);
  });
});
