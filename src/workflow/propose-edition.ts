/** PURE: the edition that a decision on a verdict names, as it would be published at this moment. */
import type { Refusal } from '../domain/problem/refusal.js';
import { ownValue } from '../domain/own-value.js';
import { compareEditions } from '../domain/edition/compare-editions.js';
import { composeEdition } from '../domain/edition/compose-edition.js';
import { parseSealed, sealEdition, type SealedEdition } from '../domain/edition/seal-edition.js';
import type { NewSalt } from '../domain/text/seal.js';
import { begin, type Change } from './change.js';
import type { DocketQuery, Docket } from './docket.js';
import type { ProposedEdition } from './docket-verdict.js';

/** With the claims it names: a statement that is withheld meanwhile would be kept in what was read. */
export const docketForProposal = (verdict: string): DocketQuery => ({
  verdict,
  related: true,
  edition: true,
});

export const sealProposed = ({ ingredients }: ProposedEdition, newSalt: NewSalt): SealedEdition =>
  sealEdition(composeEdition(ingredients), newSalt);

/**
 * Keeps what is given to read, so that a decision on it can be told what has changed since; the change holds nothing
 * where the very same was given before. Undefined where the verdict does not await approval.
 */
export function proposeEdition(
  docket: Docket,
  verdict: string,
  newSalt: NewSalt,
): { change: Change; edition: SealedEdition } | undefined {
  const { edition: proposal } = docket;
  if (proposal?.ingredients.verdict.id !== verdict) return undefined;
  const edition = sealProposed(proposal, newSalt);
  const isKept = Object.hasOwn(proposal.read, edition.digest);
  return {
    change: isKept
      ? begin(docket)
      : { ...begin(docket), proposed: { ...edition, announced: proposal.lastAnnounced === null } },
    edition,
  };
}

/** The edition that was named, if it is still what would be published; otherwise what has changed since it was read. */
export function requireEdition(
  { edition }: Docket,
  named: string | undefined,
  newSalt: NewSalt,
): SealedEdition | Refusal {
  if (!edition) throw new Error('a verdict that awaits approval has an edition');
  const now = sealProposed(edition, newSalt);
  if (named === undefined) {
    const why =
      'Name the edition that you have read: its digest as `If-Match`, or as `edition` in the body. `GET …/edition` gives it.';
    return { kind: 'stale', code: 'precondition_required', why };
  }
  if (named === now.digest) return now;
  const read = ownValue(edition.read, named);
  const changed = read === undefined ? null : compareEditions(parseSealed(read), parseSealed(now.document));
  const why =
    read === undefined
      ? 'What you name is not what would be published, and there is nothing to compare with: it was never given out, or texts in it have been withheld since. Read it again.'
      : 'What would be published has changed since you read it: read it again.';
  return { kind: 'stale', code: 'edition_changed', why, extra: { changed, current: `"${now.digest}"` } };
}
