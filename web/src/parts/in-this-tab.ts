/** What is in this tab alone, because the device keeps nothing: while there is any, nothing is said to be kept. */
import { useEffect, useId, useSyncExternalStore } from 'react';

const alone = new Set<string>();
const listeners = new Set<() => void>();

export function noteInThisTab(what: string, is: boolean): void {
  if (is === alone.has(what)) return;
  if (is) alone.add(what);
  else alone.delete(what);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether all that was written is at the desk or on this device. */
export const isAllKept = (): boolean => alone.size === 0;
export const useIsAllKept = (): boolean => useSyncExternalStore(subscribe, isAllKept);

/** For as long as the screen is there. */
export function useInThisTab(is: boolean): void {
  const id = useId();
  useEffect(() => {
    noteInThisTab(id, is);
    return () => {
      noteInThisTab(id, false);
    };
  }, [id, is]);
}
