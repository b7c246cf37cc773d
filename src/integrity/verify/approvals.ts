/** Whether whoever approved a verdict had written nothing of it, by the persons of that time. */
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';

/** Which person a member was at that event: members that were tied together are one from then on. */
export type PersonAt = (member: string, seq: bigint) => string;

export interface Approval {
  claim: string;
  verdict: string;
  /** Of the event that tells of it, and of the one by which the verdict was handed in. */
  seq: bigint;
  handedIn: bigint;
  /** The members who decided: the approver, and the second person of a decision out of turn. */
  deciders: readonly string[];
  /** The persons who wrote any of it. */
  writers: readonly string[];
}

interface Change {
  seq: bigint;
  actor: string;
  /** The source, the norm or the claim that changed. */
  what: string;
}

/** What an edition names, and changes in a chain of its own, by seq. */
const changesQuery = `
  SELECT seq, actor_id AS actor, subject_id AS what FROM events
  WHERE type IN ('source.changed', 'instrument.recorded', 'claim.rejected', 'claim.reopened')
    AND actor_id IN (SELECT approver_id FROM verdicts UNION SELECT second_id FROM verdicts)
  ORDER BY seq`;

/** Whether that is named in what was published, or is a claim that was rejected, and so was not. */
const namedQuery = `
  SELECT FROM editions WHERE verdict_id = $2 AND position('"' || $3::text || '"' IN document) > 0
  UNION ALL SELECT FROM relations WHERE (from_id, to_id) IN (($1::uuid, $3::uuid), ($3::uuid, $1::uuid))`;

export async function createApprovalCheck(snapshot: Snapshot, personAt: PersonAt) {
  const changes: Change[] = [];
  for await (const { seq, ...change } of snapshot.walk<{ seq: string; actor: string; what: string }>(
    changesQuery,
  ))
    changes.push({ ...change, seq: BigInt(seq) });
  const isNamed = async ({ claim, verdict }: Approval, { what }: Change): Promise<boolean> =>
    (await snapshot.one(namedQuery, [claim, verdict, what])) !== undefined;
  return {
    /** Throws where the approval was never allowed. */
    judge: async (approval: Approval): Promise<void> => {
      const { claim, seq, handedIn, deciders, writers } = approval;
      const place = { table: 'verdicts', row: approval.verdict, column: 'approver_id' };
      const persons = deciders.map((member) => personAt(member, seq));
      if (writers.some((person) => persons.includes(person)))
        throw new VerificationError(`approved what they wrote of the claim ${claim} themselves`, place);
      for (const change of changes.slice(firstAfter(changes, handedIn))) {
        if (change.seq > seq) break;
        if (persons.includes(personAt(change.actor, change.seq)) && (await isNamed(approval, change)))
          throw new VerificationError(`changed ${change.what} after the verdict was handed in`, place);
      }
    },
  };
}

/** After every event. */
const end = 2n ** 63n;

/** Of those in order, the first that came after; found by halves, since every approval asks. */
function firstAfter(changes: readonly Change[], seq: bigint): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.seq ?? end) > seq) high = middle;
    else low = middle + 1;
  }
  return low;
}
