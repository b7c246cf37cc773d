import { Failure } from '../platform/errors.js';
import type { Tx } from '../platform/db/client.js';
import { clashes, type Polarity } from '../domain/verdict/coherence.js';
import type { Conflict } from './command.schema.js';
import { readNeighbors } from './docket.repository.js';

interface Rated {
  claim: { id: string; ref: string };
  rating: { slug: string; polarity: Polarity };
}

/** The related claims whose ratings, proposed or published, cannot stand beside this one's. */
export async function findConflicts(
  tx: Tx,
  { claim, rating }: Rated,
): Promise<(Conflict & { id: string })[]> {
  const neighbors = await readNeighbors(tx, claim.id);
  return neighbors.flatMap(({ type, outgoing, claim: other }) =>
    other.verdicts
      .filter((theirs) =>
        outgoing
          ? clashes(type, rating.polarity, theirs.rating.polarity)
          : clashes(type, theirs.rating.polarity, rating.polarity),
      )
      .slice(0, 1)
      .map((theirs) => ({
        id: other.id,
        claim: other.ref,
        relation: outgoing ? `${claim.ref} ${type} ${other.ref}` : `${other.ref} ${type} ${claim.ref}`,
        rating: rating.slug,
        theirs: theirs.rating.slug,
        status: theirs.status === 'published' ? ('published' as const) : ('proposed' as const),
        note: null,
      })),
  );
}

/** Every conflict needs its own word from whoever approves; without it the approval is refused, with the list. */
export function acknowledge(
  conflicts: (Conflict & { id: string })[],
  given: readonly { claim: string; note: string }[] = [],
): Conflict[] {
  const answered = conflicts.map(({ id, ...conflict }) => ({
    ...conflict,
    note: given.find(({ claim }) => claim === id || claim === conflict.claim)?.note ?? null,
  }));
  const open = answered.filter(({ note }) => note === null);
  if (open.length > 0) {
    throw new Failure(
      'conflict',
      `The rating clashes with that of ${open.map(({ claim }) => claim).join(', ')}. Acknowledge each conflict with a note, or return the verdict.`,
      { code: 'conflicts_unacknowledged', extra: { conflicts: open } },
    );
  }
  return answered;
}
