/** Chromium for tests: what Debian installs, with a profile of its own that goes with it. */
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

/** The shell without windows, where it is, takes a quarter of the processor. */
const executablePath =
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ??
  '/usr/bin/chromium';

/**
 * Whether the tests in a browser can run here. Without Chromium they are left out, and one line says so; with
 * REQUIRE_CHROMIUM=1 they fail instead.
 */
export const hasChromium = ((): boolean => {
  if (existsSync(executablePath) || process.env['REQUIRE_CHROMIUM'] === '1') return true;
  process.stderr.write('No chromium-headless-shell or chromium: the tests in a browser are left out.\n');
  return false;
})();

/** It calls nobody but whom a test tells it to. */
const quiet = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: quiet });

/** A browser on a profile that outlives it. */
export interface ProfiledBrowser {
  newPage(): Promise<Page>;
  /** SIGKILL to all of its processes. */
  kill(): Promise<void>;
}

export async function launchWithProfile(folder: string): Promise<ProfiledBrowser> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: quiet,
    locale: 'en-US',
  });
  return {
    newPage: () => context.newPage(),
    kill: async () => {
      const gone = new Promise((resolve) => context.once('close', resolve));
      for (const id of await processesWith(`user-data-dir=${folder}`)) kill(id);
      await gone;
    },
  };
}

/** The ids of the processes that were started with these words, as Linux tells them. */
async function processesWith(words: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const started = await Promise.all(
    ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')), // gone meanwhile
  );
  return ids.filter((_id, at) => started[at]?.includes(words)).map(Number);
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // gone meanwhile
  }
}

/** Said where a test lets nothing be kept, because it looks at what is asked for. */
const isOfTest = (text: string): boolean => text === 'Service Worker registration blocked by Playwright';

/** What a page complains of from here on: messages of its console, errors of its scripts, and reports of its policy. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isOfTest(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => {
    complaints.push(String(error));
  });
  return complaints;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong by WCAG A and AA, one line each: rule, element, why. Runs under any policy of the page. */
export async function barriersOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const run = `${axe};axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: run,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe failed: ${exceptionDetails.exception?.description ?? ''}`);
    const { violations } = result.value as AxeResults;
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary.replace(/\s+/g, ' ')}`),
    );
  } finally {
    await session.detach();
  }
}
