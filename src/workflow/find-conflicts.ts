/** PURE: the related claims whose ratings cannot stand beside a verdict's. */
import type { Refusal } from '../domain/problem/refusal.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { clashes } from '../domain/verdict/coherence.js';
import type { Docket, OtherClaim } from './docket.js';
import type { Acknowledgement, Conflict, Rating } from './docket-verdict.js';

/** By their ratings as far as they have come: proposed where a verdict awaits approval, published otherwise. What only tries something out counts for its like. */
export function findConflicts(
  { claim, relations, others }: Docket,
  rating: Pick<Rating, 'slug' | 'polarity'>,
): Conflict[] {
  return relations.flatMap(({ type, outgoing, otherId }) => {
    const other = others.find(({ id, test }) => id === otherId && (!test || claim.test));
    const theirs = other?.ratings.find(({ polarity }) =>
      outgoing ? clashes(type, rating.polarity, polarity) : clashes(type, polarity, rating.polarity),
    );
    if (!other || !theirs) return [];
    const [from, to] = outgoing ? [claim, other] : [other, claim];
    return [clashOf(other, `${from.ref} ${type} ${to.ref}`, rating.slug, theirs)];
  });
}

const clashOf = (
  { id, ref }: OtherClaim,
  relation: string,
  rating: string,
  theirs: OtherClaim['ratings'][number],
): Conflict => ({
  claim: { id, ref },
  relation,
  rating,
  theirs: theirs.slug,
  status: theirs.status,
  note: null,
});

/** Each acknowledgement, as it stands in the event of the decision. */
export const acknowledgedIn = (given: readonly Acknowledgement[], verdict: string): object[] =>
  given.map(({ claim, note }) => ({ claim, note: toSeal('acknowledgement', verdict, note) }));

/** Every conflict needs its own word from whoever approves; without it the approval is refused, with the list. */
export function acknowledge(
  clashes: readonly Conflict[],
  given: readonly Acknowledgement[] = [],
): readonly Conflict[] | Refusal {
  const answered = clashes.map((conflict) => ({
    ...conflict,
    note:
      given.find(({ claim }) => claim === conflict.claim.id || claim === conflict.claim.ref)?.note ?? null,
  }));
  const open = answered.filter(({ note }) => note === null);
  if (open.length === 0) return answered;
  return {
    kind: 'conflict',
    code: 'conflicts_unacknowledged',
    why: `The rating clashes with that of ${open.map(({ claim }) => claim.ref).join(', ')}. Acknowledge each conflict with a note, or return the verdict.`,
    extra: { conflicts: open },
  };
}
