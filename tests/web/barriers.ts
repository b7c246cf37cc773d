/** That nothing on a screen stands in anybody's way. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriersOf } from '../support/browser.js';

/** Looks once what moves has come to where it stays: a color that fades in has too little contrast on its way. */
export async function expectNoBarriers(page: Page, where = ''): Promise<void> {
  await page.evaluate(endOfMotion);
  const barriers = await barriersOf(page);
  expect(barriers, [where, ...barriers].join('\n')).toEqual([]);
}

/** Runs in the page. */
async function endOfMotion(): Promise<void> {
  const ends = document
    .getAnimations()
    .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
    // What is taken away on its way has ended, too.
    .map((one) => one.finished.catch(() => undefined));
  await Promise.all(ends);
}
