/**
 * When each claim was last reported changed, in ticks: each report that comes back is one tick. With it a
 * process can keep what it has read and never show it older than the question. Take `now()` before a read and keep it
 * with what was read. To use that, await a `catchUp()` that began after the question, and ask `changedSince(claim, then)`.
 *
 * Why it holds, in whatever order reads and reports come back: a change that the read did not see was committed after
 * `then`. If that was before the question, `catchUp` reports it, or starts from a feed position that has passed it. That
 * position came with an earlier report, that one's with one before it, and so on back to the one that first passed the
 * change and so reported it. All of these saw the change, so they came back after `then`: with a later tick.
 */
import type { Changes } from './changed-since.js';

export type ChangeClock = ReturnType<typeof createChangeClock>;

/**
 * `readChanges` tells what has changed after a feed position, as of a moment after the call. Ticks are kept for
 * `most` claims; where there are more, all of them count as changed.
 */
export function createChangeClock(
  readChanges: (after: bigint | undefined) => Promise<Changes | undefined>,
  most = 20_000,
) {
  let tick = 0;
  let allChangedAt = 0;
  const changedAt = new Map<string, number>();
  let lastSeen: Changes | undefined;

  return {
    now: (): number => tick,

    /** Asks what has changed since it was last asked. Several may be under way at once. */
    async catchUp(): Promise<void> {
      const before = lastSeen;
      const changes = await readChanges(before?.end);
      lastSeen = changes;
      const claims = before && changes && isContinued(before, changes) ? changes.claims : undefined;
      tick++;
      claims?.forEach((claim) => changedAt.set(claim, tick));
      if (claims && changedAt.size <= most) return;
      allChangedAt = tick;
      changedAt.clear();
    },

    changedSince: (claim: string, then: number): boolean =>
      Math.max(allChangedAt, changedAt.get(claim) ?? 0) > then,
  };
}

/** Positions of one feed only grow: where they are fewer, an older backup has come back. */
const isContinued = (before: Changes, changes: Changes): boolean =>
  changes.feed === before.feed && changes.end >= before.end;
