/** What the feeds of what was published say of a claim after an erasure, a retraction or a merge. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, enterClaim, move, publishVerdict, type Page } from '../support/desk.js';
import { erase } from '../support/erasures.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

describe('what feeds say of a claim', () => {
  interface Item {
    id: string;
    title: string;
    date_published: string;
    date_modified: string;
    _isnad: { claim: string; kind: string };
  }
  const itemOf = async (ref: string): Promise<Item | undefined> => {
    const feed = await isnad.as('reader').get('/v1/published.json?language=en&limit=200');
    return (bodyOf(feed) as { items: Item[] }).items.find(({ _isnad }) => _isnad.claim === ref);
  };

  it('was changed by an erasure where its words were public, and not by any other', async () => {
    const ref = await enterClaim(isnad, { worthiness: 'It went round.' });
    const verdict = await publishVerdict(isnad, ref);
    const before = await itemOf(ref);
    await erase(isnad, { kind: 'claim', id: ref }, { texts: ['worthiness'] });
    expect(await itemOf(ref)).toEqual(before);
    await erase(isnad, { kind: 'verdict', id: verdict.id }, { texts: ['rationale'] });
    expect(String((await itemOf(ref))?.date_modified) > String(before?.date_modified)).toBe(true);
  });

  it('names a retraction by its event and its moment, whatever comes after it', async () => {
    const ref = await enterClaim(isnad, { worthiness: 'It went round.' });
    await publishVerdict(isnad, ref);
    bodyOf(await move(isnad, 'editor', ref, { event: 'retract', reason: 'error', note: 'A caption.' }));
    const before = await itemOf(ref);
    const { items } = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/editions`)) as Page<{
      digest: string;
    }>;
    const notice = `/v1/claims/${ref}/editions/${items.at(-1)?.digest ?? ''}/transitions`;
    bodyOf(await isnad.as('editor2').post(notice, { event: 'approve' }));
    const after = await itemOf(ref);
    expect(after).toMatchObject({ id: before?.id, date_published: before?.date_published });
    expect(String(after?.date_modified) > String(before?.date_modified)).toBe(true);
    await erase(isnad, { kind: 'claim', id: ref }, { texts: ['worthiness'] });
    expect(await itemOf(ref)).toEqual(after);
    const feed = bodyOf(await isnad.as('reader').get('/v1/claimreviews?language=en&limit=200')) as {
      dataFeedElement: { dateDeleted?: string }[];
    };
    expect(feed.dataFeedElement.flatMap(({ dateDeleted }) => dateDeleted ?? [])).toContain(
      before?.date_published,
    );
  });

  it('calls a claim that was merged by a word of its own', async () => {
    const [ref, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    for (const one of [ref, into]) await publishVerdict(isnad, one);
    bodyOf(await move(isnad, 'editor', ref, { event: 'merge', into, note: 'The same.' }));
    expect(await itemOf(ref)).toMatchObject({
      title: expect.stringMatching(/^Merged: /) as string,
      _isnad: { kind: 'merge' },
    });
  });
});
