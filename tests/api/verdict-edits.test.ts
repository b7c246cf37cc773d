import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  bodyOf,
  madeOf,
  decide,
  enterClaim,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readTask,
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

const approve = { event: 'approve' };
const pathOf = ({ id }: Verdict): string => `/v1/verdicts/${id}`;
const readTag = async (verdict: Verdict): Promise<string> =>
  tagOf(await isnad.as('editor').get(pathOf(verdict)));
const edit = async (person: Person, verdict: Verdict, patch: object): Promise<Response> =>
  isnad.as(person).patch(pathOf(verdict), patch, { 'If-Match': await readTag(verdict) });

const violation = verdictBody('true', {
  provisions: [
    { id: 's-res-1874-2009.9', act: 'sold shells', actor: 'DPRK', date: '2023', direction: 'from' },
  ],
});
const text = { rationale: { en: 'Because of what was found since.' } };

describe('editing a verdict that awaits approval', () => {
  it('changes what is given, leaves the rest, and says in the history which parts changed', async () => {
    const claim = await enterClaim(isnad, { kind: 'violation' });
    const verdict = await proposeVerdict(isnad, claim, { body: violation });
    const response = await edit('editor', verdict, {
      ...text,
      findings: { veracity: 'mostly-true' },
      recheckAt: '2030-01-01T00:00:00Z',
    });
    const edited = bodyOf(response) as Verdict;
    expect(edited).toMatchObject({
      status: 'proposed',
      rationale: text.rationale,
      findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'mostly-true' },
      rating: { slug: 'mostly-true' },
      provisions: verdict.provisions,
      recheckAt: '2030-01-01T00:00:00.000Z',
      author: { ref: 'checker' },
      lastEditor: { ref: 'editor' },
    });
    expect(tagOf(response)).toBe(await readTag(verdict));
    const { items } = bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/history?limit=200`)) as Page<{
      type: string;
      actor: { ref: string };
      data: object;
    }>;
    expect(items.find(({ type }) => type === 'verdict.edited')).toMatchObject({
      actor: { ref: 'editor' },
      data: { fields: ['rationale', 'findings', 'recheckAt'] },
    });
  });

  it('takes the approval from whoever holds it: the next must read it again', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const readEdition = async () => tagOf(await isnad.as('editor').get(`${pathOf(verdict)}/edition`));
    const seen = await readEdition();
    const held = await takeTask(isnad, claim, 'editor2');
    bodyOf(await moveTask(isnad, 'editor2', held, { event: 'start' }));
    bodyOf(await edit('checker', verdict, text));
    expect(await readTask(isnad, claim)).toMatchObject({ id: held.id, status: 'open', assignee: null });
    const stale = await isnad
      .as('editor2')
      .post(`${pathOf(verdict)}/transitions`, approve, { 'If-Match': seen });
    expect([stale.status, problemOf(stale).code]).toEqual([412, 'edition_changed']);
    const fresh = { 'If-Match': await readEdition() };
    expect((await isnad.as('editor2').post(`${pathOf(verdict)}/transitions`, approve, fresh)).status).toBe(
      200,
    );
  });

  it('makes the editor one of its writers, who cannot approve it', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await edit('editor', verdict, text));
    const own = await decide(isnad, 'editor', verdict, 'approve');
    expect([own.status, problemOf(own).code]).toEqual([403, 'own_verdict']);
    const task = await readTask(isnad, claim);
    expect((await moveTask(isnad, 'editor', task, { event: 'take' })).status).toBe(403);
    expect((await decide(isnad, 'editor2', verdict, 'approve')).status).toBe(200);
  });

  it('looks again for ratings that clash', async () => {
    const [accusation, denial] = [await enterClaim(isnad), await enterClaim(isnad)];
    madeOf(
      await isnad.as('checker').post(`/v1/claims/${denial}/relations`, { type: 'denies', to: accusation }),
    );
    await publishVerdict(isnad, accusation, { body: verdictBody('true') });
    const verdict = await proposeVerdict(isnad, denial, { body: verdictBody('false') });
    expect(verdict.conflicts).toEqual([]);
    const edited = bodyOf(await edit('checker', verdict, { findings: { veracity: 'true' } })) as Verdict;
    expect(edited.conflicts).toMatchObject([
      { claim: { ref: accusation }, rating: 'true', theirs: 'true', note: null },
    ]);
    const held = await decide(isnad, 'editor2', verdict, 'approve');
    expect(problemOf(held).code).toBe('conflicts_unacknowledged');
  });

  it('gives a returned verdict back as it was last edited', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await edit('editor', verdict, text));
    bodyOf(await decide(isnad, 'editor2', verdict, 'return', { note: 'Who says so?' }));
    const task = await readTask(isnad, claim);
    expect(bodyOf(await isnad.as('checker').get(`/v1/tasks/${task.id}/draft`))).toMatchObject({
      draft: { ...text, findings: { veracity: 'false' } },
    });
  });
});

describe('an edit that is refused', () => {
  it('changes nothing: not what the verdict must hold, not what it refers to', async () => {
    const claim = await enterClaim(isnad, { kind: 'violation' });
    const verdict = await proposeVerdict(isnad, claim, { body: violation });
    const task = await takeTask(isnad, claim, 'editor2');
    const incomplete = await edit('checker', verdict, {
      provisions: [],
      findings: { fidelity: 'fabricated' },
    });
    expect([incomplete.status, problemOf(incomplete).code]).toEqual([422, 'verdict_refused']);
    expect(faultsOf(incomplete)).toEqual(['/findings/fidelity', '/provisions']);
    const unknown = await edit('checker', verdict, {
      evidence: [verdict.id],
      findings: { veracity: 'splendid' },
    });
    expect([unknown.status, problemOf(unknown).code]).toEqual([422, 'unknown_reference']);
    expect(faultsOf(unknown)).toEqual(['/evidence/0', '/findings/veracity']);
    expect(await readVerdict(isnad, verdict.id)).toEqual(verdict);
    expect(await readTask(isnad, claim)).toMatchObject({ id: task.id, assignee: { ref: 'editor2' } });
  });

  it('is one without a condition, with a stale one, by others, or of nothing', async () => {
    const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
    const path = pathOf(verdict);
    expect((await isnad.as('checker').patch(path, text)).status).toBe(428);
    expect((await isnad.as('checker').patch(path, text, { 'If-Match': '"verdict-0"' })).status).toBe(412);
    const other = await edit('checker2', verdict, text);
    expect([other.status, problemOf(other).code]).toEqual([403, 'not_the_author']);
    expect((await edit('reader', verdict, text)).status).toBe(403);
    expect((await isnad.stranger.patch(path, text)).status).toBe(401);
    expect(faultsOf(await edit('checker', verdict, {}))).toEqual(['']);
    expect(faultsOf(await edit('checker', verdict, { status: 'published' }))).toEqual(['/status']);
    const none = '/v1/verdicts/00000000-0000-7000-8000-000000000000';
    expect((await isnad.as('checker').patch(none, text, { 'If-Match': '*' })).status).toBe(404);
    expect((await readVerdict(isnad, verdict.id)).version).toBe(verdict.version);
  });

  it('is one of a verdict that is decided on', async () => {
    const verdict = await publishVerdict(isnad, await enterClaim(isnad));
    const late = await edit('editor', verdict, text);
    expect([late.status, problemOf(late).code]).toEqual([409, 'illegal_move']);
  });
});
