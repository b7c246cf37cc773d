/**
 * One polite place for what was done: said aloud, and shown for a moment: `announce("Saved at the desk")`. What can be taken
 * back can be taken back there for as long.
 */
import { useSyncExternalStore } from 'react';
import { createListeners } from './listeners.js';

interface Announcement {
  text: string;
  undo?: (() => void) | undefined;
}

let current: Announcement = { text: '' };
const { subscribe, notify } = createListeners();

export function announce(text: string, undo?: () => void): void {
  // The same sentence twice is a change only with something that nobody hears.
  current = { text: text === current.text ? `${text}\u00a0` : text, undo };
  notify();
}

export const useAnnounced = (): Announcement => useSyncExternalStore(subscribe, () => current);
