/** What is open over every screen: by its key, or from the menu of the member where keys are switched off. */
import { useSyncExternalStore } from 'react';
import type { Offer } from './offers.js';

type Opened = 'keys' | 'palette' | undefined;
let opened: { what: Opened; within?: Offer | undefined } = { what: undefined };
const listeners = new Set<() => void>();

/** `within`: the palette begins with what there is to choose of this. */
export function openOverScreen(what: Opened, within?: Offer): void {
  opened = { what, within };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useOpened = () => useSyncExternalStore(subscribe, () => opened);
