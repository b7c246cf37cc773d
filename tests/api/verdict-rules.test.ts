import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  proposeVerdict,
  readStatus,
  readTask,
  readVerdict,
  startReview,
  submitVerdict,
  tagOf,
  verdictBody,
  type Task,
  type Verdict,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.work();
});
afterAll(() => isnad.close());

const exported = { act: 'exported munitions', actor: 'DPRK', direction: 'from' };
const citing = (...provisions: object[]): object => verdictBody('mostly-true', { provisions });

describe('C44, any arms trade with the DPRK is a violation', () => {
  let task: Task;
  let right: Verdict;
  const reaching = { ...exported, id: 's-res-2270-2016.6', date: '2023' };
  const leaving = { ...exported, id: 's-res-1874-2009.9', date: '2023-09' };
  const heavy = { ...exported, id: 's-res-1718-2006.8b', date: '2023-09' };

  beforeAll(async () => {
    task = await startReview(isnad, 'C44');
  });

  it('cannot cite what forbids arms to reach the DPRK for arms that left it', async () => {
    const refused = await submitVerdict(isnad, task, 'checker', citing(heavy, reaching));
    expect(refused).toMatchObject({
      status: 'refused',
      problem: {
        reasons: ['provision_wrong_direction'],
        errors: [
          {
            in: 'body',
            pointer: '/provisions/1/direction',
            message: expect.stringContaining('s-res-2270-2016.6 governs what goes to') as string,
          },
        ],
      },
    });
    expect(await readStatus(isnad, 'C44')).toMatchObject({ status: 'in_review', rating: null });
  });

  it('cannot cite for 2008 what is in force since 2009', async () => {
    const refused = await submitVerdict(isnad, task, 'checker', citing({ ...leaving, date: '2008' }));
    expect(refused.problem).toMatchObject({
      reasons: ['provision_not_in_force'],
      errors: [{ pointer: '/provisions/0/date' }],
    });
  });

  it('must say which way the goods went, and keeps every word that was refused', async () => {
    const { direction: _, ...vague } = leaving;
    const given = citing(vague, { ...leaving, id: 's-res-1874-2009.26' });
    const refused = await submitVerdict(isnad, task, 'checker', given);
    expect(refused.problem).toMatchObject({
      reasons: ['direction_missing', 'provision_wrong_direction'],
      errors: [{ pointer: '/provisions/0/direction' }, { pointer: '/provisions/1/id' }],
    });
    const draft = bodyOf(await isnad.as('checker').get(`/v1/tasks/${task.id}/draft`));
    expect(draft).toMatchObject({ draft: given });
    expect(await readTask(isnad, 'C44')).toMatchObject({ id: task.id, status: 'in_progress' });
  });

  it('is approved with the norms that were in force and forbid arms to leave the DPRK', async () => {
    right = await submitVerdict(isnad, task, 'checker', citing(heavy, leaving));
    expect(right.status).toBe('proposed');
    const published = bodyOf(await decide(isnad, 'editor2', right, 'approve')) as Verdict;
    expect(published).toMatchObject({
      status: 'published',
      provisions: [
        {
          provision: { ref: heavy.id },
          direction: 'from',
          actor: 'DPRK',
          date: '2023-09',
          verified: true,
        },
        { provision: { ref: leaving.id }, direction: 'from', verified: false },
      ],
    });
  });

  it('warns the desk, and nobody else, of what is thin about it', async () => {
    expect(right.warnings).toEqual(['no_evidence', 'unverified_provision', 'no_reply_asked']);
    expect(bodyOf(await isnad.as('reader').get(`/v1/verdicts/${right.id}`))).not.toHaveProperty('warnings');
  });
});

describe('warnings', () => {
  it('go when both sides are cited', async () => {
    const claim = await enterClaim(isnad);
    const add = async (stance: string): Promise<string> => {
      const body = { url: 'https://example.org/report', stance };
      const made = await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, body);
      return (made.body as { id: string }).id;
    };
    const evidence = [await add('for'), await add('against')];
    const verdict = await proposeVerdict(isnad, claim, {
      body: verdictBody('false', { evidence: evidence.slice(0, 1) }),
    });
    expect(verdict.warnings).toEqual(['only_one_side']);
    const path = `/v1/verdicts/${verdict.id}`;
    const tag = tagOf(await isnad.as('editor').get(path));
    bodyOf(await isnad.as('checker').patch(path, { evidence }, { 'If-Match': tag }));
    expect((await readVerdict(isnad, verdict.id)).warnings).toEqual([]);
  });
});

it('takes as direction one way or none, and as end of validity a moment', async () => {
  const task = await startReview(isnad, await enterClaim(isnad));
  const body = verdictBody('false', {
    provisions: [{ ...exported, id: 's-res-1874-2009.9', date: '2023', direction: 'both' }],
    recheckAt: '0000-01-01T00:00:00Z',
  });
  const response = await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, body);
  expect(response.status).toBe(400);
  expect(faultsOf(response)).toEqual(['/provisions/0/direction', '/recheckAt']);
});
