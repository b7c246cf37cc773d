/** A desk at which an editor, `editor2`, has everything before them at once: what clashes, what changed, what waits, what is held by others. */
import { expect, vi } from 'vitest';
import { anyVersion } from '../support/api.js';
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
  readClaim,
  readTask,
  startReview,
  submitVerdict,
  takeTask,
  verdictBody,
} from '../support/desk.js';
import { addEvidence, listCaptures } from '../support/evidence.js';
import type { Internet } from '../support/internet.js';
import type { DeskProduct } from '../support/running-product.js';
import { retractClaim } from '../support/second-persons.js';

/** Where each of it is seen, by what it is. */
export interface EditorsDesk {
  approval: string;
  /** Another editor has taken it. */
  heldApproval: string;
  othersTask: string;
  /** Published, with whatever a record can hold. */
  fullClaim: string;
  noticeWaits: string;
  lacksNotice: string;
}

/** One page of the inbox and more, among the long tests. */
const inboxItems = process.env['LONG'] === '1' ? 22 : 4;
const accusation = 'C34';
const denial = 'C37';

export async function fillDesk(product: DeskProduct, internet: Internet): Promise<EditorsDesk> {
  const page = (words: string) => ({
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<html lang="ar"><title>تقرير</title><p>قال أَحْمَدُ إن العدد ${words} في الميناء.</p></html>`,
  });
  const isKept = (id: string, times: number): Promise<void> =>
    vi.waitFor(
      async () => {
        expect(await listCaptures(product, id)).toHaveLength(times);
      },
      { timeout: 30_000 },
    );
  const keepThenChange = async (claim: string, path: string): Promise<string> => {
    const { id } = await addEvidence(product, claim, internet.serve(path, page('سبعة')));
    await isKept(id, 1);
    internet.serve(path, page('تسعة'));
    return id;
  };
  const keepAgain = async (id: string): Promise<void> => {
    expect((await product.as('checker').post(`/v1/evidence/${id}/captures`)).status).toBe(202);
    await isKept(id, 2);
  };
  await recordAll(product, denial);
  await keepAgain(await keepThenChange(denial, '/denial'));
  const denied = { rationale: { en: 'They did deny it.', ar: 'نفوا ذلك فعلًا.' } };
  await publishVerdict(product, denial, { body: verdictBody('true', denied) });

  // Rated as what it clashes with, returned, and submitted again with other words and another state of its page.
  const evidence = await keepThenChange(accusation, '/accusation');
  const first = await proposeVerdict(product, accusation, {
    body: verdictBody('unproven', { evidence: [evidence], rationale: { en: 'The report shows it [E1].' } }),
  });
  bodyOf(await decide(product, 'editor2', first, 'return', { note: 'سمِّ التقرير. Name the report.' }));
  await keepAgain(evidence);
  const named = { en: 'The report of the panel shows it [E1].', ar: 'يظهره تقرير الفريق [E1].' };
  const task = await readTask(product, accusation);
  const body = verdictBody('true', { evidence: [evidence], rationale: named });
  const again = await submitVerdict(product, task, 'checker', body);

  const held = await enterClaim(product);
  const { id: heldVerdict } = await proposeVerdict(product, held);
  await takeTask(product, held, 'editor');
  const others = await startReview(product, await enterClaim(product, { kind: 'accusation' }));

  const noticeWaits = await enterClaim(product);
  await retractClaim(product, noticeWaits);
  const lacksNotice = await enterClaim(product);
  await publishVerdict(product, lacksNotice);
  bodyOf(await move(product, 'editor', lacksNotice, { event: 'retract', reason: 'error' }));

  for (let item = 0; item < inboxItems; item++) {
    const claim = await enterClaim(product);
    await acceptClaim(product, claim);
    const assign = { event: 'assign', assignee: 'editor2', override: true };
    bodyOf(await moveTask(product, 'editor', await readTask(product, claim), assign));
  }
  const target = { kind: 'claim', id: await enterClaim(product) };
  const asked = await product.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
  expect(asked.status).toBe(202);
  await product.work();
  return {
    approval: `/desk/verdicts/${again.id}`,
    heldApproval: `/desk/verdicts/${heldVerdict}`,
    othersTask: `/desk/tasks/${others.id}`,
    fullClaim: `/desk/claims/${denial}`,
    noticeWaits: `/desk/claims/${noticeWaits}`,
    lacksNotice: `/desk/claims/${lacksNotice}`,
  };
}

/** Also a claim like it, and a later version of its article. */
async function recordAll(product: DeskProduct, claim: string): Promise<void> {
  const as = product.as('checker');
  const facts = {
    ...{ topics: ['arms-transfer'], modality: 'hedged', dateBasis: 'The day of the briefing' },
    ...{ worthiness: 'It is shared widely', fidelityNote: 'Half of the sentence is left out' },
    ...{ leads: ['https://archive.test/briefing'], glosses: { en: 'They deny it' } },
  };
  bodyOf(await as.patch(`/v1/claims/${claim}`, facts, anyVersion));
  const contact = { label: 'الوزارة', outcome: 'declined', date: '2024-06-XX%', text: 'We sold nothing.' };
  madeOf(await as.post(`/v1/claims/${claim}/contacts`, { ...contact, channel: 'e-mail' }));
  const { article, quote, language } = await readClaim(product, claim);
  const like = { title: 'Another paper', language, text: `${quote.exact} أمس.` };
  const { ref } = madeOf(await as.post('/v1/articles', like)) as { ref: string };
  const twin = { article: ref, kind: 'denial', quote: { exact: quote.exact } };
  madeOf(await as.post('/v1/claims', twin));
  const { text } = bodyOf(
    await as.get(`/v1/articles/${article.ref}/versions/${String(article.version)}`),
  ) as {
    text: string;
  };
  madeOf(await as.post(`/v1/articles/${article.ref}/versions`, { text: `${text}\nعُدّل في المساء.` }));
}
