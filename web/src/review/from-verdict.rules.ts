/** PURE: a verdict as a draft, to begin its correction with. */
import type { Verdict } from '../api/verdicts.js';
import { sameDraft, type Draft } from '../drafts/draft.rules.js';

export const isBlank = (draft: Draft): boolean => sameDraft(draft, {});

/** Captures are chosen anew: the newest counts unless somebody says otherwise. */
export const draftFrom = ({ findings, rationale, evidence, provisions, recheckAt }: Verdict): Draft => ({
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
  ...(recheckAt !== null && { recheckAt }),
});
