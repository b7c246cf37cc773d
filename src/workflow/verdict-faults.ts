/** PURE: the checks every verdict passes before it can be recorded, and again whenever it is edited. */
import { findMiscited } from '../domain/verdict/provision.js';
import { findIncomplete, type VerdictRemark } from '../domain/verdict/rules.js';
import type { Docket } from './docket.js';
import type { DocketVerdict } from './docket-verdict.js';

/** What is looked at; findings that are not there yet are undefined. */
type Judged = Pick<DocketVerdict, 'evidence' | 'provisions' | 'rationale' | 'validUntil'> & {
  [Finding in 'attribution' | 'fidelity' | 'rating']: DocketVerdict[Finding] | undefined;
};

/** Everything that keeps this verdict from being recorded; empty where it can be. */
export function findFaults({ claim, now }: Pick<Docket, 'claim' | 'now'>, verdict: Judged): VerdictRemark[] {
  const kinds = [claim.kind, ...claim.secondaryKinds];
  const { attribution, fidelity, rating, provisions, evidence, rationale, validUntil: recheckAt } = verdict;
  const cites = { provisions: provisions.length, evidence: evidence.length };
  const incomplete = findIncomplete(
    { kinds, attribution, fidelity, rating, ...cites, rationale, recheckAt },
    now,
  );
  const cited = provisions.map(({ provision, date, direction }) => ({ ...provision, date, went: direction }));
  return [...incomplete, ...findMiscited(cited, kinds.includes('violation'))];
}
