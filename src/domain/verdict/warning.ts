/** PURE: what does not keep a verdict from being published, but should be seen by whoever approves it. */
import type { EvidenceStance } from '../evidence/stance.js';
import type { Polarity } from '../rating/polarity.js';

export const warnings = ['no_evidence', 'only_one_side', 'unverified_provision', 'no_reply_asked'] as const;
export type Warning = (typeof warnings)[number];

export interface WarningFacts {
  kind: string;
  /** Undefined: not rated yet, and then what most ratings need is looked for. */
  polarity: Polarity | undefined;
  stances: readonly EvidenceStance[];
  provisions: readonly { verified: boolean }[];
  /** How often somebody was asked for a reply to the claim. */
  contacts: number;
}

/** Whether claims of this kind say something against somebody, who has a right to answer. */
export const saysAgainst = (kind: string): boolean => kind === 'accusation' || kind === 'violation';

/** In the order of `warnings`; a verdict that leaves the question open needs neither evidence nor an answer. */
export function findWarnings({ kind, polarity, stances, provisions, contacts }: WarningFacts): Warning[] {
  const decides = polarity !== 'neutral';
  const sides = new Set(stances.filter((stance) => stance !== 'context'));
  const holds: Record<Warning, boolean> = {
    no_evidence: decides && sides.size === 0,
    only_one_side: decides && sides.size === 1,
    unverified_provision: provisions.some(({ verified }) => !verified),
    no_reply_asked: decides && saysAgainst(kind) && contacts === 0,
  };
  return warnings.filter((warning) => holds[warning]);
}

/** Where in a verdict each would be answered: JSON pointers. A reply is asked for on the claim, and not in the verdict. */
function placesOf(warning: Warning, { provisions }: Pick<WarningFacts, 'provisions'>): string[] {
  if (warning === 'no_reply_asked') return [''];
  if (warning !== 'unverified_provision') return ['/evidence'];
  return provisions.flatMap(({ verified }, index) => (verified ? [] : [`/provisions/${String(index)}/id`]));
}

const words: Readonly<Record<Warning, string>> = {
  no_evidence: 'nothing that is cited speaks for or against it',
  only_one_side: 'all that is cited speaks for one side',
  unverified_provision: 'the wording of this provision has not been verified',
  no_reply_asked: 'it says something against somebody, and nobody has been asked for a reply',
};

/** The same with their places and in words, for a draft. */
export const explainWarnings = (facts: WarningFacts): { code: Warning; pointer: string; message: string }[] =>
  findWarnings(facts).flatMap((code) =>
    placesOf(code, facts).map((pointer) => ({ code, pointer, message: words[code] })),
  );
