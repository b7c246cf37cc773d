/** What readers are given of a published claim is its approved edition, whoever changes whatever afterwards. */
import fc from 'fast-check';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readProposed,
  verdictBody,
  type Claim,
  type ClaimState,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  const cited = {
    id: 's-res-1718-2006.8b',
    act: 'supplied missiles',
    actor: 'North Korea',
    date: '2024-01',
    direction: 'from',
  };
  verdict = (await publishVerdict(isnad, 'C34', { body: verdictBody('false', { provisions: [cited] }) })).id;
});
afterAll(() => isnad.close());

let verdict = '';
const documents = (): string[] => [
  `/v1/verdicts/${verdict}`,
  '/v1/claims/C34/claimreview?language=en',
  '/v1/claims/C34/claimreview?language=ar',
  '/v1/claimreviews?language=en&limit=200',
  '/v1/published.atom?language=en',
  '/v1/published.json?language=ar',
  '/v1/published.rss?language=en',
  '/v1/claims/C34/editions',
  '/v1/claims/C34/editions/1',
];

/** Every public document with its tag, as bytes. */
const readPublic = (): Promise<string[]> =>
  Promise.all(
    documents().map(async (path) => {
      const { status, text, headers } = await isnad.as('reader').get(path);
      return `${path} ${String(status)} ${String(headers['etag'])} ${text}`;
    }),
  );

type Edit = [what: string, person: Person, act: (isnad: TestIsnad, person: Person) => PromiseLike<Response>];

let count = 0;
const words = (): string => `In other words, the ${String(++count)}th`;
const patch =
  (path: string, body: () => object) =>
  (given: TestIsnad, person: Person): PromiseLike<Response> =>
    given.as(person).patch(path, body(), anyVersion);

const edits: Edit[] = [
  ['a gloss', 'checker2', patch('/v1/claims/C34', () => ({ glosses: { en: words() } }))],
  [
    'the date',
    'checker2',
    patch('/v1/claims/C34', () => ({ statementDate: `19${String(10 + (count++ % 80))}` })),
  ],
  [
    'the kind',
    'checker2',
    patch('/v1/claims/C34', () => ({ kind: count++ % 2 ? 'violation' : 'assertion' })),
  ],
  ['the topics', 'editor', patch('/v1/claims/C34', () => ({ topics: [`t${String(++count)}`] }))],
  [
    'the chain',
    'checker2',
    (given, person) =>
      given
        .as(person)
        .put(
          '/v1/claims/C34/attributions',
          { attributions: [{ source: count++ % 2 ? 'dprk' : 'putin', mode: 'direct' }] },
          anyVersion,
        ),
  ],
  [
    'the title of the article',
    'checker2',
    patch('/v1/articles/putin-pyongyang-2024', () => ({ title: words() })),
  ],
  ['the name of a source', 'checker2', patch('/v1/sources/miller', () => ({ name: words() }))],
  [
    'a relation',
    'checker',
    async (given, person) =>
      given.as(person).post(`/v1/claims/${await enterClaim(given)}/relations`, { type: 'denies', to: 'C34' }),
  ],
  [
    'evidence',
    'checker2',
    (given, person) =>
      given.as(person).post('/v1/claims/C34/evidence', {
        url: `https://example.org/${words()}`.replaceAll(' ', '-'),
        stance: 'against',
        note: words(),
      }),
  ],
  [
    'a reply',
    'editor2',
    (given, person) =>
      given.as(person).post('/v1/claims/C34/contacts', {
        source: 'dprk',
        outcome: 'replied',
        text: words(),
        date: '2024-06-19',
      }),
  ],
  [
    'what is verified',
    'admin',
    patch('/v1/provisions/s-res-1718-2006.8b', () => ({ verified: count++ % 2 === 0 })),
  ],
  ['the name of a member', 'admin', patch('/v1/members/editor2', () => ({ name: words() }))],
];

