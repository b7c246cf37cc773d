/** What was recorded under two names is shown, found and counted as one source, and as two again once it is split. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FoundSource, Source } from '../../src/resources/sources/source.schema.js';
import { anyVersion } from '../support/api.js';
import { countStatements } from '../support/count-statements.js';
import { bodyOf, enterClaim, madeOf, readClaim, type Claim, type Page } from '../support/desk.js';
import { mergeSources, recordSource, splitSource } from '../support/merged-sources.js';
import { relate } from '../support/relations.js';
import { confirmErasure } from '../support/second-persons.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTwice } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

let count = 0;
/** Nothing else is called so, nor nearly so. */
const rareWord = (of: string): string =>
  createHash('sha256')
    .update(`${of} ${String(count)}`)
    .digest('hex')
    .slice(0, 12);
let stands: Source;
let twice: Source;
/** One word that nothing else holds, for each of the two. */
let words: { stands: string; twice: string };
beforeEach(async () => {
  count++;
  words = { stands: rareWord('stands'), twice: rareWord('twice') };
  stands = await recordSource(isnad, `Reuters ${words.stands}`);
  twice = await recordSource(isnad, `رويترز ${words.twice}`, {
    names: [{ language: 'ar', text: `وكالة ${words.twice}` }],
  });
});

const saidBy = ({ ref }: Source): Promise<string> =>
  enterClaim(isnad, { attributions: [{ source: ref, mode: 'direct' }] });

const speakerOf = ({ chain }: Claim) => chain.from[0]?.source;

async function publishedBy({ ref }: Source): Promise<string> {
  const article = { title: 'A report', language: 'en', outlet: ref, text: `Said in ${String(++count)}.` };
  return (madeOf(await isnad.as('checker').post('/v1/articles', article)) as { ref: string }).ref;
}

async function refsIn(path: string): Promise<string[]> {
  const { items } = bodyOf(await isnad.as('editor').get(path)) as Page<{ ref: string }>;
  return items.map(({ ref }) => ref).sort();
}

async function findByName(name: string, more = ''): Promise<FoundSource[]> {
  const asked = new URLSearchParams({ name }).toString();
  return (bodyOf(await isnad.as('reader').get(`/v1/sources?${asked}${more}`)) as Page<FoundSource>).items;
}

/** The claim was entered at this moment, or is shown as it was then. */
const asOfNow = async (ref: string): Promise<Claim> => {
  const [{ now } = { now: new Date() }] = await isnad.store.db.$queryRaw<
    { now: Date }[]
  >`SELECT desk_now() AS now`;
  return bodyOf(await isnad.as('reader').get(`/v1/claims/${ref}?asOf=${now.toISOString()}`)) as Claim;
};

