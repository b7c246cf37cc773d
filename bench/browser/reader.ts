/** What readers get, and how soon somebody at the desk sees what another did. */
import type { Browser } from 'playwright-core';
import type { Cast } from '../../demo/first-act.js';
import type { RunningIsnad } from '../../demo/run-isnad.js';
import { figureOf, quantile, written } from '../figures.js';
import { atMost, type Line } from '../report.js';
import { blocked, signIn, throttle, untilTrue, watchPage, whatWasSeen } from './in-browser.js';

const rounds = 9;

export async function benchPage(browser: Browser, { url }: RunningIsnad): Promise<Line[]> {
  const paints: number[] = [];
  const blocks: number[] = [];
  let weight = 0;
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await watchPage(page);
    const { bytes } = await throttle(page);
    await page.goto(`${url}/ar/claims/C34`, { waitUntil: 'load' });
    await untilTrue(page, 'seen.paint > 0');
    const seen = await whatWasSeen(page);
    paints.push(seen.paint);
    blocks.push(blocked(seen));
    weight = bytes();
    await context.close();
  }
  const how = `public page, slow 4G and a fourth of a processor, median of ${String(rounds)}`;
  const [paint, block] = [figureOf(paints).median, figureOf(blocks).median];
  return [
    { what: `${how}: largest paint`, measured: `${written(paint)} ms`, limit: atMost(paint, 1_200) },
    { what: `${how}: blocked`, measured: `${written(block)} ms`, limit: atMost(block, 0) },
    { what: 'public page with its picture: bytes', measured: written(weight), limit: atMost(weight, 25_000) },
  ];
}

const changes = 200;
const others = 49;

export async function benchChanges(
  browser: Browser,
  { url, keys }: RunningIsnad,
  { editor }: Cast,
): Promise<Line[]> {
  const ended = new AbortController();
  const listeners = ['editor', 'editor2', 'checker2', 'reader'] as const;
  const listen = async (_one: unknown, at: number): Promise<boolean> => {
    const key = keys[listeners[at % listeners.length] ?? 'reader'];
    const headers = { Authorization: `Bearer ${String(key)}` };
    const answer = await fetch(`${url}/v1/stream`, { headers, signal: ended.signal });
    void answer.body?.pipeTo(new WritableStream()).catch(() => undefined);
    return answer.ok;
  };
  const listening = (await Promise.all(Array.from({ length: others }, listen))).filter((ok) => ok).length;
  const context = await browser.newContext();
  await signIn(context, url, String(keys['checker']));
  const page = await context.newPage();
  await page.goto(`${url}/desk/claims/C41`);
  await page.locator('.claim-quote').waitFor();
  await page.waitForLoadState('load');
  await page.evaluate(`window.came = {}; window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { moved += value; })).observe({ type: 'layout-shift' });
    new MutationObserver(() => {
      const at = /change-(\\d+)/.exec(document.querySelector('.claim-quote').textContent);
      if (at) requestAnimationFrame(() => { came[at[1]] ??= performance.timeOrigin + performance.now(); });
    }).observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true });`);
  const times: number[] = [];
  for (let round = 0; round <= changes; round++) {
    const begun = performance.timeOrigin + performance.now();
    const body = { glosses: { en: `change-${String(round).padStart(4, '0')}` } };
    await editor.require('PATCH /v1/claims/{id}', { id: 'C41', body }, { ifMatch: '*' });
    const name = String(round).padStart(4, '0');
    await untilTrue(page, `came['${name}'] !== undefined`);
    // The first finds the stream still being opened, and takes the place that the others then have.
    if (round === 0) await page.evaluate('moved = 0');
    else times.push((await page.evaluate<number>(`came['${name}']`)) - begun);
  }
  const moved = await page.evaluate<number>('moved');
  ended.abort();
  await context.close();
  const how = `a change of another is on the screen, beside ${String(listening)} that listen, n = ${String(changes)}`;
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.99)];
  return [
    { what: `${how}: p50`, measured: `${written(half)} ms`, limit: atMost(half, 100) },
    { what: `${how}: p99`, measured: `${written(most)} ms`, limit: atMost(most, 250) },
    { what: 'what moved on the screen meanwhile', measured: written(moved), limit: atMost(moved, 0) },
  ];
}
