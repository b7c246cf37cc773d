/** Goes through a page by Tab, as somebody without a pointer does. */
import type { Page } from 'playwright-core';

/** What is wrong with a stop, or undefined; and what stops there are at all. */
export async function walkFocus(page: Page): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  const wanted = await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const groups = new Set<string>();
    let count = 0;
    for (const one of document.querySelectorAll<HTMLInputElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    )) {
      if (one.tabIndex < 0 || one.disabled || !one.checkVisibility({ visibilityProperty: true })) continue;
      // Of a group of choices one is reached by Tab, the others by arrows.
      if (one.type === 'radio' && groups.has(one.name)) continue;
      if (one.type === 'radio') groups.add(one.name);
      one.dataset['stop'] = String(count++);
    }
    return count;
  });
  const seen = new Set<string>();
  for (let step = 0; step < wanted * 2 + 5; step++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(async () => {
      // As it is drawn: what was not laid out before takes a frame to find its place.
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return undefined;
      const shows = [one, one.closest('label'), one.parentElement].some((at) => {
        if (!at) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
        return (
          outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)'
        );
      });
      // Of a text that goes on in the next line, where it begins.
      const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
      const inWindow = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
      const across = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
      const down = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1);
      const above = document.elementFromPoint(across, down);
      const covered =
        above !== null &&
        !one.contains(above) &&
        !above.contains(one) &&
        !above.closest('label')?.contains(one);
      return {
        name: one.dataset['stop'] ?? '',
        // What scrolls and holds nothing else to stop at is a stop of the browser's own.
        scrolls: one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth,
        html: one.outerHTML.slice(0, 160),
        group: one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined,
        faults: [
          ...(shows ? [] : ['no outline']),
          ...(inWindow ? [] : ['out of the window']),
          ...(covered ? [`covered by ${above.outerHTML.slice(0, 120)}`] : []),
        ],
      };
    });
    // Out of the page, and in again at its other end.
    if (stop === undefined) {
      if (seen.size >= wanted) break;
      continue;
    }
    if (stop.name === '' && stop.scrolls) {
      faults.push(...stop.faults.map((fault) => `${fault}: ${stop.html}`));
      continue;
    }
    if (seen.has(stop.name)) continue;
    if (stop.name === '') faults.push(`a stop that is no control: ${stop.html}`);
    seen.add(stop.name);
    faults.push(...stop.faults.map((fault) => `${fault}: ${stop.html}`));
  }
  if (seen.size !== wanted) faults.push(`${String(seen.size)} stops for ${String(wanted)} controls`);
  return { stops: seen.size, faults };
}

/** What has the focus behind something else on the way back through a page, where each stop comes in at the top. */
export async function coveredOnTheWayBack(page: Page): Promise<{ stops: number; covered: string[] }> {
  const covered: string[] = [];
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  for (let stops = 0; ; stops++) {
    await page.keyboard.press('Shift+Tab');
    const stop = await page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const one = document.activeElement;
      if (!one || one === document.body) return undefined;
      const { left, width, top, height } = one.getBoundingClientRect();
      const above = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 12));
      const isSeen = above === null || one.contains(above) || above.contains(one);
      return isSeen || above.closest('label')?.contains(one)
        ? ''
        : `${one.outerHTML} is behind ${above.outerHTML}`;
    });
    if (stop === undefined) return { stops, covered };
    if (stop !== '') covered.push(stop.slice(0, 300));
  }
}
