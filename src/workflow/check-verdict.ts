/** The checks every verdict passes before it can be recorded, and again whenever it is edited. */
import { findMiscited } from '../domain/verdict/provision.js';
import { findIncomplete, type Incompleteness } from '../domain/verdict/rules.js';
import type { VerdictRow } from './verdict.repository.js';

/** Everything that keeps this verdict from being recorded; empty where it can be. */
export function findFaults(verdict: VerdictRow): Incompleteness[] {
  const kinds = [verdict.claim.kind, ...verdict.claim.secondaryKinds];
  const incomplete = findIncomplete({
    kinds,
    attribution: verdict.attribution,
    fidelity: verdict.fidelity,
    rating: verdict.rating,
    provisions: verdict.provisions.length,
  });
  const cited = verdict.provisions.map(({ provision, date, direction }) => ({
    ref: provision.ref,
    date,
    went: direction as 'to' | 'from' | null,
    governs: provision.direction,
    inForceFrom: dayOf(provision.inForceFrom),
    inForceUntil: dayOf(provision.inForceUntil),
  }));
  return [...incomplete, ...findMiscited(cited, kinds.includes('violation'))];
}

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/** The problem document that tells of them. */
export const problemOf = (faults: readonly Incompleteness[], detail: string) => ({
  type: 'urn:isnad:problem:verdict_refused',
  title: 'Cannot be processed',
  status: 422,
  code: 'verdict_refused',
  detail,
  reasons: faults.map(({ code }) => code),
  errors: faults.map(({ pointer, message }) => ({ in: 'body' as const, pointer, message })),
});
