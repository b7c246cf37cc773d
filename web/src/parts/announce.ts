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

/** What it asked for has been done: it is shown no longer. */
export function takeDown(text: string): void {
  if (current.text.replace(/\u00a0$/, '') !== text) return;
  current = { text: '' };
  notify();
}

/** Sentences of one moment are one to hear. */
const togetherMs = 250;
let said = '';
let saying: string[] = [];

/** Heard only: it is seen where it happened. What can be taken back can be taken back all the same. */
export function say(sentence: string): void {
  if (saying.length === 0)
    setTimeout(() => {
      const text = [...new Set(saying)].join(' ');
      saying = [];
      said = text === said ? `${text}\u00a0` : text;
      notify();
    }, togetherMs);
  saying.push(sentence);
}

export const useSaid = (): string => useSyncExternalStore(subscribe, () => said);

export const useAnnounced = (): Announcement => useSyncExternalStore(subscribe, () => current);
