/** What the screen offers to the palette: moves of what is open, as the API lists them, refused ones with why. */
import { useEffect, useId, useSyncExternalStore } from 'react';
import { createListeners } from '../parts/listeners.js';

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
const { subscribe, notify } = createListeners();
function publish(): void {
  all = [...offered.values()].flat();
  notify();
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

export const useOffered = (): readonly Offer[] => useSyncExternalStore(subscribe, () => all);