describe('a change of', () => {
  it.each(edits)('%s by %s alone changes nothing that is public', async (_what, person, act) => {
    const before = await readPublic();
    const answer = await act(isnad, person);
    expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status);
    expect(await readPublic()).toEqual(before);
  });
});

it('random changes of everything by everybody change nothing that is public', async () => {
  const before = await readPublic();
  const people: Person[] = ['reader', 'checker', 'checker2', 'editor', 'editor2', 'admin'];
  const step = fc.tuple(fc.constantFrom(...edits), fc.constantFrom(...people));
  for (const [[what, , act], person] of fc.sample(step, { numRuns: 80, seed: 13 })) {
    const { status } = await act(isnad, person);
    expect(status, `${person} ${what}`).toBeLessThan(500);
  }
  await isnad.work();
  expect(await readPublic()).toEqual(before);
});

describe('at approval', () => {
  it('a relation that was removed after it was read has to be seen first', async () => {
    const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    await publishVerdict(isnad, other, { body: verdictBody('true') });
    const made = await isnad
      .as('checker')
      .post(`/v1/claims/${claim}/relations`, { type: 'denies', to: other });
    const { id } = made.body as { id: string };
    const verdict = await proposeVerdict(isnad, claim, { body: verdictBody('true') });
    const read = await readProposed(isnad, verdict);
    expect((await isnad.as('checker').delete(`/v1/claims/${claim}/relations/${id}`)).status).toBeLessThan(
      300,
    );
    const stale = await decide(isnad, 'editor2', verdict, 'approve', read);
    expect([stale.status, problemOf(stale)]).toMatchObject([
      412,
      { code: 'edition_changed', changed: ['/conflicts', '/relations'] },
    ]);
  });

  it('a verdict that no longer fits the kind of its claim is judged again', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await isnad.as('checker').patch(`/v1/claims/${claim}`, { kind: 'violation' }, anyVersion));
    const refused = await decide(isnad, 'editor2', verdict, 'approve');
    expect([refused.status, problemOf(refused)]).toMatchObject([
      409,
      { code: 'verdict_incomplete', reasons: ['provisions_missing'] },
    ]);
  });
});

it('a published claim that is merged leaves the public, until another edition is approved', async () => {
  const [claim, into, unpublished] = [
    await enterClaim(isnad),
    await enterClaim(isnad),
    await enterClaim(isnad),
  ];
  await publishVerdict(isnad, claim);
  await publishVerdict(isnad, into);
  const misled = await move(isnad, 'editor', claim, { event: 'merge', into: unpublished });
  expect([misled.status, problemOf(misled).code]).toEqual([409, 'merge_target_unpublished']);
  const trial = await enterClaim(isnad, { test: true });
  await publishVerdict(isnad, trial);
  const tried = await move(isnad, 'editor', claim, { event: 'merge', into: trial });
  expect([tried.status, problemOf(tried).detail]).toEqual([
    409,
    `The claim is published, and ${trial} only tries something out: merge it into one that is published.`,
  ]);
  const merged = bodyOf(
    await move(isnad, 'editor', claim, { event: 'merge', into, note: 'The same.' }),
  ) as ClaimState;
  expect(merged).toMatchObject({ status: 'merged', rating: null, revision: null, mergedInto: { ref: into } });
  const then = `/v1/claims/${claim}/status?asOf=${merged.updatedAt}`;
  expect(bodyOf(await isnad.as('reader').get(then))).toEqual(merged);
  const read = () => isnad.as('reader').get(`/v1/claims/${claim}/claimreview?language=en`);
  expect(problemOf(await read())).toMatchObject({ code: 'claim_merged' });
  bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'It is another.' }));
  expect((await read()).status).toBe(410);
  await isnad.work();
  await publishVerdict(isnad, claim, { body: verdictBody('true') });
  expect(bodyOf(await read())).toMatchObject({ version: 2 });
  const { verdicts } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}`)) as Claim;
  expect(verdicts.map(({ status }) => status)).toEqual(['superseded', 'published']);
});
