/** Who is to hear that something changed: `subscribe` for a store that React reads, `notify` for whoever changes it. */
interface Listeners {
  /** Answers what ends it. */
  subscribe: (listener: () => void) => () => void;
  notify: () => void;
  /** How many there are. */
  count: () => number;
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    notify: () => {
      for (const listener of listeners) listener();
    },
    count: () => listeners.size,
  };
}
