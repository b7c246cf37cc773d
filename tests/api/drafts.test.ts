import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/domain/access/rules.js';
import { createTaskService } from '../../src/resources/tasks/task.service.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  enterClaim,
  move,
  moveTask,
  readTask,
  startReview,
  tagOf,
  takeTask,
  verdictBody,
  type Task,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
});
afterAll(() => isnad.close());

const text = { rationale: { ar: 'لأن\u200F الصور\nقديمة' }, findings: { veracity: 'false' } };

const read = (task: Task, person: Person = 'checker', headers = {}) =>
  isnad.as(person).get(`/v1/tasks/${task.id}/draft`, headers);

const save = (task: Task, body: object, tag?: string, person: Person = 'checker') =>
  isnad.as(person).put(`/v1/tasks/${task.id}/draft`, body, tag === undefined ? {} : { 'If-Match': tag });

/** Saves over whatever is there. */
const write = async (task: Task, body: object, person: Person = 'checker'): Promise<void> => {
  expect((await save(task, body, tagOf(await read(task, person)), person)).status).toBe(200);
};

const begun = async (): Promise<Task> => startReview(isnad, await enterClaim(isnad));

describe('the draft of a verdict', () => {
  it('is nothing at first, then what was saved, exactly', async () => {
    const task = await begun();
    const empty = await read(task);
    expect(empty.body).toEqual({ task: { id: task.id }, draft: null, version: 0 });
    const saved = await save(task, text, tagOf(empty));
    expect(bodyOf(saved)).toEqual({ task: { id: task.id }, draft: text, version: 1 });
    const again = await read(task);
    expect([again.body, tagOf(again)]).toEqual([saved.body, tagOf(saved)]);
    expect((await read(task, 'checker', { 'If-None-Match': tagOf(saved) })).status).toBe(304);
    expect((await readTask(isnad, task.claim.ref)).hasDraft).toBe(true);
  });

  it('may be any part of a verdict, but nothing else', async () => {
    const task = await begun();
    for (const part of [{}, { evidence: [] }, verdictBody()]) await write(task, part);
    const wrong = await save(
      task,
      { rationale: {}, findings: { fidelity: 'good' }, evidence: ['x'], mood: 1 },
      '*',
    );
    expect(wrong.status).toBe(400);
    expect(faultsOf(wrong)).toEqual(['/evidence/0', '/findings/fidelity', '/mood', '/rationale']);
    expect(bodyOf(await read(task))).toMatchObject({ draft: verdictBody() });
  });

  it('is never overwritten unseen', async () => {
    const task = await begun();
    const tag = tagOf(await read(task));
    const blind = await save(task, text);
    expect([blind.status, problemOf(blind).code]).toEqual([428, 'precondition_required']);
    const answers = await Promise.all([1, 2, 3].map(() => save(task, text, tag)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    for (const status of statuses.slice(1)) expect([409, 412]).toContain(status);
    const late = await save(task, {}, tag);
    expect(late.status).toBe(412);
    // Enough to merge by: what is there now, and what to name it by.
    const { current } = late.body as { current: string };
    expect(late.body).toMatchObject({ code: 'stale', current: tagOf(await read(task)), draft: text });
    expect((await save(task, text, current)).status).toBe(200);
    await write(task, text);
    expect(bodyOf(await read(task))).toMatchObject({ draft: text, version: 3 });
  });

  it('is answered as it was saved, with its own tag, where somebody saves again before the answer', async () => {
    const task = await begun();
    const { store, workflow } = isnad.services;
    const { pool } = isnad.database;
    const { id, ref, name } = await isnad.store.db.member.findUniqueOrThrow({ where: { ref: 'checker' } });
    const { id: keyId } = await isnad.store.db.key.findFirstOrThrow({ where: { memberId: id } });
    const caller: Caller = { memberId: id, personId: id, ref, name, role: 'checker', keyId };
    const later = { rationale: { en: 'Of the other device.' } };
    const overtaken: typeof workflow = {
      ...workflow,
      saveDraft: async (...given) => {
        const after = await workflow.saveDraft(...given);
        await workflow.saveDraft(task.id, later, caller, () => undefined);
        return after;
      },
    };
    const saved = await createTaskService({ store, pool, workflow: overtaken }).saveDraft(
      task.id,
      text,
      caller,
      () => undefined,
    );
    expect(saved).toMatchObject({ draft: text, version: 1 });
    expect(bodyOf(await read(task))).toMatchObject({ draft: later, version: 2 });
  });

  it('is written by whoever holds the task, and read by them and by editors', async () => {
    const task = await begun();
    await write(task, text);
    for (const person of ['editor', 'editor2'] as const)
      expect(bodyOf(await read(task, person))).toMatchObject({ draft: text });
    const other = await read(task, 'checker2');
    expect([other.status, problemOf(other).code]).toEqual([403, 'not_the_holder']);
    for (const person of ['checker2', 'editor'] as const) {
      const response = await save(task, {}, '*', person);
      expect([response.status, problemOf(response).code]).toEqual([403, 'not_the_holder']);
    }
    for (const person of ['reader', 'admin'] as const) {
      expect((await read(task, person)).status).toBe(403);
      expect((await save(task, {}, '*', person)).status).toBe(403);
    }
    const path = `/v1/tasks/${task.id}/draft`;
    expect((await isnad.stranger.get(path)).status).toBe(401);
    expect((await isnad.stranger.put(path, {})).status).toBe(401);
    const none = { ...task, id: '00000000-0000-7000-8000-000000000000' };
    expect((await read(none)).status).toBe(404);
    expect((await save(none, {}, '*')).status).toBe(404);
  });

  it('outlives a release, and is there for the next to hold the task', async () => {
    const task = await begun();
    await write(task, text);
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'release' }));
    expect(bodyOf(await read(task, 'editor'))).toMatchObject({ draft: text });
    expect((await save(task, {}, '*')).status).toBe(403);
    await takeTask(isnad, task.claim.ref, 'checker2');
    expect((await read(task)).status).toBe(403);
    expect(bodyOf(await read(task, 'checker2'))).toMatchObject({ draft: text });
    await write(task, verdictBody(), 'checker2');
  });

  it('outlives the end of the task, for whoever wrote it', async () => {
    const task = await begun();
    await write(task, text);
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'release' }));
    await takeTask(isnad, task.claim.ref);
    bodyOf(await move(isnad, 'editor', task.claim.ref, { event: 'reject', reason: 'A double.' }));
    expect(bodyOf(await read(task))).toMatchObject({ draft: text });
    const late = await save(task, {}, '*');
    expect(late.status).toBe(409);
  });

  it('is none of a stage that ends in no verdict', async () => {
    const task = await takeTask(isnad, 'C34', 'editor');
    const response = await save(task, {}, '*', 'editor');
    expect([response.status, problemOf(response).code]).toEqual([409, 'no_verdict_here']);
  });
});

