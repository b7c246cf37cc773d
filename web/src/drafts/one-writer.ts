/** One tab of a browser writes a draft, the others show what it writes; any of them can take the pen. */

export interface Pen {
  /** Waits its turn, or takes the pen from the tab that has it. */
  take(): void;
  release(): void;
}

interface Listeners {
  onHeld: () => void;
  /** Another tab has it, from the beginning or from now on. */
  onElsewhere: () => void;
}

export function requestPen(name: string, { onHeld, onElsewhere }: Listeners): Pen {
  let letGo: (() => void) | undefined;
  let over = false;
  const waiting = new AbortController();

  const hold = (): Promise<void> => {
    onHeld();
    return new Promise((resolve) => {
      letGo = resolve;
    });
  };
  const queue = (): void => {
    navigator.locks.request(name, { signal: waiting.signal }, () => (over ? undefined : hold())).catch(lost);
  };
  // A pen that was taken away is rejected with AbortError; one that was given back is not.
  const lost = (): void => {
    if (over) return;
    onElsewhere();
    queue();
  };
  navigator.locks
    .request(name, { ifAvailable: true }, (lock) => {
      if (over) return undefined;
      if (lock) return hold();
      onElsewhere();
      queue();
      return undefined;
    })
    .catch(lost);

  return {
    take: () => {
      navigator.locks.request(name, { steal: true }, () => (over ? undefined : hold())).catch(lost);
    },
    release: () => {
      over = true;
      waiting.abort();
      letGo?.();
    },
  };
}
