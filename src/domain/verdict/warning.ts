/** PURE: what does not keep a verdict from being published, but should be seen by whoever approves it. */
import type { EvidenceStance } from '../evidence/stance.js';
import type { Polarity } from '../rating/polarity.js';
import { isInScriptOf } from '../text/language-of.js';
import { withoutAnyMark } from './evidence-marks.js';
import { saysAgainst } from './right-of-reply.js';

export const warnings = [
  'no_evidence',
  'only_one_side',
  'unverified_provision',
  'no_reply_asked',
  'rationale_in_other_script',
] as const;
export type Warning = (typeof warnings)[number];

export interface WarningFacts {
  kind: string;
  /** Undefined: not rated yet, and then what most ratings need is looked for. */
  polarity: Polarity | undefined;
  stances: readonly EvidenceStance[];
  provisions: readonly { verified: boolean }[];
  /** How often somebody was asked for a reply to the claim. */
  contacts: number;
  /** Language → text. */
  rationale: Readonly<Record<string, string>>;
}

/** In the order of `warnings`; a verdict that leaves the question open needs neither evidence nor an answer. */
export function findWarnings(facts: WarningFacts): Warning[] {
  const { kind, polarity, stances, provisions, contacts } = facts;
  const decides = polarity !== 'neutral';
  const sides = new Set(stances.filter((stance) => stance !== 'context'));
  const holds: Record<Warning, boolean> = {
    no_evidence: decides && sides.size === 0,
    only_one_side: decides && sides.size === 1,
    unverified_provision: provisions.some(({ verified }) => !verified),
    no_reply_asked: decides && saysAgainst(kind) && contacts === 0,
    rationale_in_other_script: inOtherScript(facts).length > 0,
  };
  return warnings.filter((warning) => holds[warning]);
}

/** The languages whose text is in the letters of another: most likely it was written in the wrong field. */
const inOtherScript = ({ rationale }: Pick<WarningFacts, 'rationale'>): string[] =>
  Object.entries(rationale)
    .filter(([language, text]) => !isInScriptOf(language, withoutAnyMark(text)))
    .map(([language]) => language);

/** Where in a verdict each would be answered: JSON pointers. A reply is asked for on the claim, and not in the verdict. */
function placesOf(warning: Warning, facts: Pick<WarningFacts, 'provisions' | 'rationale'>): string[] {
  if (warning === 'no_reply_asked') return [''];
  if (warning === 'rationale_in_other_script')
    return inOtherScript(facts).map((language) => `/rationale/${language}`);
  if (warning !== 'unverified_provision') return ['/evidence'];
  return facts.provisions.flatMap(({ verified }, index) =>
    verified ? [] : [`/provisions/${String(index)}/id`],
  );
}

const words: Readonly<Record<Warning, string>> = {
  no_evidence: 'nothing that is cited speaks for or against it',
  only_one_side: 'all that is cited speaks for one side',
  unverified_provision: 'the wording of this provision has not been verified',
  no_reply_asked: 'it says something against somebody, and nobody has been asked for a reply',
  rationale_in_other_script: 'this text is in the letters of another language than its own',
};

/** The same with their places and in words, for a draft. */
export const explainWarnings = (facts: WarningFacts): { code: Warning; pointer: string; message: string }[] =>
  findWarnings(facts).flatMap((code) =>
    placesOf(code, facts).map((pointer) => ({ code, pointer, message: words[code] })),
  );
