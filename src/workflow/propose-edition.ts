/** PURE: the edition that a decision on a verdict names, as it would be published at this moment. */
import type { Refusal } from '../domain/access/rules.js';
import { compareEditions } from '../domain/edition/compare-editions.js';
import { composeEdition } from '../domain/edition/compose-edition.js';
import { parseSealed, sealEdition, type SealedEdition } from '../domain/edition/seal-edition.js';
import { begin, type Change } from './change.js';
import type { Asked, Docket, ProposedEdition } from './docket.js';

/** Gives a salt for each text that has no seal yet. */
export type NewSalt = () => Uint8Array;

export const whatProposingAsks = (verdict: string): Asked => ({ verdict, edition: true });

export const sealProposed = ({ ingredients }: ProposedEdition, newSalt: NewSalt): SealedEdition =>
  sealEdition(composeEdition(ingredients), newSalt);

/** The edition as it is now, where somebody was given the very same to read before. */
export function findRead({ edition }: Docket, verdict: string, newSalt: NewSalt): SealedEdition | undefined {
  if (edition?.ingredients.verdict.id !== verdict) return undefined;
  const now = sealProposed(edition, newSalt);
  return Object.hasOwn(edition.read, now.digest) ? now : undefined;
}

/** Keeps what is given to read, so that a decision on it can be told what has changed since. Undefined: nothing is proposed. */
export function proposeEdition(
  docket: Docket,
  verdict: string,
  newSalt: NewSalt,
): { change: Change; edition: SealedEdition } | undefined {
  const { edition: proposal } = docket;
  if (proposal?.ingredients.verdict.id !== verdict) return undefined;
  const edition = sealProposed(proposal, newSalt);
  const isKept = Object.hasOwn(proposal.read, edition.digest);
  return { change: isKept ? begin(docket) : { ...begin(docket), proposed: edition }, edition };
}

const nothingProposed: Refusal = {
  kind: 'conflict',
  code: 'nothing_proposed',
  why: 'No verdict awaits approval here, so there is no edition to read.',
};

/** The edition that was named, if it is still what would be published; otherwise what has changed since it was read. */
export function demandEdition(
  { edition }: Docket,
  named: string | undefined,
  newSalt: NewSalt,
): SealedEdition | Refusal {
  if (!edition) return nothingProposed;
  const now = sealProposed(edition, newSalt);
  if (named === undefined) {
    const why =
      'Name the edition that you have read: its digest as `If-Match`, or as `edition` in the body. `GET …/edition` gives it.';
    return { kind: 'stale', code: 'precondition_required', why };
  }
  if (named === now.digest) return now;
  const read = edition.read[named];
  const changed = read === undefined ? null : compareEditions(parseSealed(read), parseSealed(now.document));
  const why = 'What would be published has changed since you read it: read it again.';
  return { kind: 'stale', code: 'edition_changed', why, extra: { changed } };
}
