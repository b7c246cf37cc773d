/** What somebody at the desk waits for: until it can be used, until a key is answered, until the next task is there. */
import type { Browser } from 'playwright-core';
import { type Cast, findTask, takeAndStart } from '../../demo/first-act.js';
import { until } from '../../demo/desk.js';
import type { RunningIsnad } from '../../demo/run-isnad.js';
import { figureOf, quantile, written } from '../figures.js';
import { atMost, type Line } from '../report.js';
import { signIn, throttle, watchPage, whatWasSeen } from './in-browser.js';

const rounds = 9;
/** Until what is to do is on the screen and the key for it is answered. */
const usable = '.work-next button:not([aria-busy]), .task-list a';

export async function benchUsable(browser: Browser, { url, keys }: RunningIsnad): Promise<Line[]> {
  const times: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext();
    await signIn(context, url, String(keys['checker']));
    for (const how of ['cold', 'warm'] as const) {
      const page = await context.newPage();
      await throttle(page);
      const begun = performance.now();
      await page.goto(`${url}/desk/work`, { waitUntil: 'commit' });
      await page.locator(usable).first().waitFor();
      await page.locator('main h2').first().waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      times[how].push(performance.now() - begun);
      await page.close();
    }
    await context.close();
  }
  return (['cold', 'warm'] as const).map((how) => ({
    what: `desk usable, ${how}, slow 4G and a fourth of a processor, median of ${String(rounds)}`,
    measured: `${written(figureOf(times[how]).median)} ms`,
    limit: atMost(figureOf(times[how]).median, how === 'cold' ? 2_500 : 700),
  }));
}

const longArticle = { codePoints: 500_000, claims: 300 } as const;

export async function benchTyping(
  browser: Browser,
  { url, keys }: RunningIsnad,
  { editor, checker }: Cast,
): Promise<Line[]> {
  const sentence = (at: number): string => `قال المتحدث رقم ${String(at)} إن القافلة وصلت إلى المدينة`;
  const filler = 'وذكر التقرير أن الوضع لم يتغير منذ الأسبوع الماضي. '.repeat(30);
  let text = '';
  for (let at = 0; at < longArticle.claims; at++) text += `${sentence(at)}. ${filler}\n\n`;
  text += 'ا'.repeat(Math.max(0, longArticle.codePoints - text.length));
  const article = await editor.require('POST /v1/articles', {
    body: { title: 'طويل', language: 'ar', text },
  });
  for (let at = 0; at < longArticle.claims; at += 100)
    await editor.require('POST /v1/claims/batch', {
      body: {
        items: Array.from({ length: 100 }, (_, place) => ({
          article: article.ref,
          kind: 'assertion' as const,
          quote: { exact: sentence(at + place) + '.' },
        })),
      },
    });
  const { items } = await editor.require('GET /v1/articles/{id}/claims', { id: article.id, limit: 1 });
  const ref = items[0]?.ref ?? '';
  await editor.require('POST /v1/claims/{id}/transitions', { id: ref, body: { event: 'accept' } });
  const task = await findTask(checker, ref, 'review');
  await takeAndStart(checker, task);
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  await signIn(context, url, String(keys['checker']));
  const page = await context.newPage();
  await watchPage(page);
  await throttle(page, { network: false });
  await page.goto(`${url}/desk/tasks/${task}`);
  await page.locator('.article-text mark').first().waitFor({ timeout: 120_000 });
  await page.locator('.rationale textarea').first().focus();
  await page.evaluate('seen.inputs.length = 0');
  for (const letter of 'The evidence shows that the convoy came to the city on Monday, and that it left on Tuesday.')
    await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 30 });
  const { inputs } = await whatWasSeen(page);
  await context.close();
  const slowest = inputs.length === 0 ? 16 : quantile(inputs, 0.98);
  return [
    {
      what: `typing beside an article of ${longArticle.codePoints.toLocaleString('en')} letters and ${String(longArticle.claims)} claims, p98`,
      measured: `${written(slowest)} ms`,
      limit: atMost(slowest, 80),
    },
  ];
}

const submissions = 20;
const restMs = 500;

