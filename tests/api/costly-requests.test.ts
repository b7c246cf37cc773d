/** What one caller sends keeps nobody else waiting, and its answer does not outgrow what was sent by far. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldText } from '../../src/domain/text/fold.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** The longest that everybody else had to wait, in milliseconds. Before, it was minutes. */
async function longestWait(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

it('A batch of quotes that stand at every letter of a long article keeps nobody waiting', async () => {
  const editor = isnad.as('editor');
  const text = 'a'.repeat(500_000);
  await editor.post('/v1/articles', { ref: 'letters', title: 'Letters', language: 'en', text });
  const item = (quote: object) => ({ article: 'letters', kind: 'assertion', quote });
  const short = Array.from({ length: 400 }, () => item({ exact: 'a' }));
  const placed = Array.from({ length: 100 }, (_, at) => item({ exact: 'aaa', start: at * 7 }));
  const long = Array.from({ length: 400 }, () => item({ exact: 'a'.repeat(4_900) }));
  const waited = await longestWait(async () => {
    const { status, body, answer } = await sent([...short, ...placed, ...long]);
    expect(status).toBe(200);
    const outcomes = body.items.map(({ outcome, problem }) => problem?.code ?? outcome);
    expect(new Set(outcomes.slice(0, 400))).toEqual(new Set(['quote_ambiguous']));
    expect(new Set(outcomes.slice(400, 500))).toEqual(new Set(['created']));
    expect(new Set(outcomes.slice(500))).toEqual(new Set(['quote_ambiguous']));
    expect(body.items[0]?.problem?.candidates).toHaveLength(20);
    // Each of the long ones would be told of twenty times.
    expect(answer.length).toBeLessThan(10 * 400 * 4_900);
  });
  expect(waited).toBeLessThan(10_000);
});

async function sent(items: object[]) {
  const response = await isnad.as('checker').post('/v1/claims/batch', { items });
  const answered = response.body as {
    items: { outcome: string; problem?: { code: string; candidates?: object[] } }[];
  };
  return { status: response.status, body: answered, answer: JSON.stringify(answered) };
}

it('A new version of a long article is compared with those of its quotes in turns', async () => {
  const editor = isnad.as('editor');
  const words = Array.from({ length: 20_000 }, (_, at) => `w${String(at + 1)} w${String(at)}`);
  const before = `first ${words.join(' ')} last`;
  await editor.post('/v1/articles', { ref: 'words', title: 'Words', language: 'en', text: before });
  const items = Array.from({ length: 500 }, (_, at) => ({
    ...{ article: 'words', kind: 'assertion' },
    quote: {
      exact: `w${String(at + 1)} w${String(at)}`,
      start: before.indexOf(`w${String(at + 1)} w${String(at)}`),
    },
  }));
  expect((await sent(items)).status).toBe(200);
  const waited = await longestWait(async () => {
    const revised = await editor.post('/v1/articles/words/versions', {
      text: `begin ${words.join(' X ').replaceAll(' w', ' X w')} end`,
    });
    expect(revised.status).toBe(201);
    expect((revised.body as { quotes: object[] }).quotes.length).toBeGreaterThan(400);
  });
  expect(waited).toBeLessThan(10_000);
});

interface Report {
  code?: string;
  counts: Record<string, number>;
  items: { outcome: string; refusals: { code: string }[] }[];
}
async function imported(given: object): Promise<{ status: number; body: Report }> {
  const response = await isnad.as('checker').post('/v1/imports', given);
  return { status: response.status, body: response.body as Report };
}

it('An import of more items than one may hold is refused, and keeps nobody waiting', async () => {
  const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;
  const shared = {
    '@id': '#a',
    '@type': 'Claim',
    appearance: Array.from({ length: 20_000 }, (_, at) => `p/${String(at)}`),
  };
  const reviews = (count: number, more: object) =>
    Array.from({ length: count }, (_, at) => ({
      '@type': 'ClaimReview',
      url: `https://x.example/${String(at)}`,
      ...more,
    }));
  const answers = [
    { page: script(`[${'1,'.repeat(1_900_000)}1]`) },
    // What is said once is read again for each that names it.
    { page: script(JSON.stringify([shared, ...reviews(5_000, { itemReviewed: { '@id': '#a' } })])) },
    {
      document: {
        claims: [{ text: 'x'.repeat(1_000_000), claimReview: Array.from({ length: 10_000 }, () => ({})) }],
      },
    },
  ];
  const waited = await longestWait(async () => {
    const refused: Report[] = [];
    for (const given of answers) refused.push((await imported(given)).body);
    expect(refused).toMatchObject(answers.map(() => ({ code: 'import_too_large' })));
    // The name of what holds them stands in the pointer of each.
    const named = await imported({ document: { ['k'.repeat(1_000_000)]: reviews(2_000, {}) }, dryRun: true });
    expect(JSON.stringify(named.body).length).toBeLessThan(10_000_000);
  });
  expect(waited).toBeLessThan(20_000);
});

it('What an import does not store opens no transaction', async () => {
  const begun = async (): Promise<number> => {
    const [row] = await isnad.store.db.$queryRaw<
      [{ n: number }]
    >`SELECT xact_commit::int AS n FROM pg_stat_database WHERE datname = current_database()`;
    return row.n;
  };
  const before = await begun();
  const { body } = await imported({ document: Array.from({ length: 19_000 }, () => 1) });
  expect(body.counts['ignored']).toBe(19_000);
  await isnad.store.db.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
  expect((await begun()) - before).toBeLessThan(300);
});

it('A review is compared with few of those at its address, which may not be endless', async () => {
  const review = (words: string) => ({
    '@type': 'ClaimReview',
    url: 'https://crowded.example/all',
    claimReviewed: words,
    reviewRating: { alternateName: 'False' },
  });
  const words = (at: number): string =>
    `Convoy number ${String(at)} reached harbor ${String(at * 7)} in the evening`;
  await imported({ document: [review(words(500))] });
  // Written at once: what is looked at is the last of a thousand.
  const others = Array.from({ length: 990 }, (_, at) => words(at)).filter((one) => one !== words(500));
  await isnad.store.db.$executeRaw`
    INSERT INTO external_reviews (id, url, claim_text, folded, appearances, publisher_name, textual_rating, digest)
    SELECT gen_random_uuid(), 'https://crowded.example/all', text, folded, '{}', 'Somebody', 'False', md5(text)
    FROM unnest(${others}::text[], ${others.map((one) => foldText(one, 'search'))}::text[]) AS one (text, folded)`;
  const more = Array.from({ length: 20 }, (_, at) =>
    review(`The minister resigned on day ${String(at)} of the strike`),
  );
  const { body } = await imported({ document: more });
  expect(body.counts).toMatchObject({ imported: 10, refused: 10 });
  expect(body.items[15]).toMatchObject({
    outcome: 'refused',
    refusals: [{ code: 'too_many_at_address' }],
  });
  // Full, but what stands there is found, also in other words.
  const again = await imported({
    document: [review(words(500)), review(`${words(700)} yesterday`), review('Quite another thing')],
  });
  expect(again.body.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated', 'refused']);
});
