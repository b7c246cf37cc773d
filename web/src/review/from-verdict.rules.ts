/** PURE: a verdict as a draft, to begin its correction with. */
import type { Verdict } from '../api/verdicts.js';
import { liesAhead } from '../../../src/domain/verdict/rules.js';
import type { Draft } from '../drafts/draft.rules.js';

/** Whether it can still be begun with what is published: until all three questions are answered. */
export const mayBeginWith = ({ findings = {} }: Draft): boolean =>
  (['attribution', 'fidelity', 'veracity'] as const).some((name) => findings[name] === undefined);

/** Captures are chosen anew: the newest counts unless somebody says otherwise. So is a day to check again that has come. */
export const draftFrom = (
  { findings, rationale, evidence, provisions, recheckAt }: Verdict,
  now: Date,
): Draft => ({
  findings,
  rationale: Object.fromEntries(Object.entries(rationale).filter(([, text]) => typeof text === 'string')),
  evidence: evidence.map(({ id }) => id),
  provisions: provisions.map(({ provision, act, actor, date, direction }) => ({
    id: provision.id,
    act,
    actor,
    date,
    ...(direction !== null && { direction }),
  })),
  ...(recheckAt !== null && liesAhead(new Date(recheckAt), now) && { recheckAt }),
});
