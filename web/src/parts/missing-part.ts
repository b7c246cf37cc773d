/** A part of the desk that could not be loaded: the network is away, or the desk has been renewed since. */
import { useSyncExternalStore } from 'react';

let isMissing = false;
const listeners = new Set<() => void>();
const retries = new Set<() => void>();

export function noteMissing(is: boolean): void {
  isMissing = is;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useIsMissing = (): boolean => useSyncExternalStore(subscribe, () => isMissing);

/** What is still waited for on the screen is tried again when a person says so. */
export function onRetry(listener: () => void): () => void {
  retries.add(listener);
  return () => retries.delete(listener);
}
export function retryMissing(): void {
  noteMissing(false);
  for (const listener of retries) listener();
}
