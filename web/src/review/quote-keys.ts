/** Quotes as stops of the keyboard: Tab reaches one of them, arrows and keys of their own lead on to the others. */
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { useOffers } from '../keys/offers.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';

interface Quotes {
  /** Around them. */
  pane: RefObject<HTMLElement | null>;
  /** Which claim, in which version of its article: the pane is scrolled to its quote once. */
  shows: string;
  /** Changes whenever others are drawn. */
  drawn: unknown;
  /** Quotes stand in the version that the claim quotes: it is brought to the screen first. */
  onShow: () => void;
  onOpen: (quote: HTMLElement) => void;
}

const steps: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 1, ArrowUp: -1 },
  ...{ ArrowRight: 1, ArrowLeft: -1 },
};

export function useQuoteKeys({ pane, shows, drawn, onShow, onOpen }: Quotes) {
  const words = useWords();
  const stops = (): HTMLElement[] => [...(pane.current?.querySelectorAll<HTMLElement>('[data-first]') ?? [])];
  const own = (): HTMLElement | null | undefined => pane.current?.querySelector('[data-own][data-first]');
  const reach = (stop: HTMLElement | null | undefined): void => {
    for (const one of stops()) one.tabIndex = one === stop ? 0 : -1;
  };
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const quote = own();
    const isNew = quote && shown.current !== shows;
    if (isNew) scrollPaneTo(quote);
    shown.current = quote ? shows : undefined;
    const reached = stops().find(({ tabIndex }) => tabIndex === 0);
    reach(isNew ? quote : (reached ?? quote ?? stops()[0]));
  }, [drawn, shows]);
  const step = (by: number) => () => {
    onShow();
    const all = stops();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = all[(at === -1 ? (by > 0 ? 0 : all.length - 1) : at + by + all.length) % all.length];
    if (!next) return;
    next.focus({ preventScroll: true });
    bringToScreen(next);
  };
  const back = (): void => {
    onShow();
    const quote = own();
    if (!quote) return;
    quote.focus({ preventScroll: true });
    bringToScreen(quote);
  };
  useKey('back-to-quote', back);
  useKey('next-quote', step(1));
  useKey('previous-quote', step(-1));
  useOffers([
    { id: 'next-quote', label: words('keys.nextQuote'), run: step(1) },
    { id: 'previous-quote', label: words('keys.previousQuote'), run: step(-1) },
    { id: 'back-to-quote', label: words('keys.backToQuote'), run: back },
  ]);
  return {
    onFocus: ({ target }: FocusEvent): void => {
      if (target.matches('[data-first]')) reach(target as HTMLElement);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      const { key, target } = event;
      const by = steps[key];
      const quote = (target as Element).closest<HTMLElement>('[data-first]');
      if (!quote || event.ctrlKey || event.metaKey || event.altKey) return;
      const runsLeft = getComputedStyle(quote).direction === 'rtl';
      const isSideways = key === 'ArrowRight' || key === 'ArrowLeft';
      if (by !== undefined) step(isSideways && runsLeft ? -by : by)();
      else if (key === 'Enter' || key === ' ') onOpen(quote);
      else return;
      event.preventDefault();
    },
  };
}

/** In the middle of what scrolls the article, where the pane does that itself; the rest of the page stays where it is. */
function scrollPaneTo(quote: HTMLElement): boolean {
  const scroller = quote.closest<HTMLElement>('.article-side');
  if (!scroller || scroller.scrollHeight <= scroller.clientHeight) return false;
  const offset = quote.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  scroller.scrollTop += offset - scroller.clientHeight / 2;
  return true;
}

/** Because a key asked for it: otherwise the page scrolls. */
function bringToScreen(quote: HTMLElement): void {
  if (!scrollPaneTo(quote)) quote.scrollIntoView({ block: 'center' });
}
