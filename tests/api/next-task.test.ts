import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { faultsOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  tagOf,
  type Task,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  // These are about which task it is; how many one may hold is told in assignment.test.ts.
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
  await isnad.work();
});
afterAll(() => isnad.close());

const ask = (person: Person, stages?: string[]) =>
  isnad.as(person).post('/v1/tasks/next', stages && { stages });

/** Refs of the claims this person is given, until there is nothing more to do. */
async function takeAll(person: Person): Promise<string[]> {
  const given: string[] = [];
  for (;;) {
    const response = await ask(person, ['review']);
    if (response.status === 204) return given;
    given.push((bodyOf(response) as Task).claim.ref);
  }
}

async function openClaims(...claims: object[]): Promise<string[]> {
  const refs: string[] = [];
  for (const more of claims) {
    const ref = await enterClaim(isnad, more);
    await acceptClaim(isnad, ref);
    refs.push(ref);
  }
  return refs;
}

type Taken = Task & { draft: object | null; draftTag: string };

const become = async (person: Person, change: object): Promise<void> => {
  bodyOf(await isnad.as('admin').patch(`/v1/members/${person}`, change, anyVersion));
};

describe('the next task', () => {
  it('is the most urgent, then the one that has waited longest', async () => {
    const [low, old, young, urgent] = await openClaims(
      { priority: 'low' },
      {},
      { priority: 'normal' },
      { priority: 'urgent' },
    );
    const response = await ask('checker');
    const task = bodyOf(response) as Task;
    expect(task).toMatchObject({ status: 'assigned', assignee: { ref: 'checker' }, claim: { ref: urgent } });
    expect(response.headers['location']).toBe(`/v1/tasks/${task.id}`);
    expect(await takeAll('checker')).toEqual([old, young, low]);
  });

  it('is none where there is nothing to do', async () => {
    const response = await ask('checker');
    expect([response.status, response.text]).toEqual([204, '']);
  });

  it('suits the languages of the member, regional variants included', async () => {
    const [, british, arabic] = await openClaims(
      { language: 'fa' },
      { language: 'en-GB' },
      { language: 'ar' },
    );
    await become('checker', { languages: ['ar', 'en'] });
    expect(await takeAll('checker')).toEqual([british, arabic]);
    await become('checker', { languages: [] });
    expect(await takeAll('checker')).toHaveLength(1);
  });

  it('prefers the topics of the member among tasks of one priority', async () => {
    const [plain, known, high] = await openClaims({}, { topics: ['treaty'] }, { priority: 'high' });
    await become('checker2', { topics: ['treaty', 'visit'] });
    expect(await takeAll('checker2')).toEqual([high, known, plain]);
  });

  it('is of a stage that the member works at, and of those asked for', async () => {
    expect((await ask('checker', ['triage', 'approval'])).status).toBe(204);
    expect((bodyOf(await ask('editor', ['triage'])) as Task).stage).toBe('triage');
    expect((await ask('editor', ['approval', 'correction'])).status).toBe(204);
    expect((bodyOf(await ask('editor')) as Task).stage).toBe('triage');
  });

  it('is never the approval of their own verdict', async () => {
    const [own] = [await enterClaim(isnad)];
    await proposeVerdict(isnad, own, { author: 'editor' });
    expect((await ask('editor', ['approval'])).status).toBe(204);
    const task = bodyOf(await ask('editor2', ['approval'])) as Task;
    expect(task).toMatchObject({ stage: 'approval', claim: { ref: own } });
  });

  it('comes back when it is let go', async () => {
    const [ref] = await openClaims({});
    const task = bodyOf(await ask('checker')) as Task;
    expect(task.claim.ref).toBe(ref);
    expect((await ask('checker2')).status).toBe(204);
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'release' }));
    expect((bodyOf(await ask('checker2')) as Task).id).toBe(task.id);
  });

  it('is begun in the same step where that is asked for, and comes with its draft and the tag to save it by', async () => {
    const [ref] = await openClaims({});
    const begin = async (person: Person) =>
      bodyOf(await isnad.as(person).post('/v1/tasks/next', { stages: ['review'], start: true })) as Taken;
    const task = await begin('checker');
    expect(task).toMatchObject({ status: 'in_progress', claim: { ref, status: 'in_review' }, draft: null });
    const draft = { rationale: { en: 'Half a sentence' } };
    bodyOf(await isnad.as('checker').put(`/v1/tasks/${task.id}/draft`, draft).set('If-Match', task.draftTag));
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'release' }));
    const again = await begin('checker2');
    expect(again).toMatchObject({ id: task.id, draft });
    expect(again.draftTag).toBe(tagOf(await isnad.as('checker2').get(`/v1/tasks/${task.id}/draft`)));
    bodyOf(await moveTask(isnad, 'checker2', task, { event: 'release' }));
    const named = bodyOf(await moveTask(isnad, 'checker', task, { event: 'take', start: true }));
    expect(named).toMatchObject({ status: 'in_progress', assignee: { ref: 'checker' } });
  });

  it('is a different one for each of many who ask at once', async () => {
    const refs = await openClaims(...Array.from({ length: 10 }, () => ({})));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask(index % 2 ? 'checker' : 'checker2')),
    );
    const given = answers
      .filter(({ status }) => status === 200)
      .map((answer) => (bodyOf(answer) as Task).claim.ref);
    expect(given.sort()).toEqual(refs.sort());
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(10);
  });

  it('is for those who check, asked for by stages that exist', async () => {
    expect((await isnad.stranger.post('/v1/tasks/next')).status).toBe(401);
    for (const person of ['reader', 'admin'] as const) expect((await ask(person)).status).toBe(403);
    expect(faultsOf(await ask('checker', ['review', 'lunch']))).toEqual(['/stages/1']);
    expect(faultsOf(await ask('checker', []))).toEqual(['/stages']);
    expect((await isnad.as('checker').get('/v1/tasks/next')).status).toBe(405);
  });
});

describe('one checker who asks many times at once', () => {
  it('is given as many as they may hold, and not one more', async () => {
    const isnad = await createIsnad();
    try {
      bodyOf(await isnad.as('admin').patch('/v1/members/checker', { wipLimit: 3 }));
      for (let index = 0; index < 10; index++) {
        bodyOf(await move(isnad, 'editor', await enterClaim(isnad), { event: 'accept' }));
      }
      await isnad.work();
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => isnad.as('checker').post('/v1/tasks/next')),
      );
      const refused = Array<number>(7).fill(409);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, ...refused]);
    } finally {
      await isnad.close();
    }
  });
});
