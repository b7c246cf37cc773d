/** Approvals are judged by what happened, not only by the table that says who may decide: an approval empties it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  startReview,
  startTask,
  submitVerdict,
} from '../support/desk.js';
import { mergeSources, moveSource, recordSource } from '../support/merged-sources.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';
import { eraseClaim, letNoticeOut, retractClaim, tieMembers } from '../support/second-persons.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

const verify = () => verifyTwice(isnad);
const forgetSides = () => isnad.owner.query('DELETE FROM verdict_sides');
/** The database knows of nobody who changed what a verdict names. */
const forgetChanges = () =>
  isnad.owner.query(`
    CREATE OR REPLACE FUNCTION persons_who_changed_ingredients(claim uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS
      'SELECT NULL::uuid WHERE false'`);
const approver = { table: 'verdicts', column: 'approver_id' };

it('an approval by who wrote a gloss of it is found, though nothing in the tables tells of it any more', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(
    await isnad.as('editor2').patch(`/v1/claims/${claim}`, { glosses: { en: 'In my words.' } }, anyVersion),
  );
  await forgetSides();
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  expect(await verify()).toMatchObject({
    valid: false,
    place: { ...approver, row: verdict.id },
  });
});

it('so is one by who had a denial rejected between the verdict and the approval', async () => {
  const claim = await enterClaim(isnad);
  const denial = await enterClaim(isnad);
  const relation = { type: 'denies', to: claim };
  expect((await isnad.as('checker').post(`/v1/claims/${denial}/relations`, relation)).status).toBe(201);
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(await move(isnad, 'editor2', denial, { event: 'reject', reason: 'None of ours.' }));
  await forgetChanges();
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  expect(await verify()).toMatchObject({
    valid: false,
    place: { ...approver, row: verdict.id },
  });
});

it.each(['the merge of a source that it names', 'a change of the one that stands for it by then'])(
  'so is one by who made %s',
  async (what) => {
    const stands = await recordSource(isnad, 'Reuters');
    const twice = await recordSource(isnad, 'رويترز');
    const claim = await enterClaim(isnad, { attributions: [{ source: twice.ref, mode: 'direct' }] });
    const isMerge = what.startsWith('the merge');
    if (!isMerge) await mergeSources(isnad, twice, stands);
    const verdict = await proposeVerdict(isnad, claim);
    if (isMerge)
      bodyOf(await moveSource(isnad, twice, { event: 'merge', into: stands.ref }, { as: 'editor2' }));
    else
      bodyOf(
        await isnad.as('editor2').patch(`/v1/sources/${stands.ref}`, { name: 'Reuters Ltd' }, anyVersion),
      );
    await forgetChanges();
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    expect(await verify()).toMatchObject({ valid: false, place: { ...approver, row: verdict.id } });
  },
);

it('one by who changed a source that stands for one it names only afterwards is sound', async () => {
  const stands = await recordSource(isnad, 'Reuters');
  const twice = await recordSource(isnad, 'رويترز');
  const claim = await enterClaim(isnad, { attributions: [{ source: twice.ref, mode: 'direct' }] });
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(await isnad.as('editor2').patch(`/v1/sources/${stands.ref}`, { name: 'Reuters Ltd' }, anyVersion));
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  await mergeSources(isnad, twice, stands);
  expect(await verify()).toMatchObject({ valid: true });
});

it('one by who had a claim rejected that is related only afterwards is sound', async () => {
  const [claim, other] = [await enterClaim(isnad), await enterClaim(isnad)];
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(await move(isnad, 'editor2', other, { event: 'reject', reason: 'None of ours.' }));
  bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  const relation = { type: 'denies', to: claim };
  expect((await isnad.as('checker').post(`/v1/claims/${other}/relations`, relation)).status).toBe(201);
  expect(await verify()).toMatchObject({ valid: true });
});

describe('a decision of one person on their own work, which is known only later, stands', () => {
  const tie = (one: Person, other: Person) => tieMembers(isnad, one, other);
  const doubtsAbout = async (claim: string, writer: Person): Promise<void> => {
    expect(await verify()).toMatchObject({ valid: true, decisions: { doubts: [] } });
    await tie(writer, 'editor2');
    expect(await verify()).toMatchObject({
      valid: true,
      decisions: { doubts: [{ kind: 'verdict', ref: claim, revision: 1 }] },
    });
    expect(bodyOf(await isnad.as('editor').get('/v1/desk/doubts'))).toMatchObject({
      items: [{ claim: { ref: claim }, revision: 1, approver: { ref: 'editor2' }, writer: { ref: writer } }],
    });
  };

  it("verify reports a doubt where the approver is later tied to the verdict's author", async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim, { author: 'editor' });
    await doubtsAbout(claim, 'editor');
  });

  it('verify reports a doubt where the approver is later tied to a writer of its draft', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim, 'editor');
    bodyOf(
      await isnad.as('editor').put(`/v1/tasks/${task.id}/draft`, { rationale: { en: 'Mine.' } }, anyVersion),
    );
    bodyOf(await moveTask(isnad, 'editor', task, { event: 'release' }));
    const verdict = await submitVerdict(isnad, await startTask(isnad, claim));
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    await doubtsAbout(claim, 'editor');
  });

  it('verify reports a doubt where the approver is later tied to who changed what it names', async () => {
    const claim = await enterClaim(isnad);
    const denial = await enterClaim(isnad);
    const relation = { type: 'denies', to: claim };
    expect((await isnad.as('checker').post(`/v1/claims/${denial}/relations`, relation)).status).toBe(201);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor', denial, { event: 'reject', reason: 'None of ours.' }));
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
    await doubtsAbout(claim, 'editor');
  });

  it('verify reports a doubt where one person wrote a notice and let it out', async () => {
    const claim = await enterClaim(isnad);
    const digest = await retractClaim(isnad, claim);
    bodyOf(await letNoticeOut(isnad, { claim, digest }, 'editor2'));
    expect(await verify()).toMatchObject({ valid: true, decisions: { count: 5, doubts: [] } });
    await tie('editor', 'editor2');
    const doubt = { kind: 'notice', revision: 1 };
    expect(await verify()).toMatchObject({
      ...{ valid: true, decisions: { doubts: [{ ...doubt, ref: claim }] } },
    });
    expect(bodyOf(await isnad.as('editor').get('/v1/desk/doubts'))).toMatchObject({
      items: [
        {
          ...doubt,
          id: digest,
          claim: { ref: claim },
          approver: { ref: 'editor2' },
          writer: { ref: 'editor' },
        },
      ],
    });
  });

  it('verify reports a doubt where one person asked for an erasure and confirmed it', async () => {
    const { id } = await eraseClaim(isnad, 'editor2');
    expect(await verify()).toMatchObject({ valid: true, decisions: { count: 2, doubts: [] } });
    await tie('admin', 'editor2');
    const doubt = { kind: 'privileged_change', id };
    expect(await verify()).toMatchObject({ valid: true, decisions: { doubts: [doubt] } });
    expect(bodyOf(await isnad.as('editor').get('/v1/desk/doubts'))).toMatchObject({
      items: [{ ...doubt, claim: null, approver: { ref: 'editor2' }, writer: { ref: 'admin' } }],
    });
  });
});