describe('a source that was merged', () => {
  it('is shown as the one that stands wherever a link names it, and as itself once it is split', async () => {
    const claim = await saidBy(twice);
    const article = await publishedBy(twice);
    const contact = { source: twice.ref, outcome: 'asked', date: '2026-11-02' };
    const { id } = madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, contact)) as {
      id: string;
    };
    const shown = async () => {
      const read = await readClaim(isnad, claim);
      const get = async (path: string) => bodyOf(await isnad.as('editor').get(path));
      const ofArticle = (await get(`/v1/articles/${article}`)) as { outlet: { ref: string } };
      const inList = (await get(`/v1/articles?outlet=${twice.ref}`)) as Page<{ outlet: { ref: string } }>;
      const ofContact = (await get(`/v1/contacts/${id}`)) as { source: { ref: string } };
      const links = (await get(`/v1/claims/${claim}/attributions`)) as Page<{ source: { ref: string } }>;
      return [
        ...[
          speakerOf(read),
          links.items[1]?.source,
          speakerOf(await asOfNow(claim)),
          read.contacts[0]?.source,
        ],
        ...[ofArticle.outlet, inList.items[0]?.outlet, ofContact.source],
      ].map((one) => one?.ref);
    };
    const times = (await shown()).length;
    const all = (ref: string): string[] => Array.from({ length: times }, () => ref);
    expect(await shown()).toEqual(all(twice.ref));
    await mergeSources(isnad, twice, stands);
    expect(await shown()).toEqual(all(stands.ref));
    expect(speakerOf(await readClaim(isnad, claim))).toMatchObject({ id: stands.id, name: stands.name });
    await splitSource(isnad, twice);
    expect(await shown()).toEqual(all(twice.ref));
  });

  it('is found by filters under either name', async () => {
    const claims = [await saidBy(twice), await saidBy(stands)].sort();
    const articles = [await publishedBy(twice), await publishedBy(stands)].sort();
    const [claim = ''] = claims;
    const ids: string[] = [];
    for (const { ref: source } of [twice, stands]) {
      const contact = { source, outcome: 'asked', date: '2026-11-02' };
      ids.push(
        (madeOf(await isnad.as('checker').post(`/v1/claims/${claim}/contacts`, contact)) as { id: string })
          .id,
      );
    }
    const contacts = async (source: string): Promise<string[]> =>
      (
        bodyOf(await isnad.as('editor').get(`/v1/claims/${claim}/contacts?source=${source}`)) as Page<{
          id: string;
        }>
      ).items.map(({ id }) => id);
    expect(await refsIn(`/v1/claims?source=${twice.ref}`)).toHaveLength(1);
    await mergeSources(isnad, twice, stands);
    for (const name of [twice.ref, twice.id, stands.ref]) {
      expect(await refsIn(`/v1/claims?source=${name}`)).toEqual(claims);
      expect(await refsIn(`/v1/articles?outlet=${name}`)).toEqual(articles);
      expect(await contacts(name)).toEqual(ids);
    }
    for (const word of [words.twice, words.stands])
      expect(await refsIn(`/v1/claims?q=${word}`)).toEqual(claims);
    await splitSource(isnad, twice);
    expect(await refsIn(`/v1/claims?source=${stands.ref}`)).toHaveLength(1);
    expect(await refsIn(`/v1/claims?q=${words.twice}`)).toHaveLength(1);
  });

  it('is found by its names as the one that stands, and in the list as itself', async () => {
    await mergeSources(isnad, twice, stands);
    const [found, ...rest] = await findByName(words.twice);
    expect([found?.ref, found?.matched, rest]).toEqual([
      stands.ref,
      expect.stringContaining(words.twice),
      [],
    ]);
    expect((await findByName(words.stands)).map(({ ref }) => ref)).toEqual([stands.ref]);
    expect(await findByName(words.twice, '&status=merged')).toMatchObject([
      { ref: twice.ref, status: 'merged', mergedInto: { ref: stands.ref } },
    ]);
    expect((await findByName(words.twice, '&status=active')).map(({ ref }) => ref)).toEqual([stands.ref]);
    const merged = await refsIn('/v1/sources?status=merged&limit=200');
    expect([merged.includes(twice.ref), merged.includes(stands.ref)]).toEqual([true, false]);
    const active = await refsIn('/v1/sources?status=active&limit=200&sort=-createdAt');
    expect([active.includes(twice.ref), active.includes(stands.ref)]).toEqual([false, true]);
    expect(await refsIn('/v1/sources?status=active,merged&kind=agency&limit=200&sort=-createdAt')).toEqual(
      expect.arrayContaining([twice.ref, stands.ref]),
    );
    expect((await isnad.as('reader').get('/v1/sources?status=gone')).status).toBe(400);
  });

  it('that is named in what is recorded gives way to the one that stands', async () => {
    await mergeSources(isnad, twice, stands);
    const claim = await saidBy(twice);
    const article = await publishedBy(twice);
    const attributions = [{ source: twice.id, mode: 'direct' }];
    const other = await enterClaim(isnad);
    bodyOf(await isnad.as('checker').put(`/v1/claims/${other}/attributions`, { attributions }, anyVersion));
    const contact = { source: twice.ref, outcome: 'asked', date: '2026-11-02' };
    madeOf(await isnad.as('checker').post(`/v1/claims/${other}/contacts`, contact));
    await splitSource(isnad, twice);
    expect(speakerOf(await readClaim(isnad, claim))?.ref).toBe(stands.ref);
    const read = await readClaim(isnad, other);
    expect([speakerOf(read)?.ref, read.contacts[0]?.source?.ref]).toEqual([stands.ref, stands.ref]);
    expect(bodyOf(await isnad.as('reader').get(`/v1/articles/${article}`))).toMatchObject({
      outlet: { ref: stands.ref },
    });
  });

  it('counts as one origin with the one that stands, and as one who denies', async () => {
    const [first, second] = [await saidBy(twice), await saidBy(stands)];
    await relate(isnad, second, 'repeats', first);
    const denied = await enterClaim(isnad);
    await relate(isnad, first, 'denies', denied);
    const origins = async (): Promise<number> =>
      (bodyOf(await isnad.as('reader').get(`/v1/claims/${first}/origins`)) as { origins: number }).origins;
    expect(await origins()).toBe(2);
    await mergeSources(isnad, twice, stands);
    expect(await origins()).toBe(1);
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${denied}/deniers`))).toMatchObject({
      items: [{ deniers: [{ source: { ref: stands.ref } }] }],
    });
  });

  it('leaves a claim that is sent again the one that it was', async () => {
    const ref = `again-${String(count)}`;
    const entered = await enterClaim(isnad, { ref, attributions: [{ source: twice.ref, mode: 'direct' }] });
    const { article, quote } = await readClaim(isnad, entered);
    const claim = {
      ...{ ref, article: article.ref, kind: 'announcement', quote: { exact: quote.exact } },
      attributions: [{ source: twice.ref, mode: 'direct' }],
    };
    const send = async () => (await isnad.as('checker').post('/v1/claims', claim)).status;
    const before = await send();
    await mergeSources(isnad, twice, stands);
    expect(await send()).toBe(before);
  });

  it('costs a screen, a list and an article no more statements', async () => {
    const claim = await saidBy(twice);
    await publishedBy(twice);
    const paths = [
      `/v1/claims/${claim}`,
      `/v1/claims?source=${twice.ref}`,
      `/v1/articles?outlet=${twice.ref}`,
    ];
    const counts = async (): Promise<number[]> => {
      const all = [];
      for (const path of paths) {
        const texts = await countStatements(async () => void bodyOf(await isnad.as('editor').get(path)));
        all.push(texts.filter((text) => !/\bkeys\b/.test(text)).length);
      }
      return all;
    };
    await counts();
    expect(await counts()).toEqual([1, 1, 1]);
    await mergeSources(isnad, twice, stands);
    expect(await counts()).toEqual([1, 1, 1]);
  });

  it('is withheld with the one that stands: no search finds either name', async () => {
    const claim = await saidBy(twice);
    await mergeSources(isnad, twice, stands);
    const alone = { target: { kind: 'source', id: twice.id }, reason: 'unlawful' };
    const early = await isnad.as('admin').post('/v1/erasures', alone);
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ code: 'source_merged', mergedInto: stands.ref });
    const target = { kind: 'source', id: stands.id };
    const asked = await isnad.as('admin').post('/v1/erasures', { target, reason: 'unlawful' });
    expect(asked.status).toBe(202);
    bodyOf(await confirmErasure(isnad, asked.body as { id: string }, 'editor'));
    for (const word of [words.twice, words.stands]) {
      expect(await findByName(word)).toEqual([]);
      expect(await findByName(word, '&status=merged')).toEqual([]);
      expect(await refsIn(`/v1/claims?q=${word}`)).toEqual([]);
    }
    await isnad.work();
    const feed = await isnad
      .as('admin')
      .get('/v1/feed?after=start&types=source.merged,content.redacted&limit=200');
    for (const id of [twice.id, stands.id]) expect(JSON.stringify(bodyOf(feed))).toContain(id);
    const told = [
      feed,
      await isnad.as('editor').get(`/v1/sources/${twice.ref}`),
      await isnad.as('editor').get(`/v1/claims/${claim}`),
      await isnad.as('admin').get('/v1/feed?after=start&types=source.created&limit=200'),
    ];
    for (const answer of told)
      for (const word of [words.twice, words.stands])
        expect(JSON.stringify(bodyOf(answer))).not.toContain(word);
    expect(await verifyTwice(isnad)).toMatchObject({ valid: true });
    const late = await recordSource(isnad, 'Late');
    const refused = await isnad
      .as('editor')
      .post(`/v1/sources/${late.ref}/transitions`, { event: 'merge', into: stands.ref }, anyVersion);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'merge_target_gone']);
  });
});
