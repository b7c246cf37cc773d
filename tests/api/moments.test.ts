/** A clock that is set back: what was written before stands in the future. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { bodyOf, enterClaim } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

it.each(['0000-01-01T00:00:00Z', '0000-12-31T23:59:59.999Z'])(
  'the moment %s, which cannot be stored, is refused wherever one may be given',
  async (moment) => {
    const get = async (path: string) => (await isnad.as('admin').get(path)).status;
    expect([
      await get(`/v1/claims/C34?asOf=${moment}`),
      await get(`/v1/claims/C34/status?asOf=${moment}`),
      await get(`/v1/claims?createdBefore=${moment}`),
      (await isnad.as('admin').post('/v1/members/admin/keys', { name: 'x', expiresAt: moment })).status,
    ]).toEqual([400, 400, 400, 400]);
  },
);

it('time in a chain never goes back, whichever way its next event comes', async () => {
  const claim = await enterClaim(isnad);
  const { id: claimId } = await isnad.services.claims.find(claim);
  const { id: sourceId } = bodyOf(await isnad.as('checker').get('/v1/sources/dprk')) as { id: string };
  const subject = { type: 'source', id: sourceId } as const;
  await isnad.store.transact(async (tx) => {
    await tx.$executeRaw`SET LOCAL isnad.clock_offset = '1 hour'`;
    await appendEvents(tx, operator, [
      { type: 'claim.changed', subject: { type: 'claim', id: claimId }, claimId },
      { type: 'source.changed', subject },
    ]);
  });

  const path = `/v1/claims/${claim}`;
  const page = { url: 'https://example.org/page', stance: 'for' };
  const added = (await isnad.as('checker').post(`${path}/evidence`, page)).body as { id: string };
  await isnad.as('editor').post(`${path}/transitions`, { event: 'accept' });
  await isnad.services.workflow.openTask(claimId);
  await isnad.store.db.evidence.update({ where: { id: added.id }, data: { captureDueAt: null } });
  await isnad.as('checker').post(`/v1/evidence/${added.id}/captures`);
  await isnad.store.transact((tx) => appendEvents(tx, operator, [{ type: 'source.changed', subject }]));

  const types = async (of: object) =>
    (
      await isnad.store.db.event.findMany({
        where: { ...of, at: { gt: new Date(Date.now() + 30 * 60_000) } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      })
    ).map(({ type }) => type);
  expect(await types({ claimId })).toEqual([
    'claim.changed',
    'claim.evidence_added',
    'claim.accepted',
    'task.opened',
    'claim.capture_requested',
  ]);
  expect(await types({ claimId: null, subjectId: sourceId })).toEqual(['source.changed', 'source.changed']);
});
