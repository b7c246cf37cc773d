/** When a screen has come to rest. */
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';

interface Traffic {
  open: Set<Request>;
  lastChange: number;
}

const traffic = new WeakMap<Page, Traffic>();
const calmMs = 200;

/** Keeps in mind, from here on, which requests of the page are under way. */
export function followRequests(page: Page): void {
  const followed: Traffic = { open: new Set(), lastChange: performance.now() };
  traffic.set(page, followed);
  const note = (change: (open: Set<Request>) => void): void => {
    change(followed.open);
    followed.lastChange = performance.now();
  };
  page.on('request', (request) => {
    // The stream stays open for good.
    if (new URL(request.url()).pathname === '/v1/stream') return;
    note((open) => {
      // Who leaves a page does not wait for its answers.
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
      open.add(request);
    });
  });
  const end = (request: Request): void => {
    if (followed.open.has(request)) note((open) => open.delete(request));
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
}

/** Once nothing is waited for: no part of the screen stands in for another, and no answer is still to come. */
export async function settled(page: Page): Promise<void> {
  const followed = traffic.get(page);
  if (!followed) throw new Error('whose requests were not followed from the beginning');
  const waitsFor = async (): Promise<unknown[]> => {
    const parts = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-busy], .skeleton')].map((one) => one.outerHTML.slice(0, 100)),
    );
    const isCalm = performance.now() - followed.lastChange > calmMs;
    return [...[...followed.open].map((one) => one.url()), ...parts, ...(isCalm ? [] : ['a calm moment'])];
  };
  await expect.poll(waitsFor, { interval: 50, timeout: 60_000 }).toEqual([]);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // Colors that still change are neither the old ones nor the new ones. What turns for ever is not waited for.
    const passing = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map((one) => one.finished));
  });
}
