/** Every decision names the edition that was read: without it, or with one that is no more, nothing is decided. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  proposeVerdict,
  readProposed,
  readVerdict,
  takeTask,
  type Verdict,
} from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const glass = { reason: 'It cannot wait.', second: 'checker2' };
const cases: [event: 'approve' | 'return' | 'break_glass' | 'confirm', person: Person, more: object][] = [
  ['approve', 'editor2', {}],
  ['return', 'editor2', { note: 'Once more.' }],
  ['break_glass', 'editor', glass],
  ['confirm', 'checker2', {}],
];

/** Held by editor2; to be confirmed, where it is that. */
async function ready(event: string): Promise<Verdict> {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  await takeTask(isnad, claim, 'editor2');
  if (event === 'confirm') bodyOf(await decide(isnad, 'editor', verdict, 'break_glass', glass));
  return verdict;
}
const proposals = async ({ id }: Verdict): Promise<number | null> =>
  (await isnad.database.pool.query('SELECT FROM edition_proposals WHERE verdict_id = $1', [id])).rowCount;

describe.each(cases)('to %s', (event, person, more) => {
  it('takes the digest that was read, in the body or as If-Match', async () => {
    const verdict = await ready(event);
    const path = `/v1/verdicts/${verdict.id}/transitions`;
    const post = (body: object, headers?: Record<string, string>) =>
      isnad.as(person).post(path, { event, ...more, ...body }, headers);
    const { edition = '' } = await readProposed(isnad, verdict);

    const absent = await post({});
    expect([absent.status, problemOf(absent).code]).toEqual([428, 'precondition_required']);
    const gloss = { glosses: { en: `Said before they would ${event} it.` } };
    bodyOf(await isnad.as('checker').patch(`/v1/claims/${verdict.claim.ref}`, gloss, anyVersion));
    const now = (await readProposed(isnad, verdict)).edition;
    expect(now).not.toBe(edition);
    for (const stale of [await post({ edition }), await post({}, { 'If-Match': `"${edition}"` })])
      expect([stale.status, problemOf(stale)]).toMatchObject([
        412,
        { code: 'edition_changed', edition: now, changed: ['/claim/glosses'] },
      ]);
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({ status: 'proposed' });
    expect(await proposals(verdict)).toBeGreaterThan(0);
  });
});

it.each(cases.filter(([event]) => event === 'approve' || event === 'return'))(
  'what was given out to be read is kept no longer than until they %s it',
  async (event, person, more) => {
    const verdict = await ready(event);
    await readProposed(isnad, verdict);
    expect(await proposals(verdict)).toBe(1);
    bodyOf(await decide(isnad, person, verdict, event, more));
    expect(await proposals(verdict)).toBe(0);
  },
);

it('what was given out to be read is kept no longer than until its author withdraws it', async () => {
  const verdict = await proposeVerdict(isnad, await enterClaim(isnad));
  await readProposed(isnad, verdict);
  expect(await proposals(verdict)).toBe(1);
  bodyOf(await decide(isnad, 'checker', verdict, 'withdraw'));
  expect(await proposals(verdict)).toBe(0);
});

it('a norm that went out of force since the verdict was proposed keeps it from being approved', async () => {
  const claim = await enterClaim(isnad, { kind: 'violation' });
  const cited = {
    id: 's-res-1718-2006.8b',
    act: 'Supply of missiles',
    actor: 'DPRK',
    date: '2024-01',
    direction: 'from',
  };
  const findings = { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' };
  const body = { findings, rationale: { en: 'It was seen.' }, provisions: [cited] };
  const verdict = await proposeVerdict(isnad, claim, { body });
  const norm = (inForceUntil: string | null) =>
    isnad.as('admin').patch(`/v1/provisions/${cited.id}`, { inForceUntil }, anyVersion);
  bodyOf(await norm('2023-12-31'));
  const refused = await decide(isnad, 'editor2', verdict, 'approve');
  expect([refused.status, problemOf(refused)]).toMatchObject([
    409,
    { code: 'verdict_incomplete', reasons: ['provision_not_in_force'] },
  ]);
  expect(await readVerdict(isnad, verdict.id)).toMatchObject({ status: 'proposed' });
  bodyOf(await norm(null));
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
});
