import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/resources/imports/import.schema.js';
import { faultsOf } from '../support/bodies.js';
import { clean, without } from '../support/clean-review.js';
import { bodyOf, enterClaim, move, publishVerdict } from '../support/desk.js';
import { runCommand } from '../support/run-command.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const importing = async (document: object, more: object = {}): Promise<ImportReport> =>
  bodyOf(await isnad.as('checker').post('/v1/imports', { document, ...more })) as ImportReport;

const outcomesOf = ({ items }: ImportReport): string[] => items.map(({ outcome }) => outcome);

let addresses = 0;
const fresh = (more: object = {}) => ({
  ...clean,
  url: `https://checks.example/fresh/${String(++addresses)}`,
  ...more,
});

const reviewEvents = async (): Promise<string[]> => {
  const { rows } = await isnad.database.pool.query<{ type: string }>(
    `SELECT type FROM events WHERE subject_type = 'review' ORDER BY seq`,
  );
  return rows.map(({ type }) => type);
};

describe('an import', () => {
  it('stores each review once under its address, and tells of each change in an event', async () => {
    const before = (await reviewEvents()).length;
    const review = fresh();
    expect(outcomesOf(await importing(review))).toEqual(['imported']);
    expect(outcomesOf(await importing(review))).toEqual(['unchanged']);
    expect(outcomesOf(await importing({ ...review, claimReviewed: `${clean.claimReviewed} سرا` }))).toEqual([
      'updated',
    ]);
    const removal = {
      '@type': 'DataFeedItem',
      dateDeleted: '2024-07-01',
      item: { '@type': 'ClaimReview', url: review.url },
    };
    // A ClaimReview within a removed item is what was removed.
    expect(outcomesOf(await importing(removal))).toEqual(['withdrawn']);
    expect(outcomesOf(await importing(removal))).toEqual(['ignored']);
    expect(outcomesOf(await importing({ ...review, claimReviewed: `${clean.claimReviewed} سرا` }))).toEqual([
      'updated',
    ]);
    expect((await reviewEvents()).slice(before)).toEqual([
      'review.imported',
      'review.changed',
      'review.withdrawn',
      'review.changed',
    ]);
  });

  it('two claims at one address are both kept, in one document and in two', async () => {
    const review = fresh();
    const other = { ...review, claimReviewed: 'The vaccine alters DNA', inLanguage: 'en' };
    const alike = { ...review, claimReviewed: `${clean.claimReviewed} مرتين` };
    expect(outcomesOf(await importing([review, other, alike]))).toEqual(['imported', 'imported', 'imported']);
    expect(outcomesOf(await importing(other))).toEqual(['unchanged']);
    expect(outcomesOf(await importing([alike, review]))).toEqual(['unchanged', 'unchanged']);
    const third = { ...review, claimReviewed: 'انخفض الجنيه أمام الدولار', headline: 'x' };
    expect(outcomesOf(await importing(third))).toEqual(['imported']);
    const matched = async (text: string): Promise<string[]> => {
      const found = await isnad.as('reader').post('/v1/match', { text, language: 'en', limit: 50 });
      const { claims } = bodyOf(found) as { claims: { text: string; claimReview: { url: string }[] }[] };
      return claims.filter(({ claimReview }) => claimReview[0]?.url === review.url).map((one) => one.text);
    };
    expect(await matched(other.claimReviewed)).toEqual([other.claimReviewed]);
    expect(await matched(third.claimReviewed)).toEqual([third.claimReviewed]);
    expect((await matched(clean.claimReviewed)).toSorted()).toEqual(
      [alike.claimReviewed, review.claimReviewed].toSorted(),
    );
    const removal = {
      '@type': 'DataFeedItem',
      dateDeleted: '2024-07-01',
      item: { '@type': 'ClaimReview', url: review.url },
    };
    expect(outcomesOf(await importing(removal))).toEqual(['withdrawn']);
    expect(await matched(clean.claimReviewed)).toEqual([]);
  });

  it('an address with a mark that nobody sees is the same address', async () => {
    const review = fresh();
    expect(outcomesOf(await importing(review))).toEqual(['imported']);
    const marked = await importing([
      { ...review, url: `${review.url}\u200F` },
      { ...review, url: `\u200E${review.url}` },
    ]);
    expect(outcomesOf(marked)).toEqual(['unchanged', 'unchanged']);
    expect(marked.items).toMatchObject([
      { repairs: [{ code: 'invisible_character' }] },
      { repairs: [{ code: 'invisible_character' }] },
    ]);
  });

  it('reads a whole page, with addresses that are relative to its own', async () => {
    const { url, ...review } = fresh();
    const page = `<title>x</title><script type="application/ld+json">${JSON.stringify([{ ...review, url: new URL(url).pathname }])}</script>`;
    const body = { page, base: 'https://checks.example/' };
    const report = bodyOf(await isnad.as('checker').post('/v1/imports', body)) as ImportReport;
    expect(report.items).toMatchObject([{ outcome: 'imported', url, repairs: [{ code: 'url_relative' }] }]);
    expect((await importing({ ...review, url })).items).toMatchObject([{ outcome: 'unchanged' }]);
    const both = await isnad.as('checker').post('/v1/imports', { page, document: review });
    expect([both.status, (await isnad.as('checker').post('/v1/imports', {})).status]).toEqual([400, 400]);
  });

  it('a page whose JSON is nested without end is refused', async () => {
    const text = JSON.stringify(fresh({ inLanguage: [] })).replace('[]', nested);
    const page = `<script type="application/ld+json">${text}</script>`;
    const report = bodyOf(await isnad.as('checker').post('/v1/imports', { page })) as ImportReport;
    expect(report.items).toMatchObject([{ outcome: 'refused', refusals: [{ code: 'too_deep' }] }]);
  });

  it('reports on everything in a document: what was imported, repaired, refused, passed over', async () => {
    const report = await importing([
      fresh({ inLanguage: 'AR' }),
      { ...without('url') },
      { '@type': 'WebSite' },
      fresh({ reviewRating: 'زائف\r' }),
    ]);
    expect(report.counts).toMatchObject({ imported: 2, refused: 1, ignored: 1, unchanged: 0 });
    expect(report.items).toMatchObject([
      {
        pointer: '/0',
        outcome: 'imported',
        repairs: [{ code: 'language_form', from: 'AR', to: 'ar' }],
        refusals: [],
      },
      {
        pointer: '/1',
        outcome: 'refused',
        url: null,
        claimText: clean.claimReviewed,
        refusals: [{ code: 'url_missing' }],
      },
      { pointer: '/2', outcome: 'ignored', note: 'is no ClaimReview: WebSite' },
      {
        pointer: '/3',
        outcome: 'imported',
        repairs: [{ code: 'rating_as_text' }, { code: 'control_character' }],
      },
    ]);
  });

  it('can be tried without storing anything', async () => {
    const events = await reviewEvents();
    const review = fresh();
    expect(outcomesOf(await importing(review, { dryRun: true }))).toEqual(['readable']);
    expect(await reviewEvents()).toEqual(events);
    expect(outcomesOf(await importing(review))).toEqual(['imported']);
  });

  it('two imports at the same time store everything once', async () => {
    const reviews = Array.from({ length: 120 }, () => fresh());
    const reports = await Promise.all([importing(reviews), importing(reviews.toReversed())]);
    const outcomes = reports.flatMap(outcomesOf);
    expect(outcomes.filter((one) => one === 'imported')).toHaveLength(120);
    expect(outcomes.filter((one) => one === 'unchanged')).toHaveLength(120);
  });

  it('an import of what this API gives out reads all of it, and takes back what was retracted', async () => {
    const [kept, dropped] = [await enterClaim(isnad), await enterClaim(isnad)];
    await publishVerdict(isnad, kept);
    await publishVerdict(isnad, dropped);
    const read = async (): Promise<string> =>
      JSON.stringify(bodyOf(await isnad.as('reader').get('/v1/claimreviews')));
    // What we publish stands here already: in our own name nothing is taken in.
    const own = await importing(JSON.parse(await read()) as object);
    expect(own.counts).toMatchObject({ imported: 0, refused: 0, ignored: 2 });
    expect(own.items.map(({ note }) => note)).toEqual(Array(2).fill(expect.stringContaining('as our own')));
    // The same house under another name and address.
    const feed = async (): Promise<object> =>
      JSON.parse(
        (await read())
          .replaceAll('127.0.0.1:4545', 'other.example')
          .replaceAll('Unnamed fact-checking desk', 'Another desk'),
      ) as object;
    expect((await importing(await feed())).counts).toMatchObject({ imported: 2, refused: 0 });
    bodyOf(await move(isnad, 'editor', dropped, { event: 'retract', reason: 'error' }));
    const again = await importing(await feed());
    expect(again.counts).toMatchObject({ unchanged: 1, withdrawn: 1, imported: 0 });
    expect(again.items.flatMap(({ repairs }) => repairs)).toEqual([]);
    // What others say of a claim, or we ourselves through them, is no verdict.
    expect(bodyOf(await isnad.as('reader').get(`/v1/claims/${dropped}/status`))).toMatchObject({
      rating: null,
    });
  });

  it('is for those who record, and needs a document', async () => {
    const body = { document: clean };
    expect((await isnad.stranger.post('/v1/imports', body)).status).toBe(401);
    for (const person of ['reader', 'admin'] as const)
      expect((await isnad.as(person).post('/v1/imports', body)).status).toBe(403);
    const wrong = await isnad.as('editor').post('/v1/imports', { document: 'x', language: '?', url: 1 });
    expect(faultsOf(wrong)).toEqual(['/document', '/language', '/url']);
  });
});

