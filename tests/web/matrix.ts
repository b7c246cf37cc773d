/** The ways in which a screen of the desk is looked at: languages, themes, widths, sizes; and a window that is one of them. */
import { expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { complaintsOf } from '../support/browser.js';
import type { DeskProduct } from '../support/running-product.js';
import { followRequests, settled } from './settled.js';

export const languages = ['ar', 'en'] as const;
const themes = ['light', 'dark'] as const;
export const widths = [320, 768, 1024, 1366] as const;
const zooms = [1, 2] as const;

export interface Way {
  language: (typeof languages)[number];
  theme: (typeof themes)[number];
  width: number;
  zoom: number;
}

export const matrix: readonly Way[] = languages.flatMap((language) =>
  themes.flatMap((theme) =>
    widths.flatMap((width) =>
      // Nothing is narrower than 320 px of the page.
      zooms.filter((zoom) => width / zoom >= 320).map((zoom) => ({ language, theme, width, zoom })),
    ),
  ),
);

export interface Window {
  page: Page;
  complaints: string[];
  close: () => Promise<void>;
}

/** Signed in with this key, if there is one. */
export async function openWindow(
  browser: Browser,
  { apiUrl }: DeskProduct,
  key: string | undefined,
  { language, theme, width, zoom }: Way,
): Promise<Window> {
  const context = await browser.newContext({
    locale: language === 'ar' ? 'ar-EG' : 'en-US',
    colorScheme: theme,
    // Twice as large is half as many pixels of the page, each drawn with two of the screen.
    viewport: { width: width / zoom, height: 800 / zoom },
    deviceScaleFactor: zoom,
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  followRequests(page);
  if (key !== undefined) {
    const answer = await context.request.post(`${apiUrl}/session`, {
      data: { key },
      headers: { Origin: apiUrl },
    });
    expect(answer.status()).toBe(201);
  }
  return { page, complaints, close: () => context.close() };
}

/** Opens a screen of the desk, and waits until it has come to rest. */
export async function goTo(page: Page, { apiUrl }: DeskProduct, path: string): Promise<void> {
  await page.goto(`${apiUrl}${path}`);
  await page.locator('main h1').first().waitFor();
  await settled(page);
}
