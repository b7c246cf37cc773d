/** PURE: claims on which nobody could decide any more, or whose correction nobody could begin. */
import { canBeDecided, refuseLastDecider, refuseSide, type Independence, type Participant } from './side.js';

interface Editor {
  id: string;
  personId: string;
}

export interface Deciders {
  /** All active editors. */
  editors: readonly Editor[];
  /** Persons who become one. */
  tied: readonly string[];
}

interface Involved {
  participants: readonly Participant[];
}

/** Those of the claims of which something could be done before, and could not be afterwards. */
const leftWithout =
  (can: (standing: Independence) => boolean) =>
  <Claim extends Involved>(claims: readonly Claim[], before: Deciders, after: Deciders): Claim[] =>
    claims.filter(
      ({ participants }) =>
        can(standingWith(participants, before)) && !can(standingWith(participants, after)),
    );

/** Some editor could decide on what would be published. */
export const leftUndecided = leftWithout(canBeDecided);

/** Some editor could begin a correction, and another decide on it. */
export const leftUncorrectable = leftWithout((standing) =>
  standing.editors.some(
    (editor) => !refuseSide(standing, editor, 'writing') && !refuseLastDecider(standing, editor),
  ),
);

function standingWith(participants: readonly Participant[], { editors, tied }: Deciders): Independence {
  const [first] = tied;
  const personOf = (id: string): string => (first !== undefined && tied.includes(id) ? first : id);
  return {
    participants: participants.map((one) => ({ ...one, personId: personOf(one.personId) })),
    editors: [...new Set(editors.map(({ personId }) => personOf(personId)))],
  };
}
