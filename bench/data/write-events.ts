/** The one place where rows of `events` are made: in the order of their moments, as if they had just happened. */
import type { Sink } from './copy.js';
import { idsOf } from './ids.js';
import type { LifeEvent } from './life.js';
import { chainEvent } from '../../src/domain/event/chain.js';

export const eventColumns =
  'seq, id, type, subject_type, subject_id, claim_id, ordinal, actor_id, data, at, prev_hash, hash';

/** What is kept of an event until its turn comes: little, because there are many. */
interface Entry {
  id: string;
  at: number;
  ordinal: number;
  claimId: string;
  event: LifeEvent;
  /** Of the event before it in the claim's chain, and its own. */
  prevHash: string | null;
  hash: string;
}

export interface EventWriter {
  /** Events of one claim, all of them and in order. */
  add(claimId: string, history: readonly LifeEvent[]): void;
  /** Writes all that happened before this moment; nothing earlier may be added afterwards. */
  writeUntil(moment: number): Promise<void>;
  /** The number of the last event written. */
  last(): number;
}

const hour = 3_600_000;

/** As PostgreSQL reads bytes. */
const bytes = (hex: string | null): string | null => (hex === null ? null : `\\x${hex}`);

/** `seq` is the number of the last event there is. */
export function createEventWriter(sink: Sink, seq: number): EventWriter {
  const newId = idsOf('event');
  /** Hour → what happened in it; so that little has to be kept in order at a time. */
  const hours = new Map<number, Entry[]>();
  let first = Infinity;

  const write = async (entries: Entry[]): Promise<void> => {
    entries.sort((a, b) => a.at - b.at || a.ordinal - b.ordinal);
    for (const { id, at, ordinal, claimId, event, prevHash, hash } of entries) {
      const { type, subject, subjectId, actorId, data } = event;
      const row = [++seq, id, type, subject, subjectId, claimId, ordinal, actorId];
      sink.add([...row, JSON.stringify(data), new Date(at), bytes(prevHash), bytes(hash)]);
    }
    await sink.ready();
  };

  return {
    add: (claimId, history) => {
      let ordinal = 0;
      let prevHash: string | null = null;
      for (const event of history) {
        const at = Math.floor(event.at / hour);
        if (at < first) first = at;
        const { at: moment, type, subject, subjectId, actorId, data } = event;
        const id = newId();
        ordinal++;
        const { hash } = chainEvent(prevHash, {
          id,
          type,
          subject: { type: subject, id: subjectId },
          claim: claimId,
          ordinal,
          actor: actorId,
          key: null,
          data,
          // As the product writes moments: with six digits.
          at: new Date(moment).toISOString().replace('Z', '000Z'),
        });
        const entry = { id, at: moment, ordinal, claimId, event, prevHash, hash };
        prevHash = hash;
        const known = hours.get(at);
        if (known) known.push(entry);
        else hours.set(at, [entry]);
      }
    },
    writeUntil: async (moment) => {
      for (; first < Math.floor(moment / hour) && hours.size > 0; first++) {
        const entries = hours.get(first);
        if (!entries) continue;
        hours.delete(first);
        await write(entries);
      }
    },
    last: () => seq,
  };
}
