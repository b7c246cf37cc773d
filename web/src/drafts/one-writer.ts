/** One tab of a browser writes a draft, the others show what it writes; any of them can take the pen. */

export interface Pen {
  /** Takes the pen from the tab that has it. Who has it already keeps it. */
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
  /** How often this tab got it: only the last time counts. */
  let times = 0;
  let over = false;
  let isQueued = false;
  let isTaking = false;
  const waiting = new AbortController();

  const request = (options: LockOptions): void => {
    let time: number | undefined;
    const onAnswer = (lock: Lock | null): Promise<void> | undefined => {
      if (options.signal) isQueued = false;
      if (over) return undefined;
      if (!lock) {
        onElsewhere();
        queue();
        return undefined;
      }
      time = ++times;
      isTaking = false;
      if (!letGo) onHeld();
      return new Promise((resolve) => {
        letGo = resolve;
      });
    };
    // A pen that was taken away is rejected with AbortError; one that was given back is not.
    const onLost = (): void => {
      isTaking = false;
      if (over || (time !== undefined && time !== times)) return;
      letGo = undefined;
      onElsewhere();
      queue();
    };
    navigator.locks.request(name, options, onAnswer).catch(onLost);
  };
  const queue = (): void => {
    if (isQueued) return;
    isQueued = true;
    request({ signal: waiting.signal });
  };
  request({ ifAvailable: true });

  return {
    take: () => {
      if (over || isTaking || letGo) return;
      isTaking = true;
      request({ steal: true });
    },
    release: () => {
      over = true;
      waiting.abort();
      letGo?.();
    },
  };
}
