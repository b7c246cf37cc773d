/** What the chain of a claim tells, event by event, of who wrote and who decided. */
import { rowsOf, type State } from '../../domain/replay/apply.js';
import { isUndecided } from '../../domain/verdict/lifecycle.js';
import { isChangeOfIngredient } from '../../domain/task/ingredient-change.js';
import { draftDroppingEvents, sideGivenBy, writerOf } from '../../domain/task/side.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { createApprovals } from './approvals.js';
import type { Decision } from './decision.js';
import type { OrderedEvent } from './ordered-event.js';
import { createGlassBreaks } from './glass-breaks.js';
import { requireHolder, type TaskHolders } from './task-holders.js';

export interface IngredientChange {
  order: number;
  member: string;
}

export type ClaimAuthorship = ReturnType<typeof createAuthorship>;

export function createAuthorship({ ofApproval }: Pick<TaskHolders, 'ofApproval'>) {
  /** Who wrote on what is published next → whether that stays when drafts are dropped. */
  let writers = new Map<string, boolean>();
  const noted: { evidence: string; member: string }[] = [];
  let since = 0;
  /** Relation → the other claim. */
  const related = new Map<string, string>();
  /** What was decided, as long as the rows may still follow that say by whom. */
  const decided: ((last: State) => Decision)[] = [];
  /** Notice → who wrote it. */
  const proposed = new Map<string, string | null>();
  const approvals = createApprovals();
  const glassBreaks = createGlassBreaks();
  const record = {
    isRelated: false,
    articleVersion: '',
    changes: [] as IngredientChange[],
    chains: [] as { order: number; sources: string[] }[],
  };

  const write = ({ type, data, actor }: OrderedEvent, after: State): void => {
    const member = writerOf(type, data, actor);
    const given = sideGivenBy({ type, data, hasUndecidedVerdict: hasUndecidedVerdict(after) });
    if (member === null || given?.side !== 'writing') return;
    writers.set(member, given.kept || writers.get(member) === true);
    if (type === 'claim.evidence_added') noted.push({ evidence: String(data['evidence']), member });
  };

  return {
    record,

    /** Once all of its events have passed. */
    decisions(last: State): Decision[] {
      approvals.check(last);
      return decided.map((decisionIn) => decisionIn(last));
    },

    event(event: OrderedEvent, after: State): void {
      const { type, data, order, actor } = event;
      approvals.event(event, after);
      glassBreaks.event(event);
      if (actor !== null && isChangeOfIngredient(type, data)) record.changes.push({ order, member: actor });
      if (draftDroppingEvents.has(type)) {
        writers = new Map([...writers].filter(([, kept]) => kept));
        return;
      }
      switch (type) {
        case 'claim.approved': {
          const verdict = String(data['verdict']);
          const requireOwnHand = glassBreaks.ownHandOf(event);
          const holder = ofApproval();
          const wrote = [...writers.keys()];
          const named = { since, related: [...new Set(related.values())], ...namedBy(after, verdict) };
          decided.push((last) => {
            requireOwnHand(last.get('verdicts')?.get(verdict) ?? {});
            const approval = approvalOf(verdict, last);
            // Who confirms it out of turn releases the task first.
            const by = approval.deciders[0]?.member;
            requireHolder(holder, { by, what: 'was approved', place: approval.place });
            return { ...approval, order, writers: wrote, named };
          });
          const cited = citedEvidence(after, verdict);
          const waiting = noted.filter(({ evidence }) => !cited.has(evidence));
          writers = new Map(waiting.map(({ member }) => [member, true]));
          return;
        }
        case 'claim.notice_proposed':
          proposed.set(String(data['edition']), actor);
          break;
        case 'claim.notice_approved': {
          const digest = String(data['edition']);
          const by = { proposed: proposed.get(digest), approved: actor };
          decided.push((last) => ({ ...noticeOf(digest, by, last), order }));
          return;
        }
        case 'claim.related':
        case 'claim.unrelated': {
          // Both claims of a relation tell of it.
          const [relation, from, to] = [data['relation'], data['from'], data['to']].map(String) as [
            string,
            string,
            string,
          ];
          if (type === 'claim.unrelated') related.delete(relation);
          else related.set(relation, from === event.claim ? to : from);
          record.isRelated = true;
          record.articleVersion = articleVersionIn(after);
          break;
        }
        case 'verdict.submitted':
          since = order;
          break;
        case 'claim.attributed':
          record.chains.push({ order, sources: idsIn(after, 'attributions', 'source_id') });
          break;
        default:
      }
      write(event, after);
    },
  };
}

