/** Nobody on both sides of one verdict, on each path that leads to a side. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readTask,
  readVerdict,
  startReview,
  startTask,
  submitVerdict,
  tagOf,
  takeTask,
  type Task,
  type Verdict,
} from '../support/desk.js';
import { done, explained, outcomeOf } from '../support/outcomes.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
});
afterAll(() => isnad.close());

const edit = async (person: Person, { id }: Verdict): Promise<Response> => {
  const path = `/v1/verdicts/${id}`;
  const headers = { 'If-Match': tagOf(await isnad.as('editor').get(path)) };
  return isnad.as(person).patch(path, { rationale: { en: `Better said by ${person}.` } }, headers);
};
const assign = (to: string, task: Task): Promise<Response> =>
  moveTask(isnad, 'editor', task, { event: 'assign', assignee: to, override: true });
const bulkAssign = async (to: string, claim: string) => {
  const body = { event: 'assign', assignee: to, override: true, items: [{ claim }] };
  const { items } = bodyOf(await isnad.as('editor').post('/v1/bulk', body)) as {
    items: { ok: boolean; problem?: { status: number; code: string } }[];
  };
  return items.map(({ ok, problem }) => (ok ? 'done' : [problem?.status, problem?.code]));
};
const next = async (person: Person, stage: string): Promise<string[]> => {
  const offered: string[] = [];
  for (;;) {
    const response = await isnad.as(person).post('/v1/tasks/next', { stages: [stage] });
    if (response.status === 204) return offered;
    offered.push((bodyOf(response) as Task).claim.ref);
  }
};

const wrote =
  'Whoever wrote any of what would be published, in this round or an earlier one, does not decide on it: somebody else must.';
const decided = 'Whoever returned a verdict does not write on its next round: somebody else must.';

/** Written by `first`, returned by editor2, and written anew by the checker. */
async function proposedAgain(first: Person): Promise<{ claim: string; verdict: Verdict; approval: Task }> {
  const claim = await enterClaim(isnad);
  const early = await proposeVerdict(isnad, claim, { author: first });
  bodyOf(await decide(isnad, 'editor2', early, 'return', { note: 'Look again.' }));
  const back = await readTask(isnad, claim);
  expect(back).toMatchObject({ status: 'in_progress', assignee: { ref: first } });
  if (first !== 'checker') bodyOf(await assign('checker', back));
  if (first !== 'checker') bodyOf(await moveTask(isnad, 'checker', back, { event: 'start' }));
  const verdict = await submitVerdict(isnad, back);
  return { claim, verdict, approval: await readTask(isnad, claim) };
}

describe('whoever wrote an earlier round', () => {
  it('does not decide on a later one, by any path, and is told why', async () => {
    const { claim, verdict, approval } = await proposedAgain('editor');
    expect(await outcomeOf(moveTask(isnad, 'editor', approval, { event: 'take' }))).toEqual([
      403,
      'own_verdict',
    ]);
    expect(await outcomeOf(assign('editor', approval))).toEqual([409, 'own_verdict']);
    expect(await bulkAssign('editor', claim)).toEqual([[409, 'own_verdict']]);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'return', { note: 'No.' }))).toEqual([
      403,
      'own_verdict',
    ]);
    const glass = { reason: 'Tonight.', second: 'checker2' };
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'break_glass', glass))).toEqual([
      403,
      'own_verdict',
    ]);
    const other = await proposedAgain('checker2');
    bodyOf(await moveTask(isnad, 'editor2', other.approval, { event: 'take' }));
    expect(await outcomeOf(decide(isnad, 'editor', other.verdict, 'break_glass', glass))).toEqual([
      422,
      'no_second_person',
    ]);
    expect(await next('editor', 'approval')).not.toContain(claim);
    for (const event of ['approve', 'return'])
      expect(await explained(isnad, 'editor', `/v1/claims/${claim}`, event)).toEqual([false, wrote]);
    expect(await explained(isnad, 'editor', `/v1/tasks/${approval.id}`, 'take')).toEqual([false, wrote]);
  });

  it('leaves it to whoever returned that round, as often as it takes', async () => {
    const { claim, verdict } = await proposedAgain('editor');
    bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: 'And again.' }));
    const back = await readTask(isnad, claim);
    expect(back).toMatchObject({ status: 'in_progress', assignee: { ref: 'checker' }, hasDraft: true });
    const third = await submitVerdict(isnad, back);
    expect(await outcomeOf(decide(isnad, 'editor2', third, 'approve'))).toEqual(done);
  });
});

