/** What is listed beside a claim as allowed is what the API takes, where another verdict is judged by it too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, madeOf, move, proposeVerdict } from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

interface May {
  allowed: boolean;
  why: string | null;
}
interface Listed {
  items: (May & { event: string })[];
  recording: { words: May; facts: May } | null;
}

const listed = async (person: Person, claim: string): Promise<Listed> =>
  bodyOf(await isnad.as(person).get(`/v1/claims/${claim}/transitions`)) as Listed;
const last = 'No other editor could decide on the verdict then: leave the writing to somebody else.';

describe('what is listed of a claim', () => {
  it('refuses what would take it out of the edition of another, where nobody else could decide on that', async () => {
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/relations`, { type: 'denies', to: other }));
    await proposeVerdict(isnad, other, { author: 'editor' });
    const { items } = await listed('editor2', claim);
    expect(items.filter(({ allowed }) => !allowed)).toEqual([
      expect.objectContaining({ event: 'reject', why: last }),
      expect.objectContaining({ event: 'merge', why: last }),
    ]);
    const refused = await move(isnad, 'editor2', claim, { event: 'reject', reason: 'Out of scope' });
    expect([refused.status, problemOf(refused).detail]).toEqual([409, last]);
    // Who wrote it may: another one is left to decide.
    expect((await listed('editor', claim)).items.every(({ allowed }) => allowed)).toBe(true);
  });

  it('says what may be recorded beside its moves, of words and of facts, and nothing to who records nothing', async () => {
    const claim = await enterClaim(isnad);
    await proposeVerdict(isnad, claim, { author: 'editor' });
    const [allowed, refused] = [
      { allowed: true, why: null },
      { allowed: false, why: last },
    ];
    expect((await listed('editor2', claim)).recording).toEqual({ words: refused, facts: refused });
    expect((await listed('editor', claim)).recording).toEqual({ words: allowed, facts: allowed });
    expect((await listed('checker', claim)).recording).toEqual({ words: allowed, facts: allowed });
    expect((await listed('admin', claim)).recording).toBeNull();
    const open = await enterClaim(isnad, { glosses: { en: 'They will come' } });
    expect((await listed('editor2', open)).recording).toEqual({ words: allowed, facts: allowed });
  });

  it('says why not in Arabic to who reads Arabic', async () => {
    const claim = await enterClaim(isnad);
    await proposeVerdict(isnad, claim, { author: 'editor' });
    const path = `/v1/claims/${claim}/transitions`;
    const { recording } = bodyOf(await isnad.as('editor2').get(path, { 'Accept-Language': 'ar' })) as Listed;
    expect(recording?.facts.why).toMatch(/^[^a-z]+$/i);
  });
});
