/** Merging a source changes every edition that names it: who is told, who does not decide then, and what stays public. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsFor } from '../../src/jobs.js';
import type { Source } from '../../src/resources/sources/source.schema.js';
import { anyVersion } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import {
  bodyOf,
  decide,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  readProposed,
  type Page,
} from '../support/desk.js';
import { mergeSources, moveSource, recordSource, splitSource } from '../support/merged-sources.js';
import { done, outcomeOf } from '../support/outcomes.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const pair = async () => [await recordSource(isnad, 'Reuters'), await recordSource(isnad, 'رويترز')] as const;

const saidBy = ({ ref }: Source): Promise<string> =>
  enterClaim(isnad, { attributions: [{ source: ref, mode: 'direct' }] });

/** Does what an event of a source owes the editions that were read. */
async function compareAfter(type: string, { id }: Source): Promise<void> {
  for (const job of jobsFor({ type, subjectId: id, claimId: null }))
    if (job.name === 'compare-edition') await isnad.services.editions.compareEditions(job.payload as never);
}

async function changesOf(ref: string): Promise<string[][]> {
  const { items } = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/history?limit=200`)) as Page<{
    type: string;
    data: { changed: string[] };
  }>;
  return items.filter(({ type }) => type === 'edition.changed').map(({ data }) => data.changed);
}

const unpublishedOf = async (claim: string): Promise<string[]> =>
  (bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/unpublished-changes`)) as { changed: string[] })
    .changed;

const publishedOf = async (claim: string): Promise<string> =>
  JSON.stringify(bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}/editions/1`)));

describe('a merge of a source that a verdict names', () => {
  it('is told to whoever read its edition, and so is its split', async () => {
    const [stands, twice] = await pair();
    const claim = await saidBy(twice);
    const verdict = await proposeVerdict(isnad, claim);
    const { edition } = await readProposed(isnad, verdict);
    await mergeSources(isnad, twice, stands);
    await compareAfter('source.merged', twice);
    const late = await isnad
      .as('editor2')
      .post(`/v1/verdicts/${verdict.id}/transitions`, { event: 'approve', edition });
    expect([late.status, problemOf(late).code]).toEqual([412, 'edition_changed']);
    await readProposed(isnad, verdict);
    await splitSource(isnad, twice);
    await compareAfter('source.split', twice);
    expect(await changesOf(claim)).toEqual([['/chain/from'], ['/chain/from']]);
    expect((await readProposed(isnad, verdict)).edition).toBe(edition);
  });

  it('is told of a change of the one that stands, too', async () => {
    const [stands, twice] = await pair();
    await mergeSources(isnad, twice, stands);
    await splitSource(isnad, twice);
    const claim = await saidBy(twice);
    await mergeSources(isnad, twice, stands);
    const verdict = await proposeVerdict(isnad, claim);
    await readProposed(isnad, verdict);
    bodyOf(
      await isnad.as('checker').patch(`/v1/sources/${stands.ref}`, { name: 'Thomson Reuters' }, anyVersion),
    );
    await compareAfter('source.changed', stands);
    expect(await changesOf(claim)).toEqual([['/chain/from']]);
  });

  it('keeps the editor who made it, or took it back, from deciding', async () => {
    for (const event of ['merge', 'split'] as const) {
      const [stands, twice] = await pair();
      const claim = await saidBy(twice);
      if (event === 'split') await mergeSources(isnad, twice, stands);
      const verdict = await proposeVerdict(isnad, claim);
      const command = event === 'merge' ? { event, into: stands.ref } : { event };
      bodyOf(await moveSource(isnad, twice, command, { as: 'editor2' }));
      expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);
      expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
    }
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
  });

  it('keeps from deciding whoever renamed the one that stands for it by then', async () => {
    const [stands, twice] = await pair();
    const claim = await saidBy(twice);
    await mergeSources(isnad, twice, stands);
    const verdict = await proposeVerdict(isnad, claim);
    bodyOf(await isnad.as('editor2').patch(`/v1/sources/${stands.ref}`, { name: 'Reuters Ltd' }, anyVersion));
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
  });

  it('is refused, and said to be, where nobody else could decide then', async () => {
    const [stands, twice] = await pair();
    const claim = await saidBy(twice);
    await proposeVerdict(isnad, claim);
    bodyOf(
      await isnad.as('admin').patch('/v1/members/editor2', { active: false, override: true }, anyVersion),
    );
    try {
      const why = 'No other editor could decide on the verdict then: leave the writing to somebody else.';
      expect(bodyOf(await isnad.as('editor').get(`/v1/sources/${twice.ref}/transitions`))).toMatchObject({
        items: [{ event: 'merge', allowed: false, why }],
      });
      const refused = await moveSource(isnad, twice, { event: 'merge', into: stands.ref });
      expect([refused.status, problemOf(refused).code]).toEqual([409, 'nobody_left_to_decide']);
    } finally {
      bodyOf(await isnad.as('admin').patch('/v1/members/editor2', { active: true }, anyVersion));
    }
  });
});

describe('a merge of a source that is public', () => {
  it('changes nothing that readers have, and the desk sees what a new edition would change', async () => {
    const [stands, twice] = await pair();
    const claim = await saidBy(twice);
    await publishVerdict(isnad, claim);
    const before = await publishedOf(claim);
    expect(await unpublishedOf(claim)).toEqual([]);
    await mergeSources(isnad, twice, stands);
    expect(await publishedOf(claim)).toBe(before);
    expect(await unpublishedOf(claim)).toEqual(['/chain/from']);
    await splitSource(isnad, twice);
    expect(await unpublishedOf(claim)).toEqual([]);
  });
});
