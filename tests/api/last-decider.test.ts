/** A desk of two editors: whatever makes one of them a party leaves the other to decide, or is refused beforehand. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  madeOf,
  moveTask,
  proposeVerdict,
  readClaim,
  readTask,
  submitVerdict,
  takeTask,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
});
afterAll(() => isnad.close());

type Change = (person: Person, claim: string) => PromiseLike<Response>;

const patch =
  (body: () => object): Change =>
  (person, claim) =>
    isnad.as(person).patch(`/v1/claims/${claim}`, body(), anyVersion);

let count = 0;
const words = (): string => `In other words, the ${String(++count)}th`;

const noteEvidence: Change = (person, claim) => {
  const body = { url: `https://example.org/${String(++count)}`, stance: 'for', note: words() };
  return isnad.as(person).post(`/v1/claims/${claim}/evidence`, body);
};
const setChain: Change = (person, claim) => {
  const attributions = [{ label: words(), mode: 'direct' }];
  return isnad.as(person).put(`/v1/claims/${claim}/attributions`, { attributions }, anyVersion);
};
const relateTo: Change = async (person, claim) =>
  isnad.as(person).post(`/v1/claims/${claim}/relations`, { type: 'supports', to: await enterClaim(isnad) });
const relateFrom: Change = async (person, claim) =>
  isnad.as(person).post(`/v1/claims/${await enterClaim(isnad)}/relations`, { type: 'denies', to: claim });

const changes: [string, Change][] = [
  ['a gloss', patch(() => ({ glosses: { en: words() } }))],
  ['the date', patch(() => ({ statementDate: String(1900 + (++count % 100)) }))],
  ['the kind', patch(() => ({ kind: 'announcement' }))],
  ['the topics', patch(() => ({ topics: [`t${String(++count)}`] }))],
  ['a note of evidence', noteEvidence],
  ['the chain', setChain],
  ['a relation', relateTo],
  ['a relation that another claim has to it', relateFrom],
];

const refused = (response: Response): [number, string] => [response.status, problemOf(response).code];

describe('of a claim that awaits approval', () => {
  it.each(changes)(
    '%s is changed by one of the two editors, and the other decides',
    async (_what, change) => {
      const claim = await enterClaim(isnad);
      const verdict = await proposeVerdict(isnad, claim);
      expect((await change('editor', claim)).status).toBeLessThan(300);
      for (const [, again] of changes)
        expect(refused(await again('editor2', claim))).toEqual([409, 'nobody_left_to_decide']);
      expect(refused(await decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
      bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    },
  );

  it.each(changes)('%s is not changed by whoever returned the round before', async (_what, change) => {
    const claim = await enterClaim(isnad);
    const first = await proposeVerdict(isnad, claim);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Look again.' }));
    const second = await submitVerdict(isnad, await readTask(isnad, claim));
    expect(refused(await change('editor2', claim))).toEqual([403, 'own_decision']);
    bodyOf(await decide(isnad, 'editor2', second, 'approve'));
  });
});

it('a relation is taken back by whoever may still become a party, in both claims', async () => {
  const claim = await enterClaim(isnad);
  const made = madeOf(await relateTo('checker', claim)) as { id: string };
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(await patch(() => ({ statementDate: '1999' }))('editor', claim));
  const path = `/v1/claims/${claim}/relations/${made.id}`;
  expect(refused(await isnad.as('editor2').delete(path))).toEqual([409, 'nobody_left_to_decide']);
  expect((await isnad.as('checker').delete(path)).status).toBe(200);
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
});

it('while one editor holds the review, the other writes nothing that would be published with it', async () => {
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  const task = await takeTask(isnad, claim, 'editor');
  expect(refused(await noteEvidence('editor2', claim))).toEqual([409, 'nobody_left_to_decide']);
  // No words of ours: it is no part of what is decided on before there is a verdict.
  bodyOf(await patch(() => ({ statementDate: '1999' }))('editor2', claim));
  bodyOf(await moveTask(isnad, 'editor', task, { event: 'release' }));
  expect((await noteEvidence('editor2', claim)).status).toBe(201);
  const late = await moveTask(isnad, 'editor', task, { event: 'take' });
  expect(refused(late)).toEqual([409, 'nobody_left_to_decide']);
});

describe('an editor who returned an earlier round', () => {
  const namesOutlet = async () => {
    const outlet = { kind: 'organization', name: `An outlet, the ${String(++count)}th` };
    const source = madeOf(await isnad.as('checker').post('/v1/sources', outlet)) as { ref: string };
    const claim = await enterClaim(isnad);
    const attributions = [{ source: source.ref, mode: 'direct' }];
    const chain = { attributions };
    bodyOf(await isnad.as('checker').put(`/v1/claims/${claim}/attributions`, chain, anyVersion));
    return { claim, source: source.ref };
  };

  it('does not change what the next one names where nobody else could decide on it', async () => {
    const { claim, source } = await namesOutlet();
    bodyOf(await patch(() => ({ glosses: { en: words() } }))('editor', claim));
    const first = await proposeVerdict(isnad, claim);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Look again.' }));
    const task = await readTask(isnad, claim);
    const again = await submitVerdict(isnad, task, 'checker');
    const renamed = await isnad
      .as('editor2')
      .patch(`/v1/sources/${source}`, { wikidata: 'Q159' }, anyVersion);
    expect(problemOf(renamed)).toMatchObject({ status: 409, code: 'nobody_left_to_decide' });
    expect((await decide(isnad, 'editor2', again, 'approve')).status).toBe(200);
  });
});

describe('a verdict that only those who wrote of it are left with', () => {
  it('is withdrawn by one of them, and not by an editor who could decide on it', async () => {
    const claim = await enterClaim(isnad);
    bodyOf(await patch(() => ({ glosses: { en: words() } }))('editor', claim));
    const verdict = await proposeVerdict(isnad, claim);
    expect(problemOf(await decide(isnad, 'editor2', verdict, 'withdraw'))).toMatchObject({
      status: 403,
      code: 'not_the_author',
    });
    expect((await decide(isnad, 'editor', verdict, 'withdraw')).status).toBe(200);
    expect((await readClaim(isnad, claim)).status).toBe('in_review');
  });
});
