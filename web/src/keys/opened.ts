/** What is open over every screen: by its key, or from the menu of the member where keys are switched off. */
import { useSyncExternalStore } from 'react';

type Opened = 'keys' | 'palette' | undefined;
let opened: Opened;
const listeners = new Set<() => void>();

export function openOverScreen(what: Opened): void {
  opened = what;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useOpened = (): Opened => useSyncExternalStore(subscribe, () => opened);
