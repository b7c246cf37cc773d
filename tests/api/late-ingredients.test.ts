/** What comes into an edition after its verdict was submitted is not decided on by whoever made it, and somebody always can decide. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  decide,
  enterClaim,
  madeOf,
  proposeVerdict,
  readClaim,
  readProposed,
  type Claim,
  type Verdict,
} from '../support/desk.js';
import { outcomeOf } from '../support/outcomes.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

let count = 0;
async function createSource(person: Person): Promise<string> {
  const source = { kind: 'person', name: `Somebody, the ${String(++count)}th` };
  return (madeOf(await isnad.as(person).post('/v1/sources', source)) as { ref: string }).ref;
}
async function createClaim(person: Person, more: object = {}): Promise<string> {
  const exact = `It was said, the ${String(++count)}th time`;
  const article = { title: 'A', language: 'en', text: `${exact}.` };
  const { ref } = madeOf(await isnad.as('checker').post('/v1/articles', article)) as { ref: string };
  const claim = { article: ref, kind: 'assertion', quote: { exact }, ...more };
  return (madeOf(await isnad.as(person).post('/v1/claims', claim)) as Claim).ref;
}

const setChain = (person: Person, claim: string, source: string) =>
  isnad
    .as(person)
    .put(`/v1/claims/${claim}/attributions`, { attributions: [{ source, mode: 'direct' }] }, anyVersion);
const setOutlet = async (person: Person, claim: string, outlet: string): Promise<Response> => {
  const { article } = await readClaim(isnad, claim);
  return isnad.as(person).patch(`/v1/articles/${article.ref}`, { outlet }, anyVersion);
};
const ask = (person: Person, claim: string, source: string) =>
  isnad.as(person).post(`/v1/claims/${claim}/contacts`, { source, outcome: 'asked', date: '2024-06-19' });
const relate = (person: Person, claim: string, to: string) =>
  isnad.as(person).post(`/v1/claims/${claim}/relations`, { type: 'supports', to });

/** What one makes after the verdict was submitted, and how another brings it into the edition. */
const ways: [
  string,
  (maker: Person) => Promise<string>,
  (person: Person, claim: string, made: string) => PromiseLike<Response>,
][] = [
  ['a source of its chain', createSource, setChain],
  ['the outlet of its article', createSource, setOutlet],
  ['a source that was asked', createSource, ask],
  ['a related claim', createClaim, relate],
  [
    'a source of a related claim',
    async (maker) => {
      const attributions = [{ source: await createSource(maker), mode: 'direct' }];
      return createClaim('checker', { attributions });
    },
    relate,
  ],
];

describe('what one editor made after a verdict was submitted', () => {
  it.each(ways)('is not approved by them where it came into the edition: %s', async (_what, make, use) => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const made = await make('editor');
    expect((await use('checker', claim, made)).status).toBeLessThan(300);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([200, 'done']);
  });

  it('binds nobody where it was made before', async () => {
    for (const [, make, use] of ways) {
      const claim = await enterClaim(isnad);
      const made = await make('editor');
      const verdict = await proposeVerdict(isnad, claim);
      expect((await use('checker', claim, made)).status).toBeLessThan(300);
      expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([200, 'done']);
    }
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });
});

describe('whether a claim was made to try something out', () => {
  const setTest = async (person: Person, claim: string, test: boolean): Promise<Response> =>
    isnad.as(person).patch(`/v1/claims/${claim}`, { test }, anyVersion);

  it('takes a related claim out of the edition: whoever sets it does not approve that', async () => {
    const claim = await enterClaim(isnad);
    const denial = await createClaim('checker', { kind: 'denial' });
    expect((await relate('checker', claim, denial)).status).toBe(201);
    const verdict = await proposeVerdict(isnad, claim);
    expect(await outcomeOf(setTest('editor', denial, true))).toEqual([200, 'done']);
    expect(await outcomeOf(setTest('editor2', denial, false))).toEqual([409, 'nobody_left_to_decide']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([200, 'done']);
  });

  it('is no change where it is what it was: whoever sends back what they read decides as before', async () => {
    const claim = await enterClaim(isnad);
    const denial = await createClaim('checker', { kind: 'denial' });
    expect((await relate('checker', claim, denial)).status).toBe(201);
    const verdict = await proposeVerdict(isnad, claim);
    const { version } = await readClaim(isnad, denial);
    expect(await outcomeOf(setTest('editor', denial, false))).toEqual([200, 'done']);
    expect(await outcomeOf(setTest('editor', claim, false))).toEqual([200, 'done']);
    expect((await readClaim(isnad, denial)).version).toBe(version);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([200, 'done']);
    expect(await outcomeOf(setTest('editor', claim, false))).toEqual([200, 'done']);
    expect(await outcomeOf(setTest('editor', claim, true))).toEqual([409, 'published_already']);
  });

  it('settles whether a verdict is ever public: whoever sets it after the handing in does not approve', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    expect(await outcomeOf(setTest('editor', claim, true))).toEqual([200, 'done']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
  });

  it.each([true, false])(
    'is read before it is approved: whoever read %s is not made to publish the other',
    async (test) => {
      const claim = await enterClaim(isnad, { test });
      const verdict = await proposeVerdict(isnad, claim);
      const { edition } = await readProposed(isnad, verdict);
      expect(await outcomeOf(setTest('checker', claim, !test))).toEqual([200, 'done']);
      const answer = await isnad
        .as('editor')
        .post(`/v1/verdicts/${verdict.id}/transitions`, { event: 'approve', edition });
      expect(answer.status).toBe(412);
      expect(answer.body).toMatchObject({ code: 'edition_changed', changed: ['/claim/test'] });
    },
  );
});

describe('of two editors who change at once what a verdict names', () => {
  it('one is refused, because nobody would be left to decide', async () => {
    const prepared: { claim: string; verdict: Verdict; source: string; article: string }[] = [];
    for (let round = 0; round < 5; round++) {
      const source = await createSource('checker');
      const claim = await createClaim('checker', { attributions: [{ source, mode: 'direct' }] });
      const { article } = await readClaim(isnad, claim);
      prepared.push({ claim, source, article: article.ref, verdict: await proposeVerdict(isnad, claim) });
    }
    for (const { source, article, verdict } of prepared) {
      const answers = await Promise.all([
        isnad.as('editor').patch(`/v1/articles/${article}`, { title: 'Another title' }, anyVersion),
        isnad.as('editor2').patch(`/v1/sources/${source}`, { name: 'Another name' }, anyVersion),
      ]);
      expect((await Promise.all(answers.map(outcomeOf))).toSorted()).toEqual([
        [200, 'done'],
        [409, 'nobody_left_to_decide'],
      ]);
      const free = answers[0].status === 200 ? 'editor2' : 'editor';
      expect(await outcomeOf(decide(isnad, free, verdict, 'approve'))).toEqual([200, 'done']);
    }
  });
});
