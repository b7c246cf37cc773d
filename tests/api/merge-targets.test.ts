/** A claim that was merged leads to another one; where that one ends, whoever follows is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bodyOf,
  enterClaim,
  move,
  publishVerdict,
  readClaim,
  readStatus,
  tagOf,
  type ClaimSummary,
  type Page,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const statusOf = (claim: string, tag?: string) =>
  isnad.as('reader').get(`/v1/claims/${claim}/status`, tag === undefined ? {} : { 'If-None-Match': tag });
const told = async (claim: string): Promise<unknown[]> => {
  const path = `/v1/claims/${claim}/history?types=claim.merge_target_changed`;
  const { items } = bodyOf(await isnad.as('reader').get(path)) as Page<{ data: { ended: unknown } }>;
  return items.map(({ data }) => data.ended);
};

describe('a claim that was merged into another', () => {
  it('says that the other was rejected, everywhere and with an event, and that it stands again', async () => {
    const [from, into, bystander] = [
      await enterClaim(isnad),
      await enterClaim(isnad),
      await enterClaim(isnad),
    ];
    bodyOf(await move(isnad, 'editor', bystander, { event: 'merge', into: from }));
    const merged = bodyOf(await move(isnad, 'editor', from, { event: 'merge', into })) as { version: number };
    expect(merged).toMatchObject({ mergedInto: { ref: into, ended: null } });
    expect(await readStatus(isnad, bystander)).toMatchObject({ mergedInto: { ref: from, ended: 'merged' } });
    const before = await statusOf(from);

    bodyOf(await move(isnad, 'editor', into, { event: 'reject', reason: 'Nothing to check.' }));
    const gone = { mergedInto: { ref: into, ended: 'rejected' } };
    expect((await statusOf(from, tagOf(before))).status).toBe(200);
    expect(await readStatus(isnad, from)).toMatchObject({ ...gone, version: merged.version + 1 });
    expect(await readClaim(isnad, from, 'reader')).toMatchObject(gone);
    const { items } = bodyOf(
      await isnad.as('reader').get('/v1/claims?status=merged&limit=200'),
    ) as Page<ClaimSummary>;
    expect(items.find(({ ref }) => ref === from)).toMatchObject(gone);
    const many = await isnad.as('reader').post('/v1/claims/statuses', { ids: [from] });
    expect(bodyOf(many)).toMatchObject({ statuses: [gone, { ref: into, status: 'rejected' }] });
    const { updatedAt } = bodyOf(before) as { updatedAt: string };
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${from}/status?asOf=${updatedAt}`))).toMatchObject(
      {
        mergedInto: { ref: into, ended: null },
      },
    );

    bodyOf(await move(isnad, 'editor', into, { event: 'reopen', reason: 'There is, after all.' }));
    expect(await readStatus(isnad, from)).toMatchObject({ mergedInto: { ref: into, ended: null } });
    expect(await told(from)).toEqual(['rejected', null]);
    expect(await told(bystander)).toEqual(['merged']);
  });

  it('says that the verdict on the other was taken back', async () => {
    const [from, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    await publishVerdict(isnad, into);
    bodyOf(await move(isnad, 'editor', from, { event: 'merge', into }));
    bodyOf(
      await move(isnad, 'editor', into, { event: 'correct', reason: 'error', note: 'A number was wrong.' }),
    );
    expect(await told(from)).toEqual([]);
    await isnad.work();
    bodyOf(await move(isnad, 'editor', into, { event: 'cancel' }));
    bodyOf(await move(isnad, 'editor', into, { event: 'retract', reason: 'error' }));
    expect(await readStatus(isnad, from)).toMatchObject({ mergedInto: { ref: into, ended: 'retracted' } });
    expect(await told(from)).toEqual(['retracted']);
    expect(await verifyTables(isnad)).toMatchObject({ valid: true });
  });
});