describe('a verdict that names the draft it is', () => {
  const submit = (task: Task, tag: string) =>
    isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, verdictBody('true'), { 'If-Match': tag });

  it('is refused where somebody wrote in the draft since, with its present tag, and taken otherwise', async () => {
    const task = await begun();
    await write(task, text);
    const tag = tagOf(await read(task));
    await write(task, { ...text, recheckAt: '2027-01-01T00:00:00Z' });
    const stale = await submit(task, tag);
    const current = tagOf(await read(task));
    expect([stale.status, problemOf(stale)]).toMatchObject([412, { code: 'stale', current }]);
    expect((await submit(task, current)).status).toBeLessThan(300);
  });

  it('may name the task that was read instead', async () => {
    const task = await begun();
    const path = `/v1/tasks/${task.id}`;
    const stale = await submit(task, '"task-0"');
    const tag = tagOf(await isnad.as('checker').get(path));
    const { current } = problemOf(stale) as { current?: string };
    expect([stale.status, tag]).toEqual([412, expect.stringContaining(String(current).slice(0, -1))]);
    expect((await submit(task, tag)).status).toBeLessThan(300);
  });
});

describe('the draft of a claim that was found to be a duplicate, or nothing to check, in the middle of its review', () => {
  it.each(['merge', 'reject'] as const)(
    'stays readable after %s, until a reopening drops it',
    async (event) => {
      const task = await begun();
      await write(task, text);
      const how = event === 'merge' ? { into: await enterClaim(isnad) } : { reason: 'Nothing to check.' };
      bodyOf(await move(isnad, 'editor', task.claim.ref, { event, ...how }));
      for (const person of ['checker', 'editor'] as const)
        expect(bodyOf(await read(task, person)), person).toMatchObject({ draft: text });

      bodyOf(await move(isnad, 'editor', task.claim.ref, { event: 'reopen', reason: 'It is another one.' }));
      expect(bodyOf(await read(task, 'editor'))).toMatchObject({ draft: null });
      const next = await startReview(isnad, task.claim.ref);
      expect(bodyOf(await read(next))).toMatchObject({ draft: null });
    },
  );
});
