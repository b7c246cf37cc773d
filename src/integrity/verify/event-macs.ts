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
}

/** How many there are. */
export async function verifyEventMacs(
  snapshot: Snapshot,
  secrets: Pick<SecretBox, 'digest'>,
): Promise<number> {
  let [count, ours] = [0, 0];
  let first: FaultLocation | undefined;
  for await (const event of snapshot.stream<EventRow>(query)) {
    count++;
    if (isOurs(event, secrets)) ours++;
    else first ??= placeOf(event);
  }
  if (!first) return count;
  if (ours === 0) throw new Error(otherKey);
  throw new VerificationError('was written by none of our processes, but into the database by hand', first);
}

const query = `
  SELECT id, claim_id AS claim, subject_type AS "subjectType", subject_id AS "subjectId", coalesce(ordinal, subject_ordinal) AS ordinal, hash, mac
  FROM events ORDER BY seq`;

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
  'None of the events was written under the key in SECRETS_KEY_FILE: it is not the one of this database. Name the right file, or set none to leave out who wrote them.';
