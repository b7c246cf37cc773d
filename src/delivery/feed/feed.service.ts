import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import type { Disconnect, Rights } from '../../platform/http/route.js';
import { audienceOf } from './cloud-event.js';
import {
  beginning,
  cursorAt,
  isOfThisFeed,
  requirePosition,
  positionOfCursor,
  type FeedPosition,
} from './cursor-position.js';
import { pageAfter } from './feed-page.js';
import { advanceKey, findClaimIds, readFingerprint } from './reader.repository.js';
import { followFeed, type StreamTarget } from './stream.js';
import type { Tail } from './tail.js';
import { anyOf, waitFor } from './wait-for.js';

export type FeedService = ReturnType<typeof createFeedService>;

/** What stands for the beginning in place of a cursor. */
const start = 'start';

interface Reading {
  limit: number;
  after?: string | undefined;
  types?: readonly string[] | undefined;
  /** Ids or refs. */
  claims?: readonly string[] | undefined;
  /** Seconds to wait for something new where there is nothing. */
  wait: number;
}

/** Who waits, and until when. */
interface Waiting {
  caller: Caller;
  rights: Rights;
  disconnect: Disconnect;
}

/** What changed since a reader last asked, and how far each of them has come. */
export function createFeedService({ store: { db }, pool, tail }: { store: Store; pool: Pool; tail: Tail }) {
  /** The end without a cursor. Otherwise a place that this feed has come to: a later one would step over what has yet to happen. */
  const positionFor = async (cursor: string | undefined): Promise<FeedPosition> => {
    await tail.catchUp();
    if (cursor === undefined) return tail.last();
    if (cursor === start) return beginning;
    const place = positionOfCursor(cursor);
    if (place.position > tail.end() || !(await isOfThisFeed(place, fingerprintAt))) throw ofAnotherFeed();
    return place;
  };

  const fingerprintAt = (position: bigint) => tail.fingerprintAt(position) ?? readFingerprint(pool, position);

  const idsOf = async (names: readonly string[] | undefined): Promise<string[] | undefined> =>
    names && findClaimIds(pool, names);

  return {
    /** The events behind a cursor, in the one order that all readers see; `next` also where nothing is new. */
    async read(
      { limit, after, types, claims: names, wait }: Reading,
      { caller, rights, disconnect }: Waiting,
    ) {
      let { role } = caller;
      const deadline = performance.now() + wait * 1_000;
      let from = await positionFor(after);
      const claims = await idsOf(names);
      for (;;) {
        const left = deadline - performance.now();
        const arrival = left > 0 ? waitFor(anyOf(tail.subscribe, rights.watch), left, disconnect) : undefined;
        const page = await pageAfter({ tail, pool }, { after: from, limit, types, claims });
        const more = page.next.position < tail.end();
        if (page.items.length > 0 || more || !arrival || disconnect.happened || tail.closed()) {
          arrival?.end();
          const audience = audienceOf(role);
          return {
            items: page.items.map(({ text }) => text[audience]),
            next: cursorAt(page.next),
            more,
          };
        }
        from = page.next;
        await arrival.until;
        ({ role } = await rights.present());
      }
    },

    /** Where a stream begins. */
    startAt: positionFor,

    /** Writes every event from a place on, for as long as the reader stays. */
    async follow(
      {
        claims: names,
        ...asked
      }: {
        from: FeedPosition;
        types?: readonly string[] | undefined;
        claims?: readonly string[] | undefined;
      },
      target: StreamTarget,
    ): Promise<void> {
      return followFeed({ tail, pool }, { ...asked, claims: await idsOf(names) }, target);
    },

    /** The caller's key has received everything up to here. A cursor behind the one it gave last changes nothing. */
    async acknowledge(cursor: string, caller: Caller) {
      const place = await requirePosition(cursor, (at) => readFingerprint(pool, at), '/cursor');
      const position = await advanceKey(db, caller.keyId, place.position);
      const fingerprint =
        position === place.position ? place.fingerprint : await readFingerprint(pool, position);
      return { cursor: cursorAt({ position, fingerprint: fingerprint ?? '' }) };
    },
  };
}

const ofAnotherFeed = (): Failure =>
  new Failure(
    'invalid',
    'The cursor stands for no place in this feed: it is of another installation, or this one was set back to an earlier state. Go on with `after=start`, or without it from now on.',
    {
      code: 'cursor_ahead',
      faults: [{ in: 'query', pointer: 'after', message: 'is no place in this feed' }],
    },
  );
