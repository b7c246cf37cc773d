/** PURE: verdicts that wait, and on which nobody could decide any more. */
import type { Participant } from './side.js';

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

/** Those of the claims on whose verdict some editor could decide before, and none could afterwards. */
export const leftUndecided = <Claim extends { participants: readonly Participant[] }>(
  claims: readonly Claim[],
  before: Deciders,
  after: Deciders,
): Claim[] =>
  claims.filter(({ participants }) => isDecidable(participants, before) && !isDecidable(participants, after));

function isDecidable(participants: readonly Participant[], { editors, tied }: Deciders): boolean {
  const [first] = tied;
  const personOf = (id: string): string => (first !== undefined && tied.includes(id) ? first : id);
  const writers = participants
    .filter(({ side }) => side === 'writing')
    .map(({ personId }) => personOf(personId));
  return editors.some(({ personId }) => !writers.includes(personOf(personId)));
}
