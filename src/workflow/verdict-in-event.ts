/** PURE: what an event holds of a verdict: every value that was written, and of a change the one before. */
import { sealedAlready, toSeal } from '../domain/event/sealed-data.js';
import type { SealableText } from '../domain/text/seal.js';
import type { CitedEvidence, CitedProvision, DocketVerdict } from './docket-verdict.js';

type Written = Pick<
  DocketVerdict,
  'attribution' | 'fidelity' | 'veracity' | 'scale' | 'evidence' | 'provisions' | 'validUntil'
>;

export const verdictInEvent = (verdict: DocketVerdict): Record<string, unknown> => ({
  ...valuesOf(verdict),
  rationale: toSeal('rationale', verdict.id, verdict.rationale),
});

/** The values that an edit has changed. `rationale`: as it stood, with its seal. */
export function editInEvent(
  before: DocketVerdict,
  after: DocketVerdict,
  fields: readonly string[],
  rationale: SealableText | null,
): Record<string, unknown> {
  const was = { ...valuesOf(before), rationale: sealedAlready('rationale', rationale) };
  const now = verdictInEvent(after);
  const isChanged = (name: string): boolean =>
    fields.includes(name) || (name === 'scale' && before.scale !== after.scale);
  return { fields, ...pick(now, isChanged), was: pick(was, isChanged) };
}

const valuesOf = (verdict: Written): Record<string, unknown> => {
  const { attribution, fidelity, veracity, scale, evidence, provisions, validUntil } = verdict;
  return {
    findings: { attribution, fidelity, veracity },
    scale,
    evidence: evidence.map(evidenceInEvent),
    provisions: provisions.map(provisionInEvent),
    recheckAt: validUntil?.toISOString() ?? null,
  };
};

export const evidenceInEvent = ({ evidenceId, captureId }: CitedEvidence): object => ({
  evidence: evidenceId,
  capture: captureId,
});

const provisionInEvent = ({ provisionId, act, actor, date, direction }: CitedProvision): object => ({
  provision: provisionId,
  act,
  actor,
  date,
  direction,
});

const pick = (values: Record<string, unknown>, isChosen: (name: string) => boolean): object =>
  Object.fromEntries(Object.entries(values).filter(([name]) => isChosen(name)));
