/** Claims in every status that were never published, with a secret in every text that the desk can write about them. */
import { expect } from 'vitest';
import { anyVersion } from '../api.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readTask,
  startReview,
  startTask,
  submitVerdict,
  takeTask,
  verdictBody,
  type Task,
  type Verdict,
} from '../desk.js';
import { hiddenRatings, type SecretDesk, type Secrets } from './secrets.js';

interface Pages {
  url: string;
  serve: (path: string, page: { body: string }) => string;
}

export async function fillDesk(desk: SecretDesk, secrets: Secrets, pages: Pages): Promise<void> {
  const { next } = secrets;

  const reply = async (ref: string): Promise<string> => {
    const words = { label: next('who replied'), channel: next('channel'), text: next('reply') };
    const body = { ...words, outcome: 'replied', date: '2024-06-19' };
    const made = madeOf(await desk.as('checker').post(`/v1/claims/${ref}/contacts`, body));
    return (made as { id: string }).id;
  };
  /** A claim with everything that is noted beside it. */
  const enter = async (more: object = {}): Promise<{ ref: string; evidence: string[] }> => {
    const ref = await enterClaim(desk, more);
    const path = `/v1/claims/${ref}`;
    const noted = {
      leads: [`https://leads.example/${next('lead')}`],
      worthiness: next('worthiness'),
      fidelityNote: next('fidelity note'),
    };
    bodyOf(await desk.as('checker').patch(path, noted, anyVersion));
    const chain = [{ source: 'dprk', mode: 'direct', note: next('note of a link') }];
    bodyOf(await desk.as('checker').put(`${path}/attributions`, { attributions: chain }, anyVersion));
    const norm = { provision: 's-res-1718-2006.8b', note: next('note of a norm') };
    madeOf(await desk.as('checker').post(`${path}/provisions`, norm));
    const title = `<title>${next('title of evidence')}</title><p>${next('text of evidence')}</p>`;
    const url = pages.serve(`/${next('address of evidence')}`, { body: title });
    const added = { url, stance: 'against', note: next('note of evidence') };
    const { id } = madeOf(await desk.as('checker').post(`${path}/evidence`, added)) as { id: string };
    await desk.work();
    return { ref, evidence: [id] };
  };
  const written = (veracity: string, more: object = {}): object =>
    verdictBody(veracity, { rationale: { en: next('rationale'), ar: next('rationale') }, ...more });
  const saveDraft = async ({ id }: Task): Promise<void> => {
    const draft = { rationale: { en: next('draft') } };
    bodyOf(await desk.as('checker').put(`/v1/tasks/${id}/draft`, draft, anyVersion));
  };
  const propose = async (more: object = {}, veracity = hiddenRatings.right): Promise<Verdict> => {
    const { ref, evidence } = await enterAsked(more);
    const verdict = await proposeVerdict(desk, ref, { body: written(veracity, { evidence }) });
    expect(verdict.status).toBe('proposed');
    return verdict;
  };

  /** The same with a reply: it is published with the first edition. */
  const enterAsked = async (more: object = {}) => {
    const entered = await enter(more);
    await reply(entered.ref);
    return entered;
  };

  const submitted = await enterAsked();
  const triage = await readTask(desk, submitted.ref);
  const note = next('note of an assignment');
  bodyOf(await moveTask(desk, 'editor', triage, { event: 'assign', assignee: desk.refs.editor2, note }));
  const prioritized = { event: 'prioritize', priority: 'high', note: next('note of a priority') };
  bodyOf(await moveTask(desk, 'editor', triage, prioritized));

  const open = await enterAsked();
  const wrong = await reply(open.ref);
  bodyOf(await desk.as('checker').post(`/v1/contacts/${wrong}/transitions`, { event: 'withdraw' }));
  await acceptClaim(desk, open.ref);
  const taken = await takeTask(desk, open.ref);
  await saveDraft(taken);
  bodyOf(await moveTask(desk, 'checker', taken, { event: 'extend', note: next('note of an extension') }));
  bodyOf(await moveTask(desk, 'checker', taken, { event: 'release', note: next('note of a release') }));
  bodyOf(
    await desk.as('editor').post('/v1/bulk', {
      ...{ event: 'assign', assignee: desk.refs.checker2, override: true, note: next('note of many') },
      items: [{ claim: open.ref }],
    }),
  );

  const inReview = await startReview(desk, (await enterAsked()).ref);
  await saveDraft(inReview);
  bodyOf(await moveTask(desk, 'checker', inReview, { event: 'pause', reason: next('reason of a pause') }));

  const refused = await startReview(desk, (await enterAsked({ kind: 'violation' })).ref);
  const incomplete = await submitVerdict(desk, refused, 'checker', written(hiddenRatings.wrong));
  expect(incomplete.status).toBe('refused');

  const returned = await propose();
  bodyOf(await decide(desk, 'editor2', returned, 'return', { note: next('note of a return') }));
  const withdrawn = await propose();
  bodyOf(await decide(desk, 'checker', withdrawn, 'withdraw', { note: next('note of a withdrawal') }));

  const cited = {
    ...{ id: 's-res-1718-2006.8b', act: next('act'), actor: next('actor') },
    ...{ date: '2024-01', direction: 'from' },
  };
  const accused = await propose({ kind: 'accusation' }, hiddenRatings.right);
  const denial = await propose({ kind: 'denial' }, hiddenRatings.right);
  const related = `/v1/claims/${denial.claim.ref}/relations`;
  madeOf(
    await desk.as('checker').post(related, {
      ...{ type: 'denies', to: accused.claim.ref },
      note: next('note of a relation'),
    }),
  );
  const edit = { rationale: { en: next('rationale') }, provisions: [cited] };
  bodyOf(await desk.as('checker').patch(`/v1/verdicts/${accused.id}`, edit, anyVersion));
  const approval = await readTask(desk, accused.claim.ref);
  bodyOf(await moveTask(desk, 'editor2', approval, { event: 'take' }));
  bodyOf(
    await decide(desk, 'editor', accused, 'break_glass', {
      ...{ reason: next('reason of breaking the glass'), second: desk.refs.checker2 },
      note: next('note of an approval'),
      acknowledge: [{ claim: denial.claim.ref, note: next('note of an acknowledgement') }],
    }),
  );

  const rejected = await enterAsked();
  const reason = next('reason of a rejection');
  bodyOf(await move(desk, 'editor', rejected.ref, { event: 'reject', reason }));
  const merged = await enterAsked();
  const merge = { event: 'merge', into: open.ref, note: next('note of a merge') };
  bodyOf(await move(desk, 'editor', merged.ref, merge));
  const again = await enterAsked();
  bodyOf(await move(desk, 'editor', again.ref, { event: 'reject', reason: next('reason of a rejection') }));
  const reopening = { event: 'reopen', reason: next('reason of a reopening') };
  bodyOf(await move(desk, 'editor', again.ref, reopening));

  // What was published of these two says nothing; what is new of them is not approved.
  const published = (await enter()).ref;
  await publishVerdict(desk, published, { body: verdictBody('plain') });
  await reply(published);
  const correction = { event: 'correct', reason: 'error', note: next('note of a correction') };
  bodyOf(await move(desk, 'editor', published, correction));
  await saveDraft(await startTask(desk, published));
  const canceled = (await enter()).ref;
  await publishVerdict(desk, canceled, { body: verdictBody('plain') });
  await reply(canceled);
  const begun = { event: 'correct', reason: 'error', note: next('note of a correction called off') };
  bodyOf(await move(desk, 'editor', canceled, begun));
  const cancellation = { event: 'cancel', note: next('note of a cancellation') };
  bodyOf(await move(desk, 'editor2', canceled, cancellation));
}
