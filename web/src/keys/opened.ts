/** What is open over every screen: by its key, or from the menu of the member where keys are switched off. */
import { useSyncExternalStore } from 'react';
import type { Offer } from './offers.js';
import { createListeners } from '../parts/listeners.js';

type Opened = 'keys' | 'palette' | undefined;
let opened: { what: Opened; within?: Offer | undefined } = { what: undefined };
const { subscribe, notify } = createListeners();

/** `within`: the palette begins with what there is to choose of this. */
export function openOverScreen(what: Opened, within?: Offer): void {
  opened = { what, within };
  notify();
}

export const useOpened = () => useSyncExternalStore(subscribe, () => opened);
