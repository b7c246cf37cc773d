/**
 * What had the focus was taken off the screen: a button that did its work, a row that is gone. The keyboard goes on from
 * where it stood, in the nearest place around it that is still there, and not from the top of the page.
 */
import { useEffect } from 'react';

/** Whoever knows a better place leads there first: a dialog that closes, a form that gives way to its button. */
const patienceMs = 100;

const isNowhere = (): boolean => document.activeElement === document.body || document.activeElement === null;

export function useKeptFocus(): void {
  useEffect(() => {
    /** What had the focus last, and all that stood around it. */
    let around: HTMLElement[] = [];
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent): void => {
      around = [];
      for (let at = target as HTMLElement | null; at; at = at.parentElement) around.push(at);
    };
    const leave = ({ target }: FocusEvent): void => {
      // Somebody pressed beside it. What is being taken away is left as well, and is gone a moment later.
      setTimeout(() => {
        if (isNowhere() && (target as Node).isConnected && around[0] === target) around = [];
      });
    };
    const goOn = (): void => {
      if (!isNowhere() || around[0]?.isConnected !== false) return;
      const main = document.getElementById('main');
      const place = around.find(
        (one) => one.isConnected && one.closest('#main, [role=dialog]') && one.checkVisibility(),
      );
      focusOn(place ?? main);
    };
    const observer = new MutationObserver(() => {
      if (around[0]?.isConnected !== false || !isNowhere()) return;
      clearTimeout(waiting);
      waiting = setTimeout(goOn, patienceMs);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    return () => {
      clearTimeout(waiting);
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
    };
  }, []);
}

/** A place that is no stop of its own is one only for as long as the focus is there. */
function focusOn(place: HTMLElement | null): void {
  if (!place) return;
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
    place.addEventListener(
      'blur',
      () => {
        place.removeAttribute('tabindex');
      },
      { once: true },
    );
  }
  place.focus({ preventScroll: true });
}
