/** Whether whoever decided had the right to, and had written nothing of it: as the persons and roles were then. */
import { VerificationError } from '../checkpoints/verification-error.js';
import type { Decision } from './decision.js';
import type { Ingredients } from './ingredients.js';
import type { MemberHistories } from './member-histories.js';

/** Throws where it was never allowed. True where it was, and a tie of two members that was made later calls it into doubt. */
export function judgeDecision(
  { deciders, writers, asker, order, place, except, named }: Decision,
  { personAt, roleAt, hadRole }: MemberHistories,
  ingredients: Ingredients,
): boolean {
  for (const { member, as } of deciders) {
    const role = roleAt(member, order, except);
    if (!as.some((one) => one === role))
      throw new VerificationError(
        `was decided on by ${member}, who was no active ${as.join(' or ')} then, but ${role ?? 'no active member'}`,
        place,
      );
  }
  if (asker && !asker.as.some((role) => hadRole(asker.member, role, { order, at: asker.at })))
    throw new VerificationError(
      `was asked for by ${asker.member}, who was no active ${asker.as.join(' or ')} any more`,
      place,
    );
  const persons = deciders.map(({ member }) => personAt(member, order, except));
  const isDecider = (member: string): boolean => persons.includes(personAt(member, order, except));
  if (new Set(persons).size < persons.length)
    throw new VerificationError('was confirmed by the very person who had decided', place);
  if (writers.some(isDecider))
    throw new VerificationError('was decided on by who wrote it or asked for it', place);
  const changes = named ? ingredients.changesOf(named, order) : [];
  const changed = changes.find(({ member }) => isDecider(member));
  if (changed)
    throw new VerificationError(
      `was decided on by who changed ${changed.what} after the verdict was submitted`,
      place,
    );
  const now = new Set(deciders.map(({ member }) => personAt(member, Infinity)));
  return [...writers, ...changes.map(({ member }) => member)].some((member) =>
    now.has(personAt(member, Infinity)),
  );
}
