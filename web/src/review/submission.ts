/** From a draft to the verdict that is submitted, or what is missing of it. */
import { leadsNowhere } from '../../../src/domain/verdict/evidence-marks.js';
import { liesAhead } from '../../../src/domain/verdict/rules.js';
import type { Input } from '../../../client/routes.js';
import { deskNow } from '../api/desk-clock.js';
import { sameDraft, sendable, type Draft } from '../drafts/draft.rules.js';
import type { SharedDraft, SharedState } from '../drafts/shared-draft.js';
import { lengthInCodePoints } from '../../../src/domain/text/code-points.js';
import { longest } from '../../../src/domain/text/lengths.js';

type Submission = Input<'POST /v1/tasks/{id}/verdict'>['body'];
type PreviewInput = Input<'POST /v1/tasks/{id}/verdict/preview'>['body'];
export type Missing =
  'attribution' | 'fidelity' | 'veracity' | 'rationale' | 'tooLong' | 'lostMark' | 'provision' | 'recheckAt';

export function missingOf(
  { findings = {}, rationale = {}, evidence = [], provisions = [], recheckAt }: Draft,
  now = new Date(deskNow()),
): Missing[] {
  return [
    ...(['attribution', 'fidelity', 'veracity'] as const).filter((name) => findings[name] === undefined),
    ...(Object.values(rationale).some((text) => text.trim() !== '') ? [] : (['rationale'] as const)),
    ...(Object.values(rationale).some((text) => lengthInCodePoints(text) > longest.rationale)
      ? (['tooLong'] as const)
      : []),
    ...(Object.values(rationale).some((text) => leadsNowhere(text, evidence.length))
      ? (['lostMark'] as const)
      : []),
    ...(provisions.every(isWhole) ? [] : (['provision'] as const)),
    ...(recheckAt && !liesAhead(new Date(recheckAt), now) ? (['recheckAt'] as const) : []),
  ];
}

type Begun = NonNullable<Draft['provisions']>[number];
type Whole = NonNullable<Submission['provisions']>[number];

const isWhole = (cited: Begun): cited is Begun & Whole =>
  [cited.act, cited.actor, cited.date].every((text) => text !== undefined && text.trim() !== '');

/** Why what is shown must not be submitted: some of it is not what the desk has, or not what a person chose. */
export function hindranceOf({
  writes,
  writable,
  savedIn,
}: Pick<SharedState, 'writes' | 'writable' | 'savedIn'>): Hindrance | undefined {
  if (!writes) return 'elsewhere';
  if (!writable) return 'opening';
  return savedIn === 'conflict' ? 'conflict' : savedIn === 'desk' ? undefined : 'unsent';
}
type Hindrance = 'elsewhere' | 'opening' | 'conflict' | 'unsent';
type Prevented = Hindrance | 'changed' | 'incomplete';

/** The draft once the desk has all of it, or why it has not. */
export async function sendDraft(
  draft: Pick<SharedDraft, 'send'>,
): Promise<{ state: SharedState } | { why: Hindrance; said?: string | undefined }> {
  const state = await draft.send();
  const why = hindranceOf(state);
  return why ? { why, said: state.why } : { state };
}

/**
 * What is submitted once the desk has it, with the tag of the draft that it is; or why not: `changed` are words of others
 * that nobody has read here yet.
 */
export async function prepareSubmission(
  draft: Pick<SharedDraft, 'state' | 'send'>,
): Promise<{ body: Submission; tag: string } | { why: Prevented; said?: string | undefined }> {
  const shown = draft.state().draft;
  const sent = await sendDraft(draft);
  if ('why' in sent) return sent;
  const { state } = sent;
  if (!sameDraft(shown, state.draft)) return { why: 'changed' };
  const body = asSubmission(state.draft);
  return body ? { body, tag: state.tag } : { why: 'incomplete' };
}

/** Undefined while something is missing. */
export function asSubmission(draft: Draft): Submission | undefined {
  const { findings = {}, rationale, provisions = [], ...rest } = sendable(draft);
  const { attribution, fidelity, veracity } = findings;
  if (missingOf(draft).length > 0 || !attribution || !fidelity || !veracity || !rationale) return undefined;
  return {
    findings: { attribution, fidelity, veracity },
    rationale,
    provisions: provisions.filter(isWhole),
    ...rest,
  };
}

/** As much as there is, for what recording would say of it. */
export function asPreview(draft: Draft): PreviewInput {
  const { provisions = [], ...rest } = sendable(draft);
  return { ...rest, provisions: provisions.filter(isWhole) };
}
