import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  enterClaim,
  publishVerdict,
  readTask,
  startReview,
  submitVerdict,
  verdictBody,
  acceptClaim,
  type Task,
} from '../support/desk.js';
import { addEvidence } from '../support/evidence.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const preview = ({ id }: Task, body: object, person: Person = 'checker') =>
  isnad.as(person).post(`/v1/tasks/${id}/verdict/preview`, body);

describe('the preview of a verdict', () => {
  it('says of one that will be recorded that nothing stands against it', async () => {
    const ref = await enterClaim(isnad);
    const task = await startReview(isnad, ref);
    const body = verdictBody('unproven');
    const said = bodyOf(await preview(task, body));
    expect(said).toEqual({ faults: [], awaits: [], warnings: [], conflicts: [] });
    expect((await submitVerdict(isnad, task, 'checker', body)).status).toBe('proposed');
  });

  it('names the very faults that the worker would refuse it for, and keeps nothing', async () => {
    const ref = await enterClaim(isnad, { kind: 'violation' });
    const task = await startReview(isnad, ref);
    const body = verdictBody('false', {
      findings: { attribution: 'confirmed', fidelity: 'fabricated', veracity: 'false' },
    });
    const { faults } = bodyOf(await preview(task, body)) as { faults: { code: string }[] };
    expect((await readTask(isnad, ref)).status).toBe('in_progress');
    const verdicts = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/verdicts`));
    expect(verdicts).toMatchObject({ items: [] });
    const refused = await submitVerdict(isnad, task, 'checker', body);
    expect(refused.status).toBe('refused');
    expect(refused.problem?.['reasons']).toEqual(faults.map(({ code }) => code));
    expect(faults.length).toBeGreaterThan(1);
  });

  it('tells of evidence to be waited for, of warnings, and of ratings that clash', async () => {
    const [accusation, denial] = [await enterClaim(isnad, { kind: 'accusation' }), await enterClaim(isnad)];
    const path = `/v1/claims/${denial}/relations`;
    expect((await isnad.as('checker').post(path, { type: 'denies', to: accusation })).status).toBe(201);
    await publishVerdict(isnad, denial, { author: 'checker2', body: verdictBody('true') });
    const task = await startReview(isnad, accusation);
    const { id } = await addEvidence(isnad, accusation, 'https://example.org/page');
    const said = bodyOf(await preview(task, verdictBody('true', { evidence: [id] })));
    expect(said).toMatchObject({
      faults: [],
      awaits: [id],
      warnings: [
        { code: 'only_one_side', pointer: '/evidence' },
        { code: 'no_reply_asked', pointer: '' },
      ],
      conflicts: [{ claim: { ref: denial }, rating: 'true', theirs: 'true', status: 'published' }],
    });
  });

  it('the preview of a verdict that is just begun says what is missing, where, and what will be asked for', async () => {
    const ref = await enterClaim(isnad, { kind: 'accusation' });
    const task = await startReview(isnad, ref);
    interface Said {
      faults: { code: string; pointer: string }[];
      warnings: Said['faults'];
    }
    const places = (said: Said['faults']): string[] => said.map(({ code, pointer }) => `${code} ${pointer}`);
    const nothing = bodyOf(await preview(task, {})) as Said;
    expect(places(nothing.faults)).toEqual([
      'attribution_missing /findings/attribution',
      'fidelity_missing /findings/fidelity',
      'veracity_missing /findings/veracity',
      'rationale_missing /rationale',
    ]);
    expect(places(nothing.warnings)).toEqual(['no_evidence /evidence', 'no_reply_asked ']);
    const cited = {
      id: 's-res-1718-2006.8b',
      act: 'A transfer',
      actor: 'Somebody',
      date: '2023',
      direction: 'from',
    };
    const { findings, rationale } = verdictBody('unproven') as { findings: object; rationale: object };
    const open = bodyOf(await preview(task, { findings, rationale, provisions: [cited] })) as Said;
    await isnad.as('admin').patch(`/v1/provisions/${cited.id}`, { verified: false });
    const unverified = bodyOf(await preview(task, { findings, rationale, provisions: [cited] })) as Said;
    expect([open.faults, open.warnings]).toEqual([[], []]);
    expect(places(unverified.warnings)).toEqual(['unverified_provision /provisions/0/id']);
    await isnad.as('admin').patch(`/v1/provisions/${cited.id}`, { verified: true });
    expect((await readTask(isnad, ref)).status).toBe('in_progress');
  });

  it('is refused to whoever could not submit, and for what is not there', async () => {
    const ref = await enterClaim(isnad);
    await acceptClaim(isnad, ref);
    const open = await readTask(isnad, ref);
    const codes = [problemOf(await preview(open, verdictBody())).code];
    const task = await startReview(isnad, await enterClaim(isnad));
    codes.push(problemOf(await preview(task, verdictBody(), 'checker2')).code);
    codes.push(problemOf(await preview(task, verdictBody('no-such-rating'))).code);
    codes.push(problemOf(await preview({ ...task, id: crypto.randomUUID() }, verdictBody())).code);
    codes.push(problemOf(await preview(task, { findings: { attribution: 'maybe' } })).code);
    expect(codes).toEqual([
      'illegal_move',
      'not_the_holder',
      'unknown_reference',
      'task_not_found',
      'invalid',
    ]);
  });
});
