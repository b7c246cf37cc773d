/** In public a claim is contested while an edition that stands denies it, and no published rating has answered that. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  move,
  proposeVerdict,
  publishVerdict,
  readVerdict,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const said = 'Contested: another published claim denies this';

/** On its page and where it is embedded. */
async function isContested(claim: string): Promise<boolean> {
  const shown = await Promise.all(
    ['', '/embed'].map(async (part) => {
      const { status, text } = await isnad.stranger.get(`/en/claims/${claim}${part}`);
      expect(status).toBe(200);
      return text.replaceAll(/<[^>]*>/g, '').includes(said);
    }),
  );
  expect(new Set(shown).size).toBe(1);
  return shown[0] === true;
}

/** A claim that is published, and another that says this of it. */
async function published(
  type: 'denies' | 'contradicts' | 'supports',
): Promise<[claim: string, other: string]> {
  const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
  madeOf(await isnad.as('checker').post(`/v1/claims/${other}/relations`, { type, to: claim }));
  await publishVerdict(isnad, claim, { body: verdictBody('false') });
  return [claim, other];
}
const unproven = { body: verdictBody('unproven') };

async function correct(claim: string, veracity: string): Promise<void> {
  bodyOf(
    await move(isnad, 'editor', claim, {
      event: 'correct',
      reason: 'new_evidence',
      note: 'It is known now.',
    }),
  );
  await isnad.work();
  const { id } = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', verdictBody(veracity));
  const verdict = await readVerdict(isnad, id);
  const acknowledge = verdict.conflicts.map((one) => ({
    claim: one.claim.ref,
    note: 'Each of another day.',
  }));
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve', { acknowledge }));
}

it.each(['denies', 'contradicts'] as const)(
  'one that %s it and is rated as unproven makes it contested, and one that only was proposed does not',
  async (type) => {
    const [claim, other] = await published(type);
    expect(await isContested(claim)).toBe(false);
    const verdict = await proposeVerdict(isnad, other, unproven);
    expect(await isContested(claim)).toBe(false);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    expect(await isContested(claim)).toBe(true);
    expect(await isContested(other)).toBe(false);
  },
);

it.each(['true', 'false'])(
  'is not contested any more once the denial is corrected to %s',
  async (veracity) => {
    const [claim, denial] = await published('denies');
    await publishVerdict(isnad, denial, unproven);
    expect(await isContested(claim)).toBe(true);
    await correct(denial, veracity);
    expect(await isContested(claim)).toBe(false);
  },
);

it('is not contested any more once the denial is retracted', async () => {
  const [claim, denial] = await published('denies');
  await publishVerdict(isnad, denial, unproven);
  expect(await isContested(claim)).toBe(true);
  bodyOf(await move(isnad, 'editor', denial, { event: 'retract', reason: 'error' }));
  expect(await isContested(claim)).toBe(false);
});

it('is not contested by what supports it, nor by a relation that was entered after the approval', async () => {
  const [claim, support] = await published('supports');
  await publishVerdict(isnad, support, unproven);
  madeOf(await isnad.as('checker').post(`/v1/claims/${support}/relations`, { type: 'denies', to: claim }));
  expect(await isContested(claim)).toBe(false);
});
