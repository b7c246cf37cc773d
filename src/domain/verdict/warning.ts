/** PURE: what does not keep a verdict from being published, but should be seen by whoever approves it. */
import type { Polarity } from '../rating/polarity.js';

export const warnings = ['no_evidence', 'only_one_side', 'unverified_provision', 'no_reply_asked'] as const;
export type Warning = (typeof warnings)[number];

export interface WarningFacts {
  kind: string;
  polarity: Polarity;
  stances: readonly ('for' | 'against' | 'context')[];
  provisions: readonly { verified: boolean }[];
  /** How often somebody was asked for a reply to the claim. */
  contacts: number;
}

/** The kinds that say something against somebody, who has a right to answer. */
const against: readonly string[] = ['accusation', 'violation'];

/** In the order of `warnings`; a verdict that leaves the question open needs neither evidence nor an answer. */
export function findWarnings({ kind, polarity, stances, provisions, contacts }: WarningFacts): Warning[] {
  const decides = polarity !== 'neutral';
  const sides = new Set(stances.filter((stance) => stance !== 'context'));
  const holds: Record<Warning, boolean> = {
    no_evidence: decides && sides.size === 0,
    only_one_side: decides && sides.size === 1,
    unverified_provision: provisions.some(({ verified }) => !verified),
    no_reply_asked: decides && against.includes(kind) && contacts === 0,
  };
  return warnings.filter((warning) => holds[warning]);
}
