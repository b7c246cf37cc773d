/** PURE: everything a verdict refers to, looked up in what there is; or every name that stands for nothing. */
import { notThere, unknownReference, type Fault, type Refusal } from '../domain/problem/refusal.js';
import type { CitedAct } from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import type { CitedEvidence, CitedProvision, Evidence, Rating, References } from './docket-verdict.js';

interface CitedNames {
  veracity?: string | undefined;
  evidence: readonly string[];
  /** Captures that are meant where it is not the last one. */
  captures?: readonly string[] | undefined;
  provisions: readonly CitedAct[];
}

/** What a docket is asked for, so that these can be looked up in it. */
export const referencesTo = ({
  evidence = [],
  captures = [],
  provisions = [],
}: {
  [Field in 'evidence' | 'captures' | 'provisions']?: CitedNames[Field] | undefined;
}): DocketQuery['references'] & object => ({
  evidence,
  captures,
  provisions: provisions.map(({ id }) => id),
});

interface Resolved {
  scale: number;
  /** Where a veracity was named. */
  rating: Rating | undefined;
  evidence: readonly CitedEvidence[];
  provisions: readonly CitedProvision[];
}

/** `before`: what is cited already keeps the capture it was read in, unless that failed. */
export function resolveReferences(
  { references }: Docket,
  named: CitedNames,
  before: readonly CitedEvidence[] = [],
): Resolved | Refusal {
  if (!references) throw new Error('a verdict is decided on with what it refers to');
  const { scale, captures } = references;
  const known = [...before, ...references.evidence.filter(({ evidenceId }) => !isOneOf(before, evidenceId))];
  const rating = scale?.ratings.find(({ slug }) => slug === named.veracity);
  const faults: Fault[] = [
    ...findEvidenceFaults(named.evidence, known),
    ...findCaptureFaults(named, captures),
    ...(named.veracity !== undefined && !rating
      ? [{ pointer: '/findings/veracity', message: 'is not a rating of the current scale' }]
      : []),
  ];
  const provisions = named.provisions.flatMap(({ id, direction = null, ...act }, index): CitedProvision[] => {
    const provision = references.provisions.find((one) => one.id === id || one.ref === id);
    if (provision) return [{ ...act, direction, provisionId: provision.id, provision }];
    faults.push(notThere(`/provisions/${String(index)}/id`, 'provision', id));
    return [];
  });
  if (faults.length > 0 || !scale) return unknownReference(...faults);
  const evidence = citeEvidence(named, { known, captures, before });
  return { scale: scale.version, rating, evidence, provisions };
}

const isOneOf = (evidence: readonly Evidence[], id: string): boolean =>
  evidence.some(({ evidenceId }) => evidenceId === id);

const findEvidenceFaults = (named: readonly string[], known: readonly Evidence[]): Fault[] =>
  named.flatMap((id, index) => {
    const pointer = `/evidence/${String(index)}`;
    return [
      ...(isOneOf(known, id) ? [] : [{ pointer, message: 'is not evidence of this claim' }]),
      ...(named.indexOf(id) === index ? [] : [{ pointer, message: 'is cited twice' }]),
    ];
  });

function findCaptureFaults({ evidence, captures = [] }: CitedNames, there: References['captures']): Fault[] {
  const meant = captures.map((id) => there.find((one) => one.id === id)?.evidenceId);
  return meant.flatMap((of, index) => {
    const pointer = `/captures/${String(index)}`;
    if (of === undefined || !evidence.includes(of)) {
      return [{ pointer, message: 'is not a capture of the evidence that is cited' }];
    }
    if (meant.indexOf(of) !== index)
      return [{ pointer, message: 'is a second capture of the same evidence' }];
    return [];
  });
}

interface Citable {
  known: readonly Evidence[];
  captures: References['captures'];
  before: readonly CitedEvidence[];
}

/** Each piece of evidence with the capture that is meant, the one it was read in before, or the last good one. */
const citeEvidence = (named: CitedNames, { known, captures, before }: Citable): CitedEvidence[] =>
  named.evidence.flatMap((id) => {
    const one = known.find(({ evidenceId }) => evidenceId === id);
    if (!one) return [];
    const meant = captures.find(
      (capture) => capture.evidenceId === id && named.captures?.includes(capture.id),
    );
    if (meant) return [{ ...one, captureId: meant.id, sha256: meant.sha256, outcome: meant.outcome }];
    // One that failed is kept only for want of a better one.
    const kept = before.find(({ evidenceId, outcome }) => evidenceId === id && outcome === 'captured');
    if (kept) return [kept];
    return [
      // Also to a look that failed: who puts the page up afterwards does not put it into the verdict.
      one.best === null ? { ...one, captureId: null, sha256: null, outcome: null } : withBest(one),
    ];
  });

const withBest = (one: Evidence): CitedEvidence => ({
  ...one,
  captureId: one.best,
  sha256: one.bestSha256,
  outcome: one.bestOutcome,
});

/**
 * Ties what is cited without a capture to the last one that succeeded by now, or at least to the one that
 * failed last. What is tied stays so.
 */
export function pinCaptures(cited: readonly CitedEvidence[]): readonly CitedEvidence[] {
  const pins = (one: CitedEvidence): boolean => one.captureId === null && one.best !== null;
  return cited.some(pins) ? cited.map((one) => (pins(one) ? withBest(one) : one)) : cited;
}
