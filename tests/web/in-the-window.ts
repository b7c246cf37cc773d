/** Whether everything on a page can be seen whole: in the window, in its own box, and beside the others. */
import type { Page } from 'playwright-core';

/** What sticks out of the window at its sides, by its HTML. */
export const outsideWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - innerWidth;
    const found = wide > 0 ? [`the page is ${String(wide)} px wider than the window`] : [];
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.unseen, .skip')) continue;
      const { left, right, width } = one.getBoundingClientRect();
      const { display, whiteSpaceCollapse } = getComputedStyle(one) as CSSStyleDeclaration & {
        whiteSpaceCollapse: string;
      };
      // Blanks that are kept hang over the end of their line, and make nothing wider.
      if (display === 'inline' && whiteSpaceCollapse === 'preserve') continue;
      if (width > 0 && (left < -1 || right > innerWidth + 1)) found.push(one.outerHTML.slice(0, 200));
    }
    return found;
  });

/** Texts that are cut off, that leave the box they stand in, or that cover others. Long quotes are cut on purpose, at whole lines. */
export const brokenBoxes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const note = (what: string, { outerHTML }: Element): void => {
      found.push(`${what}: ${outerHTML.slice(0, 200)}`);
    };
    const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen, .skip, svg'),
    );
    for (const one of shown) {
      const style = getComputedStyle(one);
      if (style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.webkitLineClamp === 'none')
        if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          note('cut', one);
      if (style.borderInlineStartStyle === 'none' && style.backgroundColor === 'rgba(0, 0, 0, 0)') continue;
      const box = one.getBoundingClientRect();
      const range = document.createRange();
      const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const parent = text.parentElement;
        if (!parent?.checkVisibility() || parent.closest('.unseen, .skip, select')) continue;
        if (getComputedStyle(parent).webkitLineClamp !== 'none') continue;
        range.selectNodeContents(text);
        for (const { left, right, top, bottom, width } of range.getClientRects()) {
          const middle = (top + bottom) / 2;
          if (
            width > 0 &&
            (left < box.left - 1 || right > box.right + 1 || middle < box.top || middle > box.bottom)
          ) {
            if (getComputedStyle(one).overflowX === 'visible')
              note(`"${text.nodeValue ?? ''}" leaves its box`, one);
            break;
          }
        }
      }
    }
    const controls = shown.filter(
      (one) => one.matches('a, button, input, select, textarea, .chip, h1, h2, h3') && !isLifted(one),
    );
    for (const [place, one] of controls.entries())
      for (const other of controls.slice(place + 1)) {
        if (one.contains(other)) continue;
        const covered = [...one.getClientRects()].some((a) =>
          [...other.getClientRects()].some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
          ),
        );
        if (covered) note(`covered by "${other.textContent}"`, one);
      }
    return found;

    /** Stands above the others on purpose. */
    function isLifted(one: Element): boolean {
      for (let at: Element | null = one; at; at = at.parentElement)
        if (['sticky', 'fixed', 'absolute'].includes(getComputedStyle(at).position)) return true;
      return false;
    }
  });

/** Controls that a finger or a trembling hand would miss: smaller than 24 px. A link within a sentence is as high as its line. */
export const smallControls = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const least = 24;
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=button], [role=menuitem], [role=option], [role=tab]',
    );
    return [...controls].flatMap((one) => {
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest('.unseen, .skip')) return [];
      const target = one.matches('[type=radio], [type=checkbox]') ? (one.closest('label') ?? one) : one;
      const { width, height } = target.getBoundingClientRect();
      // Clipped away, itself or by what is around it: who sees it points at nothing, and who listens needs no aim.
      const around = one.parentElement?.getBoundingClientRect();
      const isClipped = (box: { width: number; height: number } | undefined): boolean =>
        box !== undefined && box.width <= 1 && box.height <= 1;
      if (isClipped({ width, height }) || isClipped(around)) return [];
      const inSentence =
        getComputedStyle(one).display === 'inline' &&
        ((one.closest('p, li, dd, td') ?? one.parentElement)?.textContent.trim().length ?? 0) >
          one.textContent.trim().length;
      return inSentence || (width >= least - 0.5 && height >= least - 0.5)
        ? []
        : [`${width.toFixed(0)} × ${height.toFixed(0)}: ${one.outerHTML.slice(0, 200)}`];
    });
  });
