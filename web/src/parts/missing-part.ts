/** A part of the desk that could not be loaded: the network is away, or the desk has been renewed since. */
import { useSyncExternalStore } from 'react';
import { createListeners } from './listeners.js';

let isMissing = false;
const { subscribe, notify } = createListeners();
const retries = createListeners();

export function noteMissing(is: boolean): void {
  isMissing = is;
  notify();
}

export const useIsMissing = (): boolean => useSyncExternalStore(subscribe, () => isMissing);

/** What is still waited for on the screen is tried again when a person says so. */
export const onRetry = retries.subscribe;
export function retryMissing(): void {
  noteMissing(false);
  retries.notify();
}
