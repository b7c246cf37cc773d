/** PURE: verdicts that wait, and on which nobody could decide any more. */
import type { Part } from './side.js';

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
export const leftUndecided = <Claim extends { parts: readonly Part[] }>(
  claims: readonly Claim[],
  before: Deciders,
  after: Deciders,
): Claim[] => claims.filter(({ parts }) => isDecidable(parts, before) && !isDecidable(parts, after));

function isDecidable(parts: readonly Part[], { editors, tied }: Deciders): boolean {
  const [first] = tied;
  const personOf = (id: string): string => (first !== undefined && tied.includes(id) ? first : id);
  const writers = parts.filter(({ side }) => side === 'writing').map(({ personId }) => personOf(personId));
  return editors.some(({ personId }) => !writers.includes(personOf(personId)));
}
