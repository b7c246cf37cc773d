/** Whether mixed text stands on a page as it does alone, and lets all around it stand as it would without it. */
import type { Page } from 'playwright-core';

interface OrderFound {
  /** How many texts of others were looked at. */
  looked: number;
  faults: string[];
}

/**
 * Looks at each element with a direction of its own that holds nothing but text. The browser itself (ICU's
 * bidirectional algorithm) says how the text runs alone; two letters of one line keep their order wherever it is broken.
 */
export const orderOf = (page: Page, most = 400): Promise<OrderFound> =>
  page.evaluate((longest) => {
    interface Glyph {
      owner: number;
      at: number;
      text: string;
      line: number;
      x: number;
    }
    const range = document.createRange();
    /** What is seen of one text, letter by letter. */
    const glyphsOf = (text: Text, owner: number): Glyph[] => {
      const glyphs: Glyph[] = [];
      let at = 0;
      for (const one of Array.from(text.data).slice(0, longest)) {
        range.setStart(text, at);
        range.setEnd(text, at + one.length);
        // A hyphen that ends the line before counts as a box of its letter too: the letter's own comes last.
        const box = [...range.getClientRects()].at(-1);
        // Beside a mark of direction the browser gives some letters the box of their whole run: that says nothing.
        const isLetter = box !== undefined && box.width > 0.5 && box.width < 3 * box.height;
        if (isLetter && !/[\s\p{Cn}\p{Cf}]/u.test(one))
          glyphs.push({ owner, at, text: one, line: box.top + box.height / 2, x: box.left });
        at += one.length;
      }
      return glyphs;
    };
    /** Fonts differ in height: what overlaps by half stands on one line. */
    const linesOf = (glyphs: readonly Glyph[]): Glyph[][] => {
      const lines: Glyph[][] = [];
      for (const glyph of [...glyphs].sort((one, other) => one.line - other.line)) {
        const last = lines.at(-1);
        if (last && glyph.line - (last[0]?.line ?? 0) < 8) last.push(glyph);
        else lines.push([glyph]);
      }
      return lines.map((line) => line.sort((one, other) => one.x - other.x || one.at - other.at));
    };
    /** What `read` gives of copies that stand alone, all at once: each by itself would lay out the whole page anew. */
    const alone = <Read>(
      all: readonly Element[],
      change: (copy: Element) => void,
      read: (copy: Element) => Read,
    ): Read[] => {
      const copies = all.map((one) => one.cloneNode(true) as HTMLElement);
      for (const [place, copy] of copies.entries()) {
        change(copy);
        copy.style.cssText =
          'position:absolute;inset:0 auto auto 0;inline-size:max-content;max-inline-size:none;white-space:nowrap';
        all[place]?.parentElement?.append(copy);
      }
      const found = copies.map(read);
      for (const copy of copies) copy.remove();
      return found;
    };
    const leaves = [...document.querySelectorAll<HTMLElement>('[dir]')].filter(
      (one) =>
        one.childNodes.length === 1 &&
        one.firstChild instanceof Text &&
        one.checkVisibility() &&
        !one.matches('textarea, .unseen *, time'),
    );
    const faults: string[] = [];
    const standing = leaves.map((leaf) => glyphsOf(leaf.firstChild as Text, 0));
    const orders = alone(
      leaves,
      () => undefined,
      (copy) => new Map(glyphsOf(copy.firstChild as Text, 0).map(({ at, x }) => [at, x])),
    );
    for (const [place, leaf] of leaves.entries()) {
      const [own = [], order = new Map<number, number>()] = [standing[place], orders[place]];
      for (const line of linesOf(own)) {
        const wrong = line.find(({ at, x }, place) => {
          const before = line[place - 1];
          // Letters that are drawn as one share a place.
          if (!before || x - before.x < 0.5) return false;
          const [there, here] = [order.get(before.at), order.get(at)];
          return there !== undefined && here !== undefined && there > here + 0.5;
        });
        if (wrong) faults.push(`turned round at ${String(wrong.at)}: ${leaf.outerHTML.slice(0, 300)}`);
      }
    }
    /** Who stands where on each line, from left to right. */
    const placesIn = (block: Element, isForeign: (one: Element) => boolean): number[][] => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const glyphs: Glyph[] = [];
      for (let owner = 0, text = walker.nextNode(); text; owner++, text = walker.nextNode()) {
        const parent = text.parentElement;
        if (parent && (isForeign(parent) || text.nodeValue?.trim() !== ''))
          glyphs.push(...glyphsOf(text as Text, owner));
      }
      return linesOf(glyphs).map((line) =>
        line.map(({ owner }) => owner).filter((owner, place, all) => owner !== all[place - 1]),
      );
    };
    const parents = new Set(leaves.map(({ parentElement }) => parentElement).filter((one) => one !== null));
    const blocks = [...parents].filter((one) => getComputedStyle(one).display.startsWith('block'));
    const foreign = new Set<Element>(leaves);
    const places = blocks.map((block) => placesIn(block, (one) => foreign.has(one)));
    const harmless = alone(
      blocks,
      (copy) => {
        for (const one of copy.querySelectorAll('[dir]'))
          if (one.childNodes.length === 1 && one.firstChild instanceof Text)
            one.textContent = one.getAttribute('dir') === 'rtl' ? 'ا' : 'x';
      },
      (copy) => placesIn(copy, () => true),
    );
    for (const [place, block] of blocks.entries()) {
      const [found = [], [expected = []] = []] = [places[place], harmless[place]];
      for (const line of found) {
        const right = expected.filter((owner) => line.includes(owner));
        if (line.some((owner, place) => expected.includes(owner) && owner !== right[place]))
          faults.push(
            `others are moved (${String(line)} for ${String(right)}): ${block.outerHTML.slice(0, 300)}`,
          );
      }
    }
    // A text that is no sentence of the page stands in an element, or between controls, that keep it to itself.
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      const mark = /[a-z]+\d+x/.exec(text.nodeValue ?? '');
      if (!mark || !parent?.checkVisibility() || parent.closest('option, script, style')) continue;
      const before = (text.nodeValue ?? '').slice(0, mark.index);
      if (
        !parent.closest('body [dir]') &&
        !before.includes('\u2068') &&
        /[^\x20-\x7e]/.test(text.nodeValue ?? '')
      )
        faults.push(`nothing keeps to itself: ${parent.outerHTML.slice(0, 300)}`);
    }
    return { looked: leaves.length, faults };
  }, most);
