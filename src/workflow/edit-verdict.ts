import { system, type Caller } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { findConflicts } from './coherence.js';
import type { Docket } from './workflow.service.js';
import { refuse } from './move-claim.js';
import { moveTask } from './move-task.js';
import { Failure, notFound } from '../platform/errors.js';
import { appendEvents } from './events/events.repository.js';
import { refuseSide } from '../domain/task/side.js';
import { findFaults, problemOf } from './check-verdict.js';
import { pinCaptures } from './cited-evidence.repository.js';
import { resolveReferences } from './resolve-references.js';
import { momentOf } from './submit-verdict.js';
import {
  editVerdict,
  keepAsDraft,
  readVerdict,
  setConflicts,
  type VerdictRow,
} from './verdict.repository.js';
import type { VerdictInput, VerdictPatch } from '../resources/verdicts/verdict.schema.js';

/**
 * Changes a verdict that awaits approval, on the locked docket. Whoever edits it writes on it from then on, and
 * whoever holds the approval gives it back: nobody approves what they have not seen.
 */
export async function editProposed(
  tx: Tx,
  docket: Docket,
  verdict: VerdictRow,
  patch: VerdictPatch,
  caller: Caller,
): Promise<void> {
  refuseEdit(docket, verdict, caller);
  const { findings, rationale, validUntil } = patch;
  const cites = patch.evidence !== undefined || patch.captures !== undefined;
  const before = verdict.evidence.map(({ evidence: { id }, capture }) => ({
    evidenceId: id,
    // One that failed is kept only for want of a better one.
    captureId: capture?.outcome === 'captured' ? capture.id : null,
  }));
  const { scale, evidence, provisions } = await resolveReferences(tx, docket.id, {
    evidence: patch.evidence ?? before.map(({ evidenceId }) => evidenceId),
    captures: patch.captures,
    before,
    provisions: patch.provisions ?? [],
    veracity: findings?.veracity,
  });
  await editVerdict(tx, verdict, {
    lastEditorId: caller.memberId,
    ...(findings && { findings: { ...findingsOf(verdict), ...given(findings) } }),
    ...(findings?.veracity !== undefined && { scale }),
    ...(rationale && { rationale }),
    ...(cites && { evidence }),
    ...(patch.provisions && { provisions }),
    ...(validUntil !== undefined && { validUntil: momentOf(validUntil) }),
  });
  await pinCaptures(tx, verdict.id);
  const edited = await readVerdict(tx, verdict.id);
  if (!edited) throw notFound('verdict', verdict.id);
  const faults = findFaults(edited);
  if (faults.length > 0) {
    const { code, detail, reasons, errors } = problemOf(faults, 'So changed, the verdict could not stand.');
    throw new Failure('unprocessable', detail, { code, faults: errors, extra: { reasons } });
  }
  const conflicts = await findConflicts(tx, { claim: docket, rating: edited.rating });
  await setConflicts(
    tx,
    verdict.id,
    conflicts.map(({ id, ...conflict }) => conflict),
  );
  await keepAsDraft(tx, verdict.taskId, draftOf(edited));
  await appendEvents(tx, caller, [
    {
      type: 'verdict.edited',
      subject: { type: 'verdict', id: verdict.id },
      claimId: docket.id,
      data: { fields: Object.keys(given(patch)) },
    },
  ]);
  const approval = docket.tasks.find(({ stage, assigneeId }) => stage === 'approval' && assigneeId !== null);
  if (approval) {
    const note = 'The verdict was edited: read it again.';
    await moveTask(tx, docket, approval, { event: 'release', note }, system);
  }
}

function refuseEdit(docket: Docket, verdict: VerdictRow, caller: Caller): void {
  if (verdict.status !== 'proposed') {
    throw new Failure(
      'conflict',
      `The verdict is ${verdict.status}: only one that awaits approval is edited.`,
      {
        code: 'illegal_move',
      },
    );
  }
  if (verdict.authorId !== caller.memberId && caller.role !== 'editor') {
    throw new Failure('forbidden', 'A verdict is edited by its author and by editors.', {
      code: 'not_the_author',
    });
  }
  const refusal = refuseSide(docket, caller.memberId, 'writing');
  if (refusal) refuse(refusal);
}

const findingsOf = ({ attribution, fidelity, veracity }: VerdictRow) => ({ attribution, fidelity, veracity });

type Given<Whole extends object> = { [Key in keyof Whole]?: Exclude<Whole[Key], undefined> };

const given = <Whole extends object>(whole: Whole) =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Given<Whole>;

/** What it rests on, named, so that a page that changes meanwhile changes nothing in it. */
function capturesOf({ evidence }: VerdictRow): Pick<VerdictInput, 'captures'> {
  const captures = evidence.flatMap(({ capture }) => (capture?.outcome === 'captured' ? [capture.id] : []));
  return captures.length > 0 ? { captures } : {};
}

/** The verdict as it would be submitted again. */
const draftOf = (row: VerdictRow): VerdictInput => ({
  findings: findingsOf(row),
  rationale: row.rationale as VerdictInput['rationale'],
  evidence: row.evidence.map(({ evidence }) => evidence.id),
  ...capturesOf(row),
  provisions: row.provisions.map(({ provision, act, actor, date, direction }) => ({
    id: provision.ref,
    act,
    actor,
    date,
    ...(direction !== null && { direction: direction as 'to' | 'from' }),
  })),
  ...(row.validUntil && { validUntil: row.validUntil.toISOString() }),
});
