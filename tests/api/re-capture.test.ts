import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  proposeVerdict,
  readTask,
  readVerdict,
  startReview,
  verdictBody,
  type Verdict,
} from '../support/desk.js';
import { addEvidence, captureAgain, listCaptures } from '../support/evidence.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { createInternet, type Internet } from '../support/internet.js';

let internet: Internet;
let isnad: TestIsnad;
let pages = 0;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

const page = (text: string, script = ''): { body: string } => ({
  body: `<html><script>${script}</script><p>${text}</p></html>`,
});

describe('a page that is captured once more', () => {
  it('is the same, says the same, has changed, or is gone', async () => {
    const url = internet.serve('/changing', page('Three missiles.'));
    const { id } = await addEvidence(isnad, await enterClaim(isnad), url);
    await isnad.work();
    expect((await captureAgain(isnad, id)).change).toBe('same');
    internet.serve('/changing', page('Three missiles.', 'stamp(2)'));
    expect((await captureAgain(isnad, id)).change).toBe('same_text');
    internet.serve('/changing', page('Four missiles.', 'stamp(2)'));
    expect((await captureAgain(isnad, id)).change).toBe('changed');
    internet.serve('/changing', { status: 410 });
    expect(await captureAgain(isnad, id)).toMatchObject({ outcome: 'failed', change: 'gone' });
    // The evidence shows what can still be rested on.
    const shown = bodyOf(await isnad.as('checker').get(`/v1/evidence/${id}`));
    expect(shown).toMatchObject({
      capture: { latest: { number: 5, outcome: 'failed' }, previous: { number: 4, outcome: 'captured' } },
    });
    // It is compared with what was last there.
    internet.serve('/changing', page('Four missiles.', 'stamp(2)'));
    expect((await captureAgain(isnad, id)).change).toBe('same');
  });

  it('is looked at once at a time', async () => {
    const url = internet.serve('/busy', page('Here.'));
    const { id } = await addEvidence(isnad, await enterClaim(isnad), url);
    const early = await isnad.as('checker').post(`/v1/evidence/${id}/captures`);
    expect([early.status, problemOf(early).code]).toEqual([409, 'capture_under_way']);
  });

  it('is not looked at anew between the submission of a verdict that cites it and its recording', async () => {
    const url = internet.serve('/titled', page('As it was.'));
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    const { id } = await addEvidence(isnad, claim, url);
    const body = { ...verdictBody(), evidence: [id] };
    const taken = await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, body);
    expect(taken.status).toBe(202);
    // The look that was owed is over, and the verdict is not recorded yet: it would rest on the next one.
    await isnad.services.captures.capture(id);
    internet.serve('/titled', page('As somebody wants it to be.'));
    const ask = () => isnad.as('editor2').post(`/v1/evidence/${id}/captures`);
    const early = await ask();
    expect([early.status, problemOf(early).code]).toEqual([409, 'capture_under_way']);
    await isnad.work();
    const verdict = await readVerdict(isnad, (taken.body as Verdict).id);
    const before = bodyOf(await isnad.as('editor2').get(`/v1/verdicts/${verdict.id}/edition`));
    expect((await ask()).status).toBe(202);
    await isnad.work();
    expect(bodyOf(await isnad.as('editor2').get(`/v1/verdicts/${verdict.id}/edition`))).toEqual(before);
    expect((await listCaptures(isnad, id)).map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  it('comes with the answer for those who wait', async () => {
    const url = internet.serve('/waited-for', page('Here.'));
    const { id } = await addEvidence(isnad, await enterClaim(isnad), url);
    await isnad.work();
    const path = `/v1/evidence/${id}/captures`;
    const asked = isnad.as('checker').post(path, undefined, { Prefer: 'wait=20' });
    const waiting = Promise.resolve(asked).then((response) => response);
    await expect.poll(async () => (await isnad.services.captures.findOwed()).length).toBe(1);
    await isnad.work();
    const response = await waiting;
    expect(response.headers['preference-applied']).toBe('wait=20');
    expect(response.status).toBe(201);
    const made = madeOf(response) as { id: string };
    expect(made).toMatchObject({ number: 2, change: 'same' });
    expect(response.headers['location']).toBe(`/v1/captures/${made.id}`);
  });
});

describe('a verdict', () => {
  const path = (): string => `/cited-${String(++pages)}`;
  const captureOf = ({ evidence: [cited] }: Verdict) => cited?.capture;

  it('rests on the capture there was when it was submitted, and goes on doing so', async () => {
    const at = path();
    const claim = await enterClaim(isnad);
    const { id } = await addEvidence(isnad, claim, internet.serve(at, page('As cited.')));
    await isnad.work();
    const [seen] = await listCaptures(isnad, id);
    const proposed = await proposeVerdict(isnad, claim, { body: verdictBody('false', { evidence: [id] }) });
    expect(captureOf(proposed)).toMatchObject({ id: seen?.id, sha256: seen?.sha256, failure: null });

    internet.serve(at, page('As rewritten.'));
    expect((await captureAgain(isnad, id)).change).toBe('changed');
    expect(await readVerdict(isnad, proposed.id)).toEqual(proposed);
    const published = bodyOf(await decide(isnad, 'editor', proposed, 'approve')) as Verdict;
    const approvedAt = new Date().toISOString();
    internet.serve(at, page('As rewritten again.'));
    await captureAgain(isnad, id);
    const shown = bodyOf(await isnad.as('reader').get(`/v1/verdicts/${published.id}`)) as Verdict;
    expect(captureOf(shown)).toEqual(captureOf(proposed));
    // Nobody outside the desk is told that the page is looked at again, and what became of it.
    const latest = bodyOf(await isnad.as('reader').get(`/v1/evidence/${id}`)) as { capture: object };
    expect(latest.capture).toMatchObject({ status: 'captured', latest: { id: seen?.id }, previous: null });
    const { items } = bodyOf(await isnad.as('reader').get(`/v1/evidence/${id}/captures`)) as {
      items: { id: string }[];
    };
    expect(items.map((one) => one.id)).toEqual([seen?.id]);
    const since = `/v1/claims/${claim}/evidence?updatedSince=${approvedAt}`;
    for (const [person, count] of [
      ['reader', 0],
      ['checker', 1],
    ] as const) {
      const changed = bodyOf(await isnad.as(person).get(since)) as { items: unknown[] };
      expect([person, changed.items.length]).toEqual([person, count]);
    }
    const newest = (await listCaptures(isnad, id))[0]?.id ?? '';
    expect((await isnad.as('reader').get(`/v1/captures/${newest}`)).status).toBe(404);
    expect((await isnad.as('checker').get(`/v1/captures/${newest}`)).status).toBe(200);
    const history = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/history?limit=200`));
    const approved = (history as { items: { type: string; data?: object }[] }).items.find(
      ({ type }) => type === 'claim.approved',
    );
    expect(approved?.data).toMatchObject({
      captures: [{ evidence: id, capture: seen?.id, sha256: seen?.sha256 }],
    });
  });

  it('cannot be made to rest on another one once it is published', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await addEvidence(isnad, claim, internet.serve(path(), page('As cited.')));
    await isnad.work();
    const proposed = await proposeVerdict(isnad, claim, { body: verdictBody('false', { evidence: [id] }) });
    bodyOf(await decide(isnad, 'editor', proposed, 'approve'));
    const later = await captureAgain(isnad, id);
    const rewrite = isnad.database.pool.query('UPDATE verdict_evidence SET capture_id = $1', [later.id]);
    await expect(rewrite).rejects.toMatchObject({ constraint: 'verdicts_published_stay' });
  });

  it('may name the capture that is meant, and only one of what it cites', async () => {
    const at = path();
    const claim = await enterClaim(isnad);
    const { id } = await addEvidence(isnad, claim, internet.serve(at, page('First.')));
    const other = await addEvidence(isnad, claim, internet.serve(path(), page('Another.')));
    await isnad.work();
    internet.serve(at, page('Second.'));
    await captureAgain(isnad, id);
    const [second, first] = await listCaptures(isnad, id);
    const [elsewhere] = await listCaptures(isnad, other.id);
    const task = await startReview(isnad, claim);
    const submit = (captures: (string | undefined)[]) =>
      isnad
        .as('checker')
        .post(`/v1/tasks/${task.id}/verdict`, verdictBody('false', { evidence: [id], captures }));
    const wrong = await submit([elsewhere?.id, first?.id, second?.id]);
    expect([wrong.status, (problemOf(wrong).errors ?? []).map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/captures/0', '/captures/2'],
    ]);
    const taken = await submit([first?.id]);
    expect(taken.status).toBe(202);
    await isnad.work();
    expect(captureOf(await readVerdict(isnad, (taken.body as Verdict).id))?.id).toBe(first?.id);
  });

  it('shows a failed capture, and is not held up by it', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await addEvidence(isnad, claim, `${internet.url}/never-there`);
    const verdict = await proposeVerdict(isnad, claim, { body: verdictBody('false', { evidence: [id] }) });
    expect(verdict.status).toBe('proposed');
    expect(captureOf(verdict)).toMatchObject({ outcome: 'failed', failure: { code: 'not_found' } });
    // Whoever wrote the verdict has not seen what is put up afterwards: only an edit names it.
    internet.serve('/never-there', page('Here after all.'));
    await captureAgain(isnad, id);
    expect(await readVerdict(isnad, verdict.id)).toEqual(verdict);
  });

  it('waits for evidence that nobody has looked at, and not for ever', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    const { id } = await addEvidence(isnad, claim, internet.serve(path(), page('Slow to come.')));
    const body = verdictBody('false', { evidence: [id] });
    const { id: verdict } = (await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, body))
      .body as Verdict;
    await isnad.services.workflow.recordVerdict(verdict);
    expect((await readVerdict(isnad, verdict)).status).toBe('submitted');
    expect(await isnad.services.captures.capture(id)).toEqual([verdict]);
    await isnad.services.workflow.recordVerdict(verdict);
    const recorded = await readVerdict(isnad, verdict);
    expect([recorded.status, captureOf(recorded)?.outcome]).toEqual(['proposed', 'captured']);

    const late = await enterClaim(isnad);
    const lateTask = await startReview(isnad, late);
    const never = await addEvidence(isnad, late, internet.serve(path(), page('Never looked at.')));
    const unseen = verdictBody('false', { evidence: [never.id] });
    const submitted = await isnad.as('checker').post(`/v1/tasks/${lateTask.id}/verdict`, unseen);
    const { id: waiting } = submitted.body as Verdict;
    await isnad.database.pool.query(
      `UPDATE verdicts SET submitted_at = submitted_at - interval '16 seconds' WHERE id = $1`,
      [waiting],
    );
    await isnad.services.workflow.recordVerdict(waiting);
    const recordedLate = await readVerdict(isnad, waiting);
    expect([recordedLate.status, captureOf(recordedLate)]).toEqual(['proposed', null]);
  });

  it('keeps its captures when it is edited, and names them in the draft it leaves', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await addEvidence(isnad, claim, internet.serve(path(), page('As cited.')));
    await isnad.work();
    const proposed = await proposeVerdict(isnad, claim, { body: verdictBody('false', { evidence: [id] }) });
    await captureAgain(isnad, id);
    const edited = bodyOf(
      await isnad
        .as('checker')
        .patch(
          `/v1/verdicts/${proposed.id}`,
          { evidence: [id], rationale: { en: 'Better.' } },
          { 'If-Match': '*' },
        ),
    ) as Verdict;
    expect(captureOf(edited)).toEqual(captureOf(proposed));
    bodyOf(await decide(isnad, 'editor', edited, 'return', { note: 'Look again.' }));
    const { id: task } = await readTask(isnad, claim);
    const draft = bodyOf(await isnad.as('checker').get(`/v1/tasks/${task}/draft`));
    expect(JSON.stringify(draft)).toContain(captureOf(proposed)?.id);
  });
});