describe('whoever returned a round', () => {
  it('does not write the next, by any path, and is told why', async () => {
    const claim = await enterClaim(isnad);
    const first = await proposeVerdict(isnad, claim);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Look again.' }));
    const back = await readTask(isnad, claim);
    expect(await outcomeOf(assign('editor2', back))).toEqual([409, 'own_decision']);
    expect(await bulkAssign('editor2', claim)).toEqual([[409, 'own_decision']]);
    bodyOf(await moveTask(isnad, 'editor', back, { event: 'release' }));
    expect(await outcomeOf(moveTask(isnad, 'editor2', back, { event: 'take' }))).toEqual([
      403,
      'own_decision',
    ]);
    expect(await explained(isnad, 'editor2', `/v1/tasks/${back.id}`, 'take')).toEqual([false, decided]);
    expect(await next('editor2', 'review')).not.toContain(claim);
    bodyOf(await moveTask(isnad, 'checker2', back, { event: 'take' }));
    bodyOf(await moveTask(isnad, 'checker2', back, { event: 'start' }));
    const second = await submitVerdict(isnad, back, 'checker2');
    expect(await outcomeOf(edit('editor2', second))).toEqual([403, 'own_decision']);
    expect(await outcomeOf(decide(isnad, 'editor2', second, 'approve'))).toEqual(done);
  });
});

describe('a correction', () => {
  const correct = async (claim: string): Promise<Task> => {
    const command = { event: 'correct', reason: 'error', note: 'A number.' };
    bodyOf(await move(isnad, 'editor', claim, command));
    return readTask(isnad, claim);
  };

  it('is not decided on by whoever wrote the note that it is published with', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const proposed = await submitVerdict(isnad, await startCorrection(claim));
    expect(await outcomeOf(decide(isnad, 'editor', proposed, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor2', proposed, 'approve'))).toEqual(done);
  });

  it('is not both begun and written by the only two editors: nobody would be left to decide', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const task = await correct(claim);
    expect(await outcomeOf(moveTask(isnad, 'editor2', task, { event: 'take' }))).toEqual([
      409,
      'nobody_left_to_decide',
    ]);
  });

  it('a correction that was called off leaves no draft, and binds nobody', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const path = (id: string) => `/v1/tasks/${id}/draft`;
    const early = await correct(claim);
    bodyOf(await moveTask(isnad, 'editor', early, { event: 'take' }));
    bodyOf(await isnad.as('editor').put(path(early.id), draft, { 'If-Match': '*' }));
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    bodyOf(await move(isnad, 'editor2', claim, { event: 'correct', reason: 'error', note: 'A name.' }));
    const task = await startTask(isnad, claim);
    expect(bodyOf(await isnad.as('checker').get(path(task.id)))).toMatchObject({ draft: null });
    const proposed = await submitVerdict(isnad, task);
    expect(await outcomeOf(decide(isnad, 'editor2', proposed, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor', proposed, 'approve'))).toEqual(done);
  });

  it('a correction that was returned and called off is not begun again by whoever returned it: it would be the same revision', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    const proposed = await submitVerdict(isnad, await startCorrection(claim));
    bodyOf(await decide(isnad, 'editor2', proposed, 'return', { note: 'Not yet.' }));
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    const again = { event: 'correct', reason: 'error', note: 'A name.' };
    expect(await outcomeOf(move(isnad, 'editor2', claim, again))).toEqual([403, 'own_decision']);
    bodyOf(await move(isnad, 'editor', claim, again));
  });

  it('a correction that its author took back goes to nobody else once it was called off and begun again', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor2', claim, { event: 'correct', reason: 'error', note: 'A number.' }));
    const own = await submitVerdict(isnad, await startTask(isnad, claim));
    // Back to back, before a worker opens anything.
    bodyOf(await decide(isnad, 'checker', own, 'withdraw'));
    bodyOf(await move(isnad, 'editor2', claim, { event: 'cancel' }));
    bodyOf(await move(isnad, 'editor2', claim, { event: 'correct', reason: 'error', note: 'A number.' }));
    const task = await readTask(isnad, claim);
    expect(task).toMatchObject({ status: 'open', hasDraft: false });
  });

  it('may be decided on by whoever wrote what it corrects, and by whoever approved that', async () => {
    for (const person of ['editor', 'editor2'] as const) {
      const other = person === 'editor' ? 'editor2' : 'editor';
      const claim = await enterClaim(isnad);
      await publishVerdict(isnad, claim, { author: 'editor' });
      bodyOf(await move(isnad, other, claim, { event: 'correct', reason: 'error', note: 'A number.' }));
      const proposed = await submitVerdict(isnad, await startTask(isnad, claim));
      expect(await outcomeOf(decide(isnad, person, proposed, 'approve')), person).toEqual(done);
    }
  });

  const startCorrection = async (claim: string): Promise<Task> => {
    await correct(claim);
    return startTask(isnad, claim);
  };
});

const draft = { rationale: { en: 'half a thought' } };

describe('the words of a draft', () => {
  it('count where the draft goes on to somebody else, given back or lapsed', async () => {
    const claims = [await enterClaim(isnad), await enterClaim(isnad)];
    for (const [index, claim] of claims.entries()) {
      await acceptClaim(isnad, claim);
      const task = await takeTask(isnad, claim, 'editor');
      bodyOf(await isnad.as('editor').put(`/v1/tasks/${task.id}/draft`, draft, { 'If-Match': '*' }));
      if (index === 0) bodyOf(await moveTask(isnad, 'editor', task, { event: 'release' }));
      else await lapse(task);
      const verdict = await submitVerdict(isnad, await startTask(isnad, claim));
      expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
      expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual(done);
    }
  });

  it('count for nobody who wrote none', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim, 'editor');
    bodyOf(await isnad.as('editor').put(`/v1/tasks/${task.id}/draft`, {}, { 'If-Match': '*' }));
    bodyOf(await moveTask(isnad, 'editor', task, { event: 'release' }));
    const verdict = await submitVerdict(isnad, await startTask(isnad, claim));
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
  });

  async function lapse({ id }: Task): Promise<void> {
    await isnad.database.pool.query(
      `UPDATE review_tasks SET lease_until = desk_now() - interval '1 second' WHERE id = $1`,
      [id],
    );
    await isnad.services.clocks.check(id);
  }
});

