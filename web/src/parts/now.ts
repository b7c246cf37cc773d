/** The time at the desk, renewed every half minute for everything on the screen that shows it. */
import { useSyncExternalStore } from 'react';
import { deskNow } from '../api/desk-clock.js';
import { createListeners } from './listeners.js';

const everyMs = 30_000;
const staleMs = 1_000;
let now = deskNow();
let timer: ReturnType<typeof setInterval> | undefined;
const { subscribe, notify, count } = createListeners();

function renew(): void {
  now = deskNow();
  notify();
}

export function subscribeToNow(listener: () => void): () => void {
  const end = subscribe(listener);
  timer ??= setInterval(renew, everyMs);
  // What comes to the screen between two ticks is newer than the last one, and would lie in the future.
  if (Math.abs(deskNow() - now) >= staleMs) renew();
  return () => {
    end();
    if (count() > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export const readNow = (): number => now;
export const useNow = (): number => useSyncExternalStore(subscribeToNow, readNow);
