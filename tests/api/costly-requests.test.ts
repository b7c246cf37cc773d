/** What one caller sends keeps nobody else waiting, and its answer does not outgrow what was sent by far. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
    const { status, body, text: answer } = await sent([...short, ...placed, ...long]);
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
  const { status, body } = await isnad.as('checker').post('/v1/claims/batch', { items });
  const answered = body as {
    items: { outcome: string; problem?: { code: string; candidates?: object[] } }[];
  };
  return { status, body: answered, text: JSON.stringify(body) };
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
