/**
 * How one webhook goes along the feed, in memory: what may be sent next, and how far everything is done.
 *
 * The events of one claim are a lane. In a lane one is on its way at a time, in the order of the feed. A lane
 * whose event failed is held up: its later events are passed by, and found again behind the failed one.
 */
export interface Step {
  position: bigint;
  lane: string;
}

export interface FeedCursor<Entry extends Step> {
  /** Up to here everything is settled, or waits in a lane that is held up. */
  position(): bigint;
  /** Up to here the feed has been read. */
  readTo(): bigint;
  /** The next of the feed, in order, and how far one has looked for them. */
  read(entries: readonly Entry[], upTo: bigint): void;
  /** The first whose lane is clear: on its way from now on. */
  next(): Entry | undefined;
  /** How many are read and not on their way. */
  waiting(): number;
  isHeld(lane: string): boolean;
  /** Takes the lane for an event that failed before; false while something of it is on its way. */
  begin(lane: string): boolean;
  /** An event is through: delivered, or given up. */
  settle(entry: Entry): void;
  /** An event has failed, and holds its lane up. */
  hold(entry: Entry): void;
  /** Nothing of the lane, as far as it was read, waits any more. */
  free(lane: string): void;
}

interface Start {
  position: bigint;
  held: Iterable<string>;
  /** Positions behind the cursor that are done: a worker ended before it could move the cursor on. */
  done: ReadonlySet<bigint>;
}

export function createFeedCursor<Entry extends Step>({ position, held, done }: Start): FeedCursor<Entry> {
  const heldUp = new Set(held);
  const underWay = new Set<string>();
  /** In the order of the feed, as maps are. */
  const unsettled = new Map<bigint, 'waiting' | 'under way'>();
  let queue: Entry[] = [];
  let end = position;

  return {
    position: () => {
      const [first] = unsettled.keys();
      return first === undefined ? end : first - 1n;
    },
    readTo: () => end,
    read: (entries, upTo) => {
      for (const entry of entries) {
        if (heldUp.has(entry.lane) || done.has(entry.position)) continue;
        unsettled.set(entry.position, 'waiting');
        queue.push(entry);
      }
      end = upTo;
    },
    next: () => {
      const at = queue.findIndex(({ lane }) => !underWay.has(lane));
      const [entry] = at === -1 ? [] : queue.splice(at, 1);
      if (!entry) return undefined;
      underWay.add(entry.lane);
      unsettled.set(entry.position, 'under way');
      return entry;
    },
    waiting: () => queue.length,
    isHeld: (lane) => heldUp.has(lane),
    begin: (lane) => {
      if (underWay.has(lane)) return false;
      underWay.add(lane);
      return true;
    },
    settle: ({ lane, position }) => {
      underWay.delete(lane);
      unsettled.delete(position);
    },
    hold: ({ lane, position }) => {
      heldUp.add(lane);
      underWay.delete(lane);
      unsettled.delete(position);
      for (const passedBy of queue) if (passedBy.lane === lane) unsettled.delete(passedBy.position);
      queue = queue.filter((entry) => entry.lane !== lane);
    },
    free: (lane) => {
      heldUp.delete(lane);
    },
  };
}
