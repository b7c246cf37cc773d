/** Chromium for the bench: a telephone on a slow network, or a desk beside the server. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false, args: ['--disable-gpu'] });

/** Slow 4G as Lighthouse has it: 150 ms, 1.6 Mb/s down and 0.75 up. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** A processor of a fourth, on a slow network where asked for. Bytes that come over the network are counted. */
export async function throttle(
  page: Page,
  { network = true }: { network?: boolean } = {},
): Promise<{ bytes: () => number }> {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  if (network) await session.send('Network.emulateNetworkConditions', slow);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { bytes: () => bytes };
}

export async function signIn(context: BrowserContext, url: string, key: string): Promise<void> {
  const answer = await context.request.post(`${url}/session`, { data: { key }, headers: { Origin: url } });
  if (answer.status() !== 201) throw new Error(`signing in was answered ${String(answer.status())}`);
}

/** Notes from the first moment on how long each task of the page's thread and each input took. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript({
    content: `window.seen = { long: [], inputs: [], paint: 0 };
      const watch = (type, note, more) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });
      watch('longtask', (one) => seen.long.push(one.duration));
      watch('largest-contentful-paint', (one) => { seen.paint = one.startTime; });
      watch('event', (one) => { if (one.interactionId) seen.inputs.push(one.duration); }, { durationThreshold: 16 });`,
  });
}

interface Seen {
  /** Milliseconds of each long task, and of each input that took 16 and more. */
  long: number[];
  inputs: number[];
  /** When the largest paint was. */
  paint: number;
}

export const whatWasSeen = (page: Page): Promise<Seen> => page.evaluate<Seen>('window.seen');

/** What long tasks take beyond their first 50 ms. */
export const blocked = ({ long }: Seen): number => long.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);

/** Looks at each frame; the policy of the page lets nothing be evaluated in it later. */
export const untilTrue = (page: Page, expression: string): Promise<void> =>
  page.evaluate<undefined>(
    `new Promise((done) => { const look = () => { if (${expression}) done(); else requestAnimationFrame(look); }; look(); })`,
  );
