/** What the screen offers to the palette: moves of what is open, as the API lists them, refused ones with why. */
import { useEffect, useId, useSyncExternalStore } from 'react';

export interface Offer {
  id: string;
  label: string;
  /** ref of what it is about. */
  of?: string;
  /** More about it, in words. */
  note?: string | undefined;
  /** Why it may not be done, in words. */
  why?: string | undefined;
  /** Does it; or finds out among what there is to choose. */
  run: (() => void) | { choices: () => Promise<readonly Offer[]> };
}

const offered = new Map<string, readonly Offer[]>();
let all: readonly Offer[] = [];
const listeners = new Set<() => void>();
function publish(): void {
  all = [...offered.values()].flat();
  for (const listener of listeners) listener();
}

/** For as long as what offers it is on the screen. */
export function useOffers(offers: readonly Offer[]): void {
  const id = useId();
  useEffect(() => {
    offered.set(id, offers);
    publish();
  });
  useEffect(
    () => () => {
      offered.delete(id);
      publish();
    },
    [id],
  );
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useOffered = (): readonly Offer[] => useSyncExternalStore(subscribe, () => all);
