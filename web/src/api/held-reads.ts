/** While a screen is on its way that has all it shows, what else is asked for waits: first it is painted. */
let held: Promise<void> | undefined;
let end: (() => void) | undefined;

/** So long at most, where that screen does not come. */
const longestMs = 300;

export function holdReads(): void {
  held ??= new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestMs);
    end = () => {
      clearTimeout(timer);
      resolve();
    };
  }).finally(() => {
    held = undefined;
  });
}

/** It is there, and painted with the next frame. */
export const letReadsGo = (): void => {
  const go = end;
  if (held) requestAnimationFrame(() => setTimeout(() => go?.()));
};

/** What may wait: nothing is changed by it. */
const isRead = ([to, { method = 'GET' } = {}]: Parameters<typeof fetch>): boolean =>
  method === 'GET' || (typeof to === 'string' && to.endsWith('/preview'));

export const untilReadsGo = (request: Parameters<typeof fetch>): Promise<void> | undefined =>
  held && isRead(request) ? held : undefined;
