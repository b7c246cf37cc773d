/** One polite place for what was done: said aloud, and shown for a moment: `announce("Saved at the desk")`. */
import { useEffect, useState, useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  // The same sentence twice is a change only with something that nobody hears.
  said = text === said ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Long enough to read a sentence and to look up for it. */
const shownMs = 8_000;

export function Announcements() {
  const text = useSyncExternalStore(subscribe, () => said);
  const [gone, setGone] = useState(text);
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(() => {
      setGone(text);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <div role="status" aria-live="polite" className={text === gone ? 'unseen' : 'told'}>
      {text}
    </div>
  );
}