describe('glosses', () => {
  const gloss = { glosses: { en: 'The delegation will come.' } };

  it('are words: whoever wrote them does not decide, also after the drafts were dropped', async () => {
    const claim = await enterClaim(isnad);
    bodyOf(await isnad.as('editor').patch(`/v1/claims/${claim}`, gloss, anyVersion));
    const verdict = await proposeVerdict(isnad, claim);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    bodyOf(await isnad.as('editor2').patch(`/v1/claims/${claim}`, gloss, anyVersion));
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'Once more.' }));
    const next = await proposeVerdict(isnad, claim);
    expect(await outcomeOf(decide(isnad, 'editor2', next, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor', next, 'approve'))).toEqual(done);
  });

  it('count for whoever enters a claim with them', async () => {
    const { ref: article } = created(
      await isnad.as('editor').post('/v1/articles', { title: 'A', language: 'en', text: 'It rained here.' }),
    );
    const body = { article, kind: 'assertion', quote: { exact: 'It rained' }, glosses: { ar: 'أمطرت' } };
    const { ref } = created(await isnad.as('editor').post('/v1/claims', body));
    const verdict = await proposeVerdict(isnad, ref);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual(done);
  });

  const created = (response: Response): { ref: string } => {
    expect(response.status).toBe(201);
    return response.body as { ref: string };
  };
});

describe('a claim that is re-opened', () => {
  it('begins anew: everybody is free again', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim, { author: 'editor' });
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'Once more.' }));
    await isnad.work();
    const verdict = await proposeVerdict(isnad, claim, { author: 'editor2' });
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
  });
});

describe('the last editor who could decide', () => {
  it('is not let in to write, so that no verdict lies there that nobody can decide on', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await edit('editor', verdict));
    expect(await outcomeOf(edit('editor2', verdict))).toEqual([409, 'nobody_left_to_decide']);
    expect((await readVerdict(isnad, verdict.id)).lastEditor?.ref).toBe('editor');
    bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: 'By the book.' }));
  });

  it('is offered no review in a house where there is no other, and none by name', async () => {
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    const task = await readTask(isnad, claim);
    bodyOf(await isnad.as('admin').patch('/v1/members/editor2', { active: false, override: true }));
    expect(await next('editor', 'review')).toEqual([]);
    const refused = [409, 'nobody_left_to_decide'];
    expect(await outcomeOf(moveTask(isnad, 'editor', task, { event: 'take' }))).toEqual(refused);
    expect(await outcomeOf(assign('editor', task))).toEqual(refused);
    const [allowed, why] = await explained(isnad, 'editor', `/v1/tasks/${task.id}`, 'take');
    expect([allowed, String(why)]).toEqual([false, expect.stringContaining('No other editor')]);
    const verdict = await submitVerdict(isnad, await startTask(isnad, claim));
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
    bodyOf(await isnad.as('admin').patch('/v1/members/editor2', { active: true }));
  });
});