const nested = '['.repeat(20_000) + ']'.repeat(20_000);

describe('the command', () => {
  const run = (...args: string[]) => runCommand(args, { DATABASE_URL: isnad.url });

  it('reads a page in the encoding that it is in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-import-'));
    try {
      const file = join(folder, 'page.html');
      const review = fresh({ claimReviewed: 'Le général est déjà parti', inLanguage: 'fr' });
      const page = `<meta charset="iso-8859-1"><script type="application/ld+json">${JSON.stringify(review).replace(/[^\x20-\xff]/g, 'x')}</script>`;
      await writeFile(file, Buffer.from(page, 'latin1'));
      expect((await run('import', file)).out).toContain('1 imported');
      const found = await isnad.owner.query(
        'SELECT FROM external_reviews WHERE url = $1 AND claim_text = $2',
        [review.url, review.claimReviewed],
      );
      expect(found.rowCount).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    [['a.json', 'b.json'], 'one file is imported at a time'],
    [['--claims', 'a.csv', 'b.csv'], 'one file is imported at a time'],
    [['a.json', '--report', 'r.jsonl'], '--report is only for --claims'],
    [['--claims', 'a.csv', '--language', 'ar'], '--language is not for --claims'],
  ])('refuses what it would not look at: %j', async (given, why) => {
    const { code, err } = await run('import', ...given);
    expect([code, err]).toEqual([1, expect.stringContaining(why)]);
  });

  it('imports a file, even one with a byte order mark and half characters, and tells it in lines', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-import-'));
    try {
      const file = join(folder, 'reviews.json');
      const reviews = [fresh({ claimReviewed: 'half \ud800 \u001b[31m' }), without('url')];
      await writeFile(file, `\uFEFF${JSON.stringify(reviews)}`);
      const dry = await run('import', file, '--dry-run');
      expect(dry.out).toContain('1 readable, 1 refused');
      const { out, code } = await run('import', file, '--language', 'ar');
      expect(code).toBe(1);
      expect(out).toContain('1 imported, 1 refused');
      expect(out).toContain('url_missing');
      expect(out).toContain('unstorable_character');
      expect(out).not.toContain('\u001b');
      await writeFile(file, '{');
      expect((await run('import', file)).err).toContain('is not valid JSON');
      await writeFile(file, JSON.stringify(fresh({ inLanguage: [] })).replace('[]', nested));
      expect((await run('import', file)).err).toContain('is nested too deep to be read');
      await writeFile(file, Buffer.from('{"claimReviewed": "déjà vu"}', 'latin1'));
      expect((await run('import', file)).err).toContain('not valid UTF-8');
      expect((await run('import')).err).toContain('name a file');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
