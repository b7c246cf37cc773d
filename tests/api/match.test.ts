import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { matches, proposals } from '../../src/language/match.schema.js';
import { anyVersion } from '../support/api.js';
import { faultsOf } from '../support/bodies.js';
import { clean } from '../support/clean-review.js';
import { countStatements } from '../support/count-statements.js';
import { bodyOf, enterClaim, madeOf, move, publishVerdict, verdictBody } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

type Match = z.output<typeof matches>['claims'][number];
type Proposal = z.output<typeof proposals>['items'][number];

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await publishVerdict(isnad, 'C34', { body: verdictBody('mostly-true') });
  await publishVerdict(isnad, 'T1');
});
afterAll(() => isnad.close());

const match = async (text: string, more: object = {}): Promise<Match[]> => {
  const response = await isnad.as('reader').post('/v1/match', { text, language: 'ar', ...more });
  return (bodyOf(response) as { claims: Match[] }).claims;
};
const similar = async (ref: string): Promise<Proposal[]> =>
  (bodyOf(await isnad.as('reader').get(`/v1/claims/${ref}/similar?limit=50`)) as { items: Proposal[] }).items;

const accusation = 'كوريا الشمالية زودت روسيا بصواريخ باليستية وذخائر';

describe('matching a text', () => {
  it('finds what this desk has published on it, in the shape of the Fact Check Tools API, and says why', async () => {
    const [first] = await match(accusation);
    expect(first).toMatchObject({
      claimant: 'ماثيو ميللر',
      claimDate: '2024-06-17',
      claimReview: [
        {
          publisher: { name: 'Unnamed fact-checking desk', site: '127.0.0.1' },
          url: 'http://127.0.0.1:4545/ar/claims/C34',
          textualRating: 'صحيح في معظمه',
          languageCode: 'ar',
        },
      ],
      ref: 'C34',
      underCorrection: false,
      why: { sameText: false, shared: { names: ['North Korea (DPRK)', 'Russia'] } },
    });
    expect(first?.score).toBeGreaterThan(0.5);
    expect(first?.why.shared.words).toContain('باليستية');
  });

  it('finds it in English too, by what it is called there', async () => {
    const [first] = await match('North Korea supplied Russia with ballistic missiles and munitions', {
      language: 'en',
    });
    expect(first).toMatchObject({
      ref: 'C34',
      claimReview: [{ textualRating: 'Mostly true', languageCode: 'en' }],
    });
  });

  it('knows a text under any writing, and tells one figure that differs', async () => {
    expect((await match('زيارةٌ لم تحدث منذ ٢٤ عاما'))[0]).toMatchObject({
      ref: 'T1',
      score: 1,
      why: { sameText: true },
    });
    expect((await match('زيارة لم تحدث منذ 20 عامًا'))[0]).toMatchObject({
      ref: 'T1',
      why: {
        cautions: [{ kind: 'numbers_differ' }],
        onlyHere: { numbers: ['20'] },
        onlyThere: { numbers: ['24'] },
      },
    });
  });

  it('says of a denial that it contradicts, and by which word', async () => {
    const [first] = await match('موسكو وبيونج يانج ينفون تزويد روسيا بصواريخ باليستية وذخيرة');
    expect(first).toMatchObject({
      ref: 'C34',
      why: {
        stance: 'contradicts',
        cautions: [{ kind: 'stance_may_differ', here: ['ينفون'], there: [] }],
      },
    });
  });

  it('shows only what was published, and loses what is retracted', async () => {
    const claim = await enterClaim(isnad);
    const { text } = bodyOf(await isnad.as('reader').get(`/v1/claims/${claim}`)) as { text: string };
    const refs = async (): Promise<unknown[]> => (await match(text)).map(({ ref }) => ref);
    expect(await refs()).not.toContain(claim);
    await publishVerdict(isnad, claim);
    expect(await refs()).toContain(claim);
    bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'Wrong.' }));
    expect((await match(text)).find(({ ref }) => ref === claim)?.underCorrection).toBe(true);
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    expect(await refs()).not.toContain(claim);
  });

  it('answers with a rating only to the words that it was approved with', async () => {
    const claim = await enterClaim(isnad, { glosses: { en: 'Delegates counted seventeen lighthouses' } });
    await publishVerdict(isnad, claim);
    const found = async (text: string) => (await match(text, { language: 'en' })).map(({ ref }) => ref);
    expect(await found('Delegates counted seventeen lighthouses')).toEqual([claim]);
    const glosses = { en: 'Seventeen ministers resigned over smuggled zircons' };
    const changed = await isnad.as('editor').patch(`/v1/claims/${claim}`, { glosses }, anyVersion);
    expect(changed.status).toBe(200);
    expect(await found('Seventeen ministers resigned over smuggled zircons')).toEqual([]);
  });

  it('finds what others have checked, once it is imported, until they take it back; never as ours', async () => {
    expect((await match(clean.claimReviewed)).some(({ ref }) => ref === null)).toBe(false);
    const importing = (document: object) => isnad.as('editor').post('/v1/imports', { document });
    bodyOf(await importing(clean));
    expect((await match(clean.claimReviewed))[0]).toMatchObject({
      text: clean.claimReviewed,
      claimant: 'Matthew Miller',
      claimDate: '2024-06-17',
      claimReview: [
        {
          publisher: { name: 'Checkers', site: 'checks.example' },
          url: 'https://checks.example/1',
          title: null,
          reviewDate: '2024-06-20',
          textualRating: 'صحيح',
          languageCode: 'ar',
        },
      ],
      ref: null,
      score: 1,
    });
    const removal = { '@type': 'DataFeedItem', dateDeleted: '2024-07-01', url: clean.url };
    bodyOf(await importing(removal));
    expect((await match(clean.claimReviewed)).some(({ ref }) => ref === null)).toBe(false);
  });

  it('answers nothing to what nobody has checked, whatever is in it', async () => {
    for (const text of ['الطقس اليوم جميل في باريس', '%_\\', '...', 'x'.repeat(5000), 'كوريا '.repeat(800)])
      for (const { score } of await match(text)) expect(score).toBeGreaterThanOrEqual(0.3);
    expect(await match('الطقس اليوم جميل في باريس')).toEqual([]);
  });

  it('asks for a key, a text and a language', async () => {
    expect((await isnad.stranger.post('/v1/match', { text: 'x', language: 'ar' })).status).toBe(401);
    expect(faultsOf(await isnad.as('reader').post('/v1/match', { text: ' ', limit: 51 }))).toEqual([
      '/language',
      '/limit',
      '/text',
    ]);
  });
});

