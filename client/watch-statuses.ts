import { Refusal } from './answer.js';
import { follow, type FollowOptions } from './follow.js';
import type { ClaimStatus, CloudEvent } from './generated/api.js';
import { persist } from './persist.js';
import { sendForBody, type ClientSettings, type Send } from './send.js';

export interface StatusChange {
  status: ClaimStatus;
  /** Undefined the first time that this claim is seen. */
  was: ClaimStatus | undefined;
  /** What happened, in order; nothing at the start, nor where the place in the feed was lost. */
  events: CloudEvent[];
}

export interface WatchOptions extends Omit<FollowOptions, 'after' | 'types'> {
  /** Claims that are not in the list too, each from the moment that something happens to it. */
  others?: boolean;
}

/**
 * The statuses of claims as they are, and again whenever something happens to one of them. Each is read after the
 * event, so it is never older than what is told. Throws where a name is no claim's.
 */
export async function* watchStatuses(
  { settings, send }: { settings: ClientSettings; send: Send },
  ids: readonly string[],
  { others = false, ...options }: WatchOptions = {},
): AsyncGenerator<StatusChange, never> {
  const known = new Map<string, ClaimStatus>();

  async function* look(names: readonly string[], events: readonly CloudEvent[]) {
    for (const status of await readStatuses(names)) {
      const was = known.get(status.ref);
      known.set(status.ref, status);
      const happened = events.filter(({ claim }) => claim === status.ref);
      if (happened.length > 0 || was?.version !== status.version) yield { status, was, events: happened };
    }
  }

  const readStatuses = async (names: readonly string[]): Promise<ClaimStatus[]> => {
    const statuses: ClaimStatus[] = [];
    for (let from = 0; from < names.length; from += atOnce) {
      const body = { ids: names.slice(from, from + atOnce) };
      const found = (await persist(options, () =>
        sendForBody(send, 'POST /v1/claims/statuses', { body }, { signal: options.signal }),
      )) as { statuses: ClaimStatus[]; missing: string[] };
      if (found.missing.length > 0) throw new Error(`There is no claim called ${found.missing.join(', ')}.`);
      statuses.push(...found.statuses);
    }
    return statuses;
  };

  for (;;) {
    try {
      let isStart = true;
      for await (const { events } of follow({ settings, send }, options)) {
        // Where the feed stands is known by now: what happens while these are read will be told.
        if (isStart) yield* look([...new Set([...ids, ...known.keys()])], []);
        isStart = false;
        const touched = new Set(events.flatMap(({ claim }) => claim ?? []));
        const wanted = [...touched].filter((ref) => others || known.has(ref));
        yield* look(wanted, events);
      }
    } catch (error) {
      if (!isLostPlace(error)) throw error;
    }
  }
}

const atOnce = 500;

/** The installation was set back to an earlier state, or is another one: the positions of its feed are not those of before. */
const isLostPlace = (error: unknown): boolean =>
  error instanceof Refusal && ['cursor_ahead', 'invalid_cursor'].includes(error.problem.code);
