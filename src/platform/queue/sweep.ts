/** How much of one kind a sweep finds at most; the next finds the rest. */
export const sweepLimit = 1_000;

export const sweepIntervalMs = 20_000;

/** However many processes call for a sweep in one interval, the queue takes one. */
export const idOfSweep = (nowMs: number): string => `sweep-at${String(Math.floor(nowMs / sweepIntervalMs))}`;
