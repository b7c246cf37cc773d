/** Any two editions of a claim are compared: by digest and by revision, and also where words were erased since. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  publishVerdict,
  startTask,
  submitVerdict,
  verdictBody,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let claim: string;
let verdicts: string[];
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  claim = await enterClaim(isnad, { statementDate: '2024-06-17' });
  const first = await publishVerdict(isnad, claim);
  bodyOf(
    await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'The day was wrong.' }),
  );
  await isnad.work();
  const task = await startTask(isnad, claim);
  bodyOf(await isnad.as('checker').patch(`/v1/claims/${claim}`, { statementDate: '2024-06-18' }, anyVersion));
  const body = verdictBody('false', { rationale: { en: 'For another reason.' } });
  const second = await submitVerdict(isnad, task, 'checker', body);
  bodyOf(await decide(isnad, 'editor2', second, 'approve'));
  verdicts = [first.id, second.id];
});
afterAll(() => isnad.close());

const compare = (one: string | number, other: string | number) =>
  isnad.as('reader').get(`/v1/claims/${claim}/editions/${String(one)}/comparison/${String(other)}`);
const digestOf = async (revision: number): Promise<string> =>
  (
    bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/editions/${String(revision)}`)) as {
      digest: string;
    }
  ).digest;
const sorted = (pointers: readonly string[]): string[] => [...pointers].sort();

describe('two editions', () => {
  it('differ in what was changed between them, whether they are named by digest or by revision', async () => {
    const [first, second] = [await digestOf(1), await digestOf(2)];
    const told = bodyOf(await compare(1, 2)) as { changed: string[] };
    expect(told).toMatchObject({ from: first, to: second });
    expect(told.changed).toEqual(expect.arrayContaining(['/claim/statementDate', '/verdict/rationale']));
    for (const [one, other] of [
      [first, second],
      [first, 2],
      [1, second],
    ] as const)
      expect(bodyOf(await compare(one, other))).toEqual(told);
    const back = bodyOf(await compare(2, 1)) as { changed: string[] };
    expect(back).toMatchObject({ from: second, to: first });
    expect(sorted(back.changed)).toEqual(sorted(told.changed));
    expect(bodyOf(await compare(2, second))).toEqual({ from: second, to: second, changed: [] });
  });

  it('one edition alone is not compared', async () => {
    for (const other of [3, 'f'.repeat(64)]) {
      const none = await compare(1, other);
      expect([none.status, problemOf(none).code]).toEqual([404, 'edition_not_found']);
    }
    const nothing = await isnad.as('reader').get('/v1/claims/none/editions/1/comparison/2');
    expect([nothing.status, problemOf(nothing).code]).toEqual([404, 'claim_not_found']);
    expect((await compare('first', 2)).status).toBe(400);
  });

  it.each([0, 1])('differ as before once the words of one of them were erased', async (which) => {
    const before = bodyOf(await compare(1, 2));
    const target = { kind: 'verdict', id: verdicts[which] };
    const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'person_asked' });
    const { id } = asked.body as { id: string };
    bodyOf(await isnad.as('editor').post(`/v1/erasures/${id}/transitions`, { event: 'confirm' }, anyVersion));
    const read = await isnad.as('reader').get(`/v1/claims/${claim}/editions/${String(which + 1)}`);
    expect(bodyOf(read)).toMatchObject({ document: { verdict: { rationale: { removed: 'rationale' } } } });
    expect(bodyOf(await compare(1, 2))).toEqual(before);
  });
});
