/** How much has happened since a list was read. */
import { useCallback, useSyncExternalStore } from 'react';

let count = 0;
const listeners = new Set<() => void>();

export function noteNewer(by: number): void {
  count += by;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The count, and what sets it to nothing once the list was read again. */
export function useNewer(): [count: number, read: () => void] {
  const now = useSyncExternalStore(subscribe, () => count);
  const read = useCallback(() => {
    count = 0;
    for (const listener of listeners) listener();
  }, []);
  return [now, read];
}