describe('claims like a claim', () => {
  it('are proposed whatever their status, with the relations that stand already, and never itself', async () => {
    const items = await similar('C01');
    expect(items[0]).toMatchObject({
      claim: { ref: 'C15', status: 'submitted' },
      relations: expect.arrayContaining([
        { type: expect.any(String) as string, direction: expect.any(String) as string },
      ]) as object[],
    });
    expect(items.map(({ claim }) => claim.ref)).not.toContain('C01');
    const scores = items.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('are found by a gloss as soon as it is written', async () => {
    const [one, other] = [await enterClaim(isnad), await enterClaim(isnad)];
    const gloss = 'Seventeen turtles crossed the avenue by night';
    for (const ref of [one, other])
      bodyOf(
        await isnad.as('checker').patch(`/v1/claims/${ref}`, { glosses: { en: gloss } }, { 'If-Match': '*' }),
      );
    expect((await match(gloss, { language: 'en' })).length).toBe(0);
    await publishVerdict(isnad, one);
    expect((await match(gloss, { language: 'en' })).map(({ ref, score }) => [ref, score])).toEqual([
      [one, 1],
    ]);
    expect((await similar(other)).map(({ claim }) => claim.ref)).toContain(one);
  });

  it('are not merged, related or changed by being looked for', async () => {
    const before = bodyOf(await isnad.as('reader').get('/v1/claims/C37'));
    await similar('C37');
    await match(accusation);
    expect(bodyOf(await isnad.as('reader').get('/v1/claims/C37'))).toEqual(before);
  });

  it('leave out rejected claims; a claim that is not there has none', async () => {
    bodyOf(await move(isnad, 'editor', 'C15', { event: 'reject', reason: 'Entered twice.' }));
    expect((await similar('C01')).map(({ claim }) => claim.ref)).not.toContain('C15');
    expect((await isnad.as('reader').get('/v1/claims/nobody/similar')).status).toBe(404);
    expect((await isnad.stranger.get('/v1/claims/C01/similar')).status).toBe(401);
    expect(faultsOf(await isnad.as('reader').get('/v1/claims/C01/similar?limit=99'))).toEqual(['limit']);
  });
});

it('looks at no more than the newest few hundred of a word that everybody uses, and still finds the rare one', async () => {
  const { pool } = isnad.database;
  await pool.query(
    `INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end, folded)
     SELECT gen_random_uuid(), 'many' || n, (SELECT article_version_id FROM claims WHERE ref = 'C34'), 'assertion', 'ar',
       'تصريح عادي', '', '', 100000 + n, 100001 + n, 'تصريح عادي عن موضوع شائع ' || CASE n WHEN 7 THEN 'زمردي' ELSE '' END
     FROM generate_series(1, 3000) n`,
  );
  const claim = await enterClaim(isnad, { glosses: { ar: 'تصريح عادي عن موضوع شائع زمردي' } });
  const found = await similar(claim);
  expect(found.map((one) => one.claim.ref)).toContain('many7');
});

describe('the answer to a new claim', () => {
  const enter = async (exact: string, more: object = {}) => {
    const article = { title: 'Twins', language: 'ar', text: `${exact}.` };
    const { ref } = madeOf(await isnad.as('checker').post('/v1/articles', article)) as { ref: string };
    const body = { article: ref, kind: 'accusation', quote: { exact }, ...more };
    return madeOf(await isnad.as('checker').post('/v1/claims', body)) as {
      ref: string;
      twins: { claim: { ref: string }; score: number }[];
    };
  };

  it('names claims that say the same, most alike first, in whatever language they share', async () => {
    const { twins } = await enter(accusation);
    expect(twins.map(({ claim }) => claim.ref)).toContain('C34');
    const scores = twins.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.5);
    const again = await enter('هذا ما قيل هناك', {
      glosses: { en: 'Of missiles it was said what nobody had said.' },
    });
    const third = await enter('شيء آخر تماما', {
      glosses: { en: 'Of missiles it was said what nobody had said!' },
    });
    expect(third.twins[0]).toMatchObject({ claim: { ref: again.ref } });
    expect(third.twins[0]?.score).toBeGreaterThan(0.9);
  });

  it('names none where nothing is like it, nor what was made to try something out', async () => {
    expect((await enter('قطف الفلاحون زيتونا كثيرا')).twins).toEqual([]);
    await enter('وصلت السفينة الزرقاء أمس', { test: true });
    expect((await enter('وصلت السفينة الزرقاء أمس')).twins).toEqual([]);
  });

  it('costs no statement more', async () => {
    const count = await countStatements(async () => {
      const { twins } = await enter('غادر القطار الأخير المحطة');
      expect(twins).toEqual([]);
    });
    expect(count.filter((text) => text.includes('write_claims('))).toHaveLength(1);
    expect(count.filter((text) => text.includes('claim_twins'))).toEqual([]);
  });
});
