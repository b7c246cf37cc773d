/**
 * One polite place for what was done: said aloud, and shown for a moment: `announce("Saved at the desk")`. What can be taken
 * back can be taken back there for as long.
 */
import { useSyncExternalStore } from 'react';

interface Said {
  text: string;
  undo?: (() => void) | undefined;
}

let said: Said = { text: '' };
const listeners = new Set<() => void>();

export function announce(text: string, undo?: () => void): void {
  // The same sentence twice is a change only with something that nobody hears.
  said = { text: text === said.text ? `${text}\u00a0` : text, undo };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useAnnounced = (): Said => useSyncExternalStore(subscribe, () => said);
