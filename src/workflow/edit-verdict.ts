/** PURE: changes a verdict that awaits approval. */
import { system, type Caller } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import { refuseSide } from '../domain/task/side.js';
import { begin, addEvents, setDraft, setVerdict, andThen, type Change, type Decision } from './change.js';
import { findConflicts } from './find-conflicts.js';
import type { VerdictEdit, WrittenVerdict } from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import { describedNow, liveTasks } from './docket-facts.js';
import type { DocketVerdict } from './docket-verdict.js';
import { moveTask } from './move-task.js';
import { momentOf } from './submit-verdict.js';
import { findFaults } from './verdict-faults.js';
import { editInEvent } from './verdict-in-event.js';
import { pinCaptures, referencesTo, resolveReferences } from './verdict-references.js';

export const docketForEdit = (verdict: string, edit: VerdictEdit): DocketQuery => ({
  verdict,
  related: true,
  described: true,
  references: referencesTo(edit),
});

/**
 * Whoever edits it writes on it from then on, and whoever holds the approval gives it back: nobody approves what
 * they have not seen.
 */
export function editVerdict(
  docket: Docket,
  verdict: DocketVerdict,
  edit: VerdictEdit,
  caller: Caller,
): Decision {
  const refusal = refuseEdit(docket, verdict, caller);
  if (refusal) return refusal;
  const edited = applyEdit(docket, verdict, edit);
  if ('why' in edited) return edited;
  const { id, taskId } = verdict;
  const set = { ...edited, lastEditorId: caller.memberId };
  const changed = setDraft(setVerdict(begin(docket), id, set), taskId, draftOf(set));
  return andThen(
    addEvents(changed, caller, {
      type: 'verdict.edited',
      subject: { type: 'verdict', id },
      data: editInEvent(verdict, set, Object.keys(given(edit)), describedNow(docket).rationale),
    }),
    giveApprovalBack,
  );
}

function refuseEdit(
  docket: Docket,
  { status, authorId }: DocketVerdict,
  caller: Caller,
): Refusal | undefined {
  if (status !== 'proposed') {
    const why = `The verdict is ${status}: only one that awaits approval is edited.`;
    return { kind: 'conflict', code: 'illegal_move', why };
  }
  if (authorId !== caller.memberId && caller.role !== 'editor') {
    const why = 'A verdict is edited by its author and by editors.';
    return { kind: 'forbidden', code: 'not_the_author', why };
  }
  return refuseSide(docket, caller.personId, 'writing');
}

/** The verdict as it will read, if it can stand so. */
function applyEdit(docket: Docket, verdict: DocketVerdict, edit: VerdictEdit): DocketVerdict | Refusal {
  const { findings = {}, rationale, recheckAt, captures, provisions } = edit;
  const cites = edit.evidence !== undefined || captures !== undefined;
  const cited = resolveReferences(
    docket,
    {
      evidence: edit.evidence ?? verdict.evidence.map(({ evidenceId }) => evidenceId),
      captures,
      provisions: provisions ?? [],
      veracity: findings.veracity,
    },
    verdict.evidence,
  );
  if ('why' in cited) return cited;
  const edited: DocketVerdict = {
    ...verdict,
    ...given(findings),
    ...(cited.rating && { rating: cited.rating, scale: cited.scale }),
    ...(rationale && { rationale }),
    ...(recheckAt !== undefined && { validUntil: momentOf(recheckAt) }),
    evidence: pinCaptures(cites ? cited.evidence : verdict.evidence),
    provisions: provisions ? cited.provisions : verdict.provisions,
  };
  const faults = findFaults(docket, edited);
  if (faults.length > 0) {
    return {
      kind: 'unprocessable',
      code: 'verdict_refused',
      why: 'So changed, the verdict could not stand.',
      faults: faults.map(({ pointer, message }) => ({ pointer, message })),
      extra: { reasons: faults.map(({ code }) => code) },
    };
  }
  return { ...edited, conflicts: findConflicts(docket, edited.rating) };
}

function giveApprovalBack(change: Change): Decision {
  const held = liveTasks(change.docket).find(
    ({ stage, assigneeId }) => stage === 'approval' && assigneeId !== null,
  );
  const note = 'The verdict was edited: read it again.';
  return held ? moveTask(change, held.id, { event: 'release', note }, system) : change;
}

type Given<Whole extends object> = { [Key in keyof Whole]?: Exclude<Whole[Key], undefined> };

const given = <Whole extends object>(whole: Whole) =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Given<Whole>;

/** What the author is given back if the verdict is returned: as it would be submitted again. */
function draftOf(verdict: DocketVerdict): WrittenVerdict {
  const { attribution, fidelity, veracity, rationale, evidence, provisions, validUntil } = verdict;
  // What it rests on, named, so that a page that changes meanwhile changes nothing in it.
  const captures = evidence.flatMap(({ captureId, outcome }) =>
    captureId && outcome === 'captured' ? [captureId] : [],
  );
  return {
    findings: { attribution, fidelity, veracity },
    rationale,
    evidence: evidence.map(({ evidenceId }) => evidenceId),
    ...(captures.length > 0 && { captures }),
    provisions: provisions.map(({ provision, act, actor, date, direction }) => ({
      id: provision.ref,
      act,
      actor,
      date,
      ...(direction !== null && { direction }),
    })),
    ...(validUntil && { recheckAt: validUntil.toISOString() }),
  };
}
