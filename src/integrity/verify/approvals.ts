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
  /** The claims that it was related to. */
  related: ReadonlySet<string>;
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
  WHERE actor_id IS NOT NULL AND is_change_of_ingredient(type, data) ORDER BY seq`;

/** The first of these ids that what was published names. */
const namedQuery = `
  SELECT what FROM editions, unnest($2::text[]) AS what WHERE verdict_id = $1 AND position('"' || what || '"' IN document) > 0 LIMIT 1`;

export async function createApprovalCheck(snapshot: Snapshot, personAt: PersonAt) {
  const changes: Change[] = [];
  for await (const { seq, ...change } of snapshot.walk<{ seq: string; actor: string; what: string }>(
    changesQuery,
  ))
    changes.push({ ...change, seq: BigInt(seq) });
  /** What these persons changed between the two events. */
  const changedBy = (persons: readonly string[], from: bigint, to: bigint): string[] => {
    const found = new Set<string>();
    for (let at = firstAfter(changes, from); at < changes.length; at++) {
      const change = changes[at];
      if (!change || change.seq > to) break;
      if (persons.includes(personAt(change.actor, to))) found.add(change.what);
    }
    return [...found];
  };
  return {
    /** Throws where the approval was never allowed. */
    judge: async ({ claim, verdict, seq, handedIn, deciders, writers, related }: Approval): Promise<void> => {
      const place = { table: 'verdicts', row: verdict, column: 'approver_id' };
      const persons = deciders.map((member) => personAt(member, seq));
      if (writers.some((person) => persons.includes(person)))
        throw new VerificationError(`approved what they wrote of the claim ${claim} themselves`, place);
      const changed = changedBy(persons, handedIn, seq);
      if (changed.length === 0) return;
      const what =
        changed.find((id) => related.has(id)) ??
        (await snapshot.one<{ what: string }>(namedQuery, [verdict, changed]))?.what;
      if (what !== undefined)
        throw new VerificationError(`changed ${what} after the verdict was handed in`, place);
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