const hasUndecidedVerdict = (state: State): boolean =>
  rowsOf(state, 'verdicts').some(({ status }) => isUndecided(status));

const idsIn = (state: State, table: string, column: string, verdict?: string): string[] =>
  rowsOf(state, table)
    .filter(({ verdict_id }) => verdict === undefined || verdict_id === verdict)
    .map((row) => row[column])
    .filter((id) => typeof id === 'string');

const articleVersionIn = (state: State): string => String(rowsOf(state, 'claims')[0]?.['article_version_id']);

const namedBy = (state: State, verdict: string) => ({
  articleVersion: articleVersionIn(state),
  sources: [...idsIn(state, 'attributions', 'source_id'), ...sourcesAsked(state)],
  provisions: idsIn(state, 'verdict_provisions', 'provision_id', verdict),
});

const sourcesAsked = (state: State): string[] =>
  rowsOf(state, 'contacts')
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ source_id }) => source_id)
    .filter((id) => typeof id === 'string');

const refIn = (state: State): string => String(rowsOf(state, 'claims')[0]?.['ref']);

/** With whom the verdict names for it. */
function approvalOf(verdict: string, last: State): Omit<Decision, 'order' | 'writers'> {
  const { approver_id, second_id, revision } = last.get('verdicts')?.get(verdict) ?? {};
  const second =
    typeof second_id === 'string' ? [{ member: second_id, as: ['checker', 'editor'] as const }] : [];
  return {
    on: { kind: 'verdict', ref: refIn(last), revision: Number(revision) },
    place: { table: 'verdicts', row: verdict, column: 'approver_id' },
    deciders: [{ member: String(approver_id), as: ['editor'] }, ...second],
  };
}

/** `by`: who wrote it, undefined where nobody had by then, and who let it out. */
function noticeOf(
  digest: string,
  by: { proposed: string | null | undefined; approved: string | null },
  last: State,
): Omit<Decision, 'order'> {
  const { proposed_by_id, decided_by_id, revision } = last.get('notices')?.get(digest) ?? {};
  const fault = (why: string, column: string) =>
    new VerificationError(why, { table: 'notices', row: digest, column });
  if (typeof proposed_by_id !== 'string' || by.proposed !== proposed_by_id)
    throw fault(
      'is said to be written by somebody who did not write it before it was let out',
      'proposed_by_id',
    );
  if (typeof decided_by_id !== 'string' || by.approved !== decided_by_id)
    throw fault('is said to be let out by somebody else than did it', 'decided_by_id');
  return {
    on: { kind: 'notice', ref: refIn(last), revision: Number(revision) },
    place: { table: 'notices', row: digest, column: 'decided_by_id' },
    deciders: [{ member: decided_by_id, as: ['editor'] }],
    writers: [proposed_by_id],
  };
}

/** The evidence that a revision cites, with the one that is approved now. Notes of all other evidence wait: their writers stay. */
export const citedEvidence = (state: State, approved: string): ReadonlySet<string> =>
  new Set(
    rowsOf(state, 'verdict_evidence')
      .filter(({ verdict_id }) => {
        const verdict = state.get('verdicts')?.get(String(verdict_id));
        return verdict_id === approved || (verdict?.['revision'] ?? null) !== null;
      })
      .map(({ evidence_id }) => String(evidence_id)),
  );
