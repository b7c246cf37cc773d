/** PURE: what a verdict must hold before it can be recorded. */
import type { Polarity } from '../rating/polarity.js';
import { leadsNowhere } from './evidence-marks.js';

export const attributionFindings = ['confirmed', 'unconfirmed', 'misattributed'] as const;
export type AttributionFinding = (typeof attributionFindings)[number];

export const fidelityFindings = ['faithful', 'altered', 'fabricated', 'not_applicable'] as const;
export type FidelityFinding = (typeof fidelityFindings)[number];

export interface VerdictContent {
  /** All kinds of the claim, the main one first. */
  kinds: readonly string[];
  /** Findings are undefined in a verdict in the making. */
  attribution: AttributionFinding | undefined;
  fidelity: FidelityFinding | undefined;
  rating: { slug: string; polarity: Polarity; forecast: boolean } | undefined;
  provisions: number;
  /** How many pieces it cites. */
  evidence: number;
  /** Language → text. */
  rationale: Readonly<Record<string, string>>;
  /** When it is to be checked again. */
  recheckAt: Date | null;
}

export interface VerdictRemark {
  code: string;
  pointer: string;
  message: string;
}

/** Whether it can still be checked again then. */
export const liesAhead = (recheckAt: Date, now: Date): boolean => recheckAt > now;

/** Everything that keeps this verdict from being recorded; empty when it is complete. */
export function findIncomplete(verdict: VerdictContent, now: Date): VerdictRemark[] {
  return rules
    .filter(({ broken }) => broken(verdict, now))
    .map(({ code, pointer, message }) => ({ code, pointer, message }));
}

/** In the order in which the questions are asked. */
const rules: readonly (VerdictRemark & { broken: (verdict: VerdictContent, now: Date) => boolean })[] = [
  {
    code: 'attribution_missing',
    pointer: '/findings/attribution',
    message: 'say whether it was said',
    broken: ({ attribution }) => attribution === undefined,
  },
  {
    code: 'fidelity_missing',
    pointer: '/findings/fidelity',
    message: 'a quotation needs a finding about how faithfully it is quoted',
    broken: ({ kinds, fidelity }) => kinds.includes('quotation') && fidelity === 'not_applicable',
  },
  {
    code: 'fidelity_missing',
    pointer: '/findings/fidelity',
    message: 'say whether it was quoted faithfully',
    broken: ({ fidelity }) => fidelity === undefined,
  },
  {
    code: 'veracity_missing',
    pointer: '/findings/veracity',
    message: 'say whether it is so: choose a rating',
    broken: ({ rating }) => rating === undefined,
  },
  {
    code: 'rating_not_for_kind',
    pointer: '/findings/veracity',
    message: 'this rating is for forecasts, and the claim is none',
    broken: ({ rating, kinds }) => rating?.forecast === true && !kinds.includes('forecast'),
  },
  {
    code: 'provisions_missing',
    pointer: '/provisions',
    message: 'a verdict that a norm was or was not violated must cite it, with act, actor and date',
    broken: ({ kinds, rating, provisions }) =>
      kinds[0] === 'violation' && rating !== undefined && rating.polarity !== 'neutral' && provisions === 0,
  },
  {
    code: 'rationale_missing',
    pointer: '/rationale',
    message: 'no rationale has been written yet',
    broken: ({ rationale }) => Object.keys(rationale).length === 0,
  },
  {
    code: 'evidence_mark_lost',
    pointer: '/rationale',
    message: 'a mark in the rationale, such as [E1], leads to no evidence that the verdict cites',
    broken: ({ rationale, evidence }) =>
      Object.values(rationale).some((text) => leadsNowhere(text, evidence)),
  },
  {
    code: 'recheck_not_ahead',
    pointer: '/recheckAt',
    message: 'the day to check it again must lie ahead',
    broken: ({ recheckAt }, now) => recheckAt !== null && !liesAhead(recheckAt, now),
  },
  {
    code: 'findings_contradict',
    pointer: '/findings/fidelity',
    message: 'words that were confirmed to have been said cannot be fabricated',
    broken: ({ attribution, fidelity }) => attribution === 'confirmed' && fidelity === 'fabricated',
  },
];
