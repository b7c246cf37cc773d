/** Words that were erased stand in every later edition as removed: under the seal they had, and never under a new one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapTexts, type Edition } from '../../src/domain/edition/edition.js';
import { isRemoved, type Words } from '../../src/domain/edition/read-edition.js';
import type { TextKind } from '../../src/domain/text/seal.js';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { createInternet, type Internet } from '../support/internet.js';
import { done, outcomeOf } from '../support/outcomes.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
let internet: Internet;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ seeded: true, outbound: internet.outbound });
});
afterAll(async () => {
  await isnad.close();
  await internet.close();
});

interface Read {
  digest: string;
  document: Edition<Words>;
}

/** What is erased of which thing, of all that stands in an edition. */
const targets = {
  glosses: 'claim',
  rationale: 'verdict',
  evidence_note: 'evidence',
  evidence_title: 'evidence',
  correction_note: 'claim',
  reply: 'contact',
  contact_name: 'contact',
} as const satisfies Partial<Record<TextKind, string>>;
type Kind = keyof typeof targets;
const kinds = Object.keys(targets) as Kind[];

/** A claim that says all of it, published once and about to be corrected. */
async function correctedClaim() {
  const claim = await enterClaim(isnad, { glosses: { en: 'A delegation will visit.' } });
  const url = internet.serve(`/${claim}`, { body: `<title>A title of ${claim}</title><p>Text.</p>` });
  const added = { url, stance: 'for', note: 'See there.' };
  const evidence = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, added)) as {
    id: string;
  };
  await isnad.work();
  const asked = { label: 'Press office', outcome: 'replied', date: '2024-06-19', text: 'No.' };
  const contact = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, asked)) as {
    id: string;
  };
  const body = verdictBody('false', { evidence: [evidence.id] });
  await publishVerdict(isnad, claim, { body });
  bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'We were wrong.' }));
  await isnad.work();
  const verdict = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', body);
  return { claim, verdict: verdict.id, evidence: evidence.id, contact: contact.id };
}

const readProposal = async (verdict: string): Promise<Read> =>
  bodyOf(await isnad.as('editor2').get(`/v1/verdicts/${verdict}/edition`)) as Read;

/** Kind → whether it was removed, of every text of the edition. */
function textsIn(document: Edition<Words>): Partial<Record<TextKind, boolean>> {
  const found: Partial<Record<TextKind, boolean>> = {};
  mapTexts(document, (words, kind) => (found[kind] = isRemoved(words) && words.removed === kind));
  return found;
}

describe('words that were erased', () => {
  it.each(kinds)('stand as removed in the next edition: %s', async (kind) => {
    const desk = await correctedClaim();
    const before = await readProposal(desk.verdict);
    expect(Object.keys(textsIn(before.document)).sort()).toEqual([...kinds].sort());
    const { texts } = await erase(isnad, { kind: targets[kind], id: desk[targets[kind]] }, { texts: [kind] });

    const { digest, document } = await readProposal(desk.verdict);
    expect(digest).toBe(before.digest);
    expect(textsIn(document)).toEqual(Object.fromEntries(kinds.map((one) => [one, texts.includes(one)])));
    const approved = await outcomeOf(decide(isnad, 'editor2', { id: desk.verdict }, 'approve'));
    // Nothing is published without reasons.
    expect(approved).toEqual(kind === 'rationale' ? [409, 'verdict_incomplete'] : done);
    const changes = await isnad.as('editor').get(`/v1/claims/${desk.claim}/unpublished-changes`);
    if (kind !== 'rationale') expect(bodyOf(changes)).toMatchObject({ changed: [] });
  });

  it('are said to be removed on the page, also where they were erased before anything was published', async () => {
    const claim = await enterClaim(isnad);
    const asked = { label: 'Press office', outcome: 'replied', date: '2024-06-19' };
    const contact = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, asked)) as {
      id: string;
    };
    await erase(isnad, { kind: 'contact', id: contact.id });
    await publishVerdict(isnad, claim);
    const { text } = await isnad.stranger.get(`/en/claims/${claim}`);
    expect(text).toContain('[The text was removed]');
    expect(text).not.toContain('<bdi dir="auto"></bdi>');
  });

  it('and editions that were composed since are verified as good, online and offline', async () => {
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });
});
