/** What is in this tab alone, because the device keeps nothing: while there is any, nothing is said to be kept. */
import { useEffect, useId, useSyncExternalStore } from 'react';
import { createListeners } from './listeners.js';

const alone = new Set<string>();
const { subscribe, notify } = createListeners();

export function noteInThisTab(what: string, is: boolean): void {
  if (is === alone.has(what)) return;
  if (is) alone.add(what);
  else alone.delete(what);
  notify();
}

/** Whether all that was written is at the desk or on this device. */
export const isAllKept = (): boolean => alone.size === 0;
export const useIsAllKept = (): boolean => useSyncExternalStore(subscribe, isAllKept);

/** For as long as the screen is there. */
export function useUnkept(is: boolean): void {
  const id = useId();
  useEffect(() => {
    noteInThisTab(id, is);
    return () => {
      noteInThisTab(id, false);
    };
  }, [id, is]);
}
