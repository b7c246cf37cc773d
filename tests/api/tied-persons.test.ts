/** Members that an identity ties together are one person, for ever. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion } from '../support/api.js';
import { bodyOf, decide, enterClaim, proposeVerdict } from '../support/desk.js';
import { placeGate } from '../support/gate.js';
import { outcomeOf } from '../support/outcomes.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const personsOf = async (...refs: string[]): Promise<number> => {
  const { rows } = await isnad.database.pool.query<{ persons: number }>(
    'SELECT count(DISTINCT person_of(id))::int AS persons FROM members WHERE ref = ANY ($1)',
    [refs],
  );
  return rows[0]?.persons ?? 0;
};

it('an identity that moves to another member makes both one person, whose words are those of either', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
  const identities = [{ issuer: 'https://id.example', subject: 'somebody' }];
  // Nobody is left to decide then, which an admin has to say they mean.
  const tie = async (member: string, given: object[]) =>
    bodyOf(
      await isnad
        .as('admin')
        .patch(`/v1/members/${member}`, { identities: given, override: true }, anyVersion),
    );
  const known = [{ issuer: 'https://id.example', digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string }];
  expect(await tie('editor', identities)).toMatchObject({ identities: known });
  expect(await tie('editor', [])).toMatchObject({ identities: [] });
  expect(await tie('editor2', identities)).toMatchObject({ identities: known });
  expect(bodyOf(await isnad.as('admin').get('/v1/members/editor'))).toMatchObject({ identities: [] });
  expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);

  await tie('editor2', []);
  const made = await isnad
    .as('admin')
    .post('/v1/members', { ref: 'third', kind: 'person', name: 'Third', role: 'editor', identities });
  expect([made.status, made.body]).toMatchObject([201, { identities: known }]);
  expect(await personsOf('editor', 'editor2', 'third')).toBe(1);
});

it('two ties at once leave one person of all whom they tie', async () => {
  const { members } = isnad.services;
  const identity = (subject: string) => [{ issuer: 'https://id.example', subject }];
  const join = (ref: string, subject: string) =>
    members.create(
      {
        ref,
        kind: 'person',
        name: ref,
        role: 'reader',
        languages: [],
        topics: [],
        identities: identity(subject),
      },
      operator,
    );
  const setIdentities = (ref: string, identities: object[]) =>
    isnad.as('admin').patch(`/v1/members/${ref}`, { identities }, anyVersion);
  await join('one', 'of-one');
  await join('other', 'of-another');
  for (const ref of ['one', 'other']) bodyOf(await setIdentities(ref, []));
  // A third signs in as the first did, while the first becomes one with the other.
  const gate = await placeGate(isnad.ownerUrl, { table: 'members', on: 'AFTER INSERT' }, { at: 'commit' });
  const joined = join('third-of-them', 'of-one');
  await gate.waiting();
  const tied = Promise.resolve(setIdentities('one', identity('of-another')));
  await Promise.race([tied, waitsForTie()]);
  await gate.open();
  await joined;
  bodyOf(await tied);
  expect(await personsOf('one', 'other', 'third-of-them')).toBe(1);
});

/** Resolves once somebody waits at a lock of the application's own, other than the gate's. */
async function waitsForTie(): Promise<void> {
  await expect
    .poll(async () => {
      const { rowCount } = await isnad.database.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%isnad.ties%' AND wait_event = 'advisory'`,
      );
      return rowCount;
    })
    .toBe(1);
}