export async function benchNext(
  browser: Browser,
  { url, keys }: RunningIsnad,
  { editor }: Cast,
): Promise<Line[]> {
  const { items } = await editor.require('GET /v1/claims', { status: ['submitted'], limit: submissions + 5 });
  for (const { ref } of items)
    await editor.require('POST /v1/claims/{id}/transitions', { id: ref, body: { event: 'accept' } });
  await until('there is enough to do', async () => {
    const { items: tasks } = await editor.require('GET /v1/tasks', {
      status: ['open'],
      stage: ['review'],
      limit: 200,
    });
    return tasks.length >= submissions + 1;
  });
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 } });
  await signIn(context, url, String(keys['checker2']));
  const page = await context.newPage();
  await page.goto(`${url}/desk/work`);
  await page.locator('.work-next button kbd').waitFor();
  const canWrite = () => page.locator('fieldset input:not([disabled])').first().waitFor();
  const take = async (): Promise<void> => {
    await page.keyboard.press('n');
    await page.waitForURL('**/desk/tasks/*');
    await canWrite();
  };
  const write = async (): Promise<void> => {
    await page.keyboard.press('v');
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.locator('input[value=true]').check();
    await page.locator('.rationale textarea').first().focus();
    await page.keyboard.insertText('The evidence shows it.');
  };
  const submitted: number[] = [];
  const next: number[] = [];
  await take();
  for (let round = 0; round < submissions; round++) {
    await write();
    let begun = performance.now();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/desk/work');
    await page.locator('.work-next button kbd').waitFor();
    submitted.push(performance.now() - begun);
    begun = performance.now();
    await take();
    next.push(performance.now() - begun);
  }
  const both = submitted.map((ms, at) => ms + (next[at] ?? NaN));

  await openMore(editor);
  const painted: Record<'prefetched' | 'cold', number[]> = { prefetched: [], cold: [] };
  for (const how of ['prefetched', 'cold'] as const) {
    // What is likely to come next is not known there.
    if (how === 'cold') await page.route('**/v1/tasks?*', (route) => route.abort());
    await page.reload();
    await canWrite();
    for (let round = 0; round < submissions; round++) {
      await write();
      // Nobody reads and weighs a claim in no time: by then its screen has come to rest, and what is likely next is there.
      await page.waitForTimeout(restMs);
      await page.evaluate(untilAnotherIsPainted);
      await page.keyboard.press('Control+Shift+Enter');
      painted[how].push(await page.evaluate<number>('window.painted'));
      await canWrite();
    }
  }
  await context.close();
  return [
    {
      what: `a verdict submitted, until the desk has it and the work is on the screen, p95 of ${String(submissions)}`,
      measured: `${written(quantile(submitted, 0.95))} ms`,
    },
    {
      what: `the next task asked for, until it can be written on, p95 of ${String(submissions)}`,
      measured: `${written(quantile(next, 0.95))} ms`,
    },
    {
      what: `from submitting to the next task, p95 of ${String(submissions)}`,
      measured: `${written(quantile(both, 0.95))} ms`,
      limit: atMost(quantile(both, 0.95), 400),
    },
    ...(['prefetched', 'cold'] as const).map((how) => ({
      what: `submitted and gone on by one key, until the next task is painted, ${how}, p95 of ${String(submissions)}`,
      measured: `${written(quantile(painted[how], 0.95))} ms`,
      limit: atMost(quantile(painted[how], 0.95), how === 'cold' ? 400 : 100),
    })),
  ];
}

/** Reviews that are taken before all others, each of a claim of its own. */
async function openMore(editor: Cast['editor']): Promise<void> {
  const count = 2 * submissions;
  const sentence = (at: number): string =>
    `The spokesman said for the ${String(at)}th time that it had arrived.`;
  const text = Array.from({ length: count }, (_, at) => sentence(at)).join('\n\n');
  const article = await editor.require('POST /v1/articles', {
    body: { title: 'Said again and again', language: 'en', text },
  });
  for (let at = 0; at < count; at++) {
    const { ref } = await editor.require('POST /v1/claims', {
      body: { article: article.ref, kind: 'assertion', quote: { exact: sentence(at) } },
    });
    await editor.require('POST /v1/claims/{id}/transitions', {
      id: ref,
      body: { event: 'accept', priority: 'urgent' },
    });
  }
  await until('they can be taken', async () => {
    const asked = {
      status: ['open' as const],
      stage: ['review' as const],
      priority: ['urgent' as const],
      limit: 200,
    };
    return (await editor.require('GET /v1/tasks', asked)).items.length >= count;
  });
}

/** From the key to the first frame with another claim, its quote in the article, and fields to write in. */
const untilAnotherIsPainted = `window.painted = new Promise((done) => {
  const shown = () => document.querySelector('.review-head h1')?.textContent;
  const before = shown();
  const isThere = () => shown() !== before && document.querySelector('mark.own') && document.querySelector('fieldset input:not([disabled])');
  addEventListener('keydown', ({ timeStamp }) => {
    const look = () => requestAnimationFrame(() => (isThere() ? setTimeout(() => done(performance.now() - timeStamp)) : look()));
    look();
  }, { once: true, capture: true });
}); undefined`;
