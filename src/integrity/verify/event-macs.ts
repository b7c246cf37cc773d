/**
 * Whether each event was written by a process that has the key outside the database. Whoever had the application's role
 * for a moment can append events that say anything, in anybody's name, and rows that agree with them; no mac.
 */
import { timingSafeEqual } from 'node:crypto';
import { macOfEvent } from '../../platform/secrets/event-mac.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { chainOf } from '../../domain/event/chain.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';

interface EventRow {
  id: string;
  claim: string | null;
  subjectType: string;
  subjectId: string;
  ordinal: number;
  hash: Buffer;
  mac: Buffer | null;
  position: string | null;
}

export interface WrittenByUs {
  count: number;
  /** Those that nobody can say it of: an earlier key was lost. */
  earlier: number;
}

interface Given {
  secrets: Pick<SecretBox, 'digest'>;
  /** The place in the feed of the first event that was written under this key, where it is not the first of all. */
  keySince: number;
}

export async function verifyEventMacs(
  snapshot: Snapshot,
  { secrets, keySince }: Given,
): Promise<WrittenByUs> {
  let [count, earlier] = [0, 0];
  let foreign: FaultLocation | undefined;
  for (const query of [placed, waiting])
    for await (const event of snapshot.stream<EventRow>(query)) {
      if (event.position !== null && Number(event.position) < keySince) earlier++;
      else if (isOurs(event, secrets)) count++;
      else foreign ??= placeOf(event);
      if (foreign && count > 0)
        throw new VerificationError('was written by none of our processes, but by hand', foreign);
    }
  if (foreign) throw new Error(otherKey);
  return { count, earlier };
}

// In the order of the feed: a number of its own could be chosen by whoever writes an event.
const placed = `
  SELECT e.id, e.claim_id AS claim, e.subject_type AS "subjectType", e.subject_id AS "subjectId", coalesce(e.ordinal, e.subject_ordinal) AS ordinal,
    e.hash, e.mac, f.position
  FROM feed f JOIN events e ON e.seq = f.event_seq ORDER BY f.position`;

// What has no place yet comes last.
const waiting = placed
  .replace('f.position\n', 'NULL AS position\n')
  .replace('feed f', 'outbox f')
  .replace('f.position', 'e.seq');

const isOurs = ({ hash, mac }: EventRow, secrets: Pick<SecretBox, 'digest'>): boolean => {
  const wanted = Buffer.from(macOfEvent(secrets, hash.toString('hex')), 'hex');
  return mac?.length === wanted.length && timingSafeEqual(mac, wanted);
};

const placeOf = ({ id, claim, ordinal, subjectType, subjectId }: EventRow): FaultLocation => ({
  chain: chainOf({ claim, subject: { type: subjectType, id: subjectId } }),
  ordinal,
  id,
});

const otherKey =
  'None of the events was written under the key of SECRETS_KEY_FILE: it is not the file of this database.';
