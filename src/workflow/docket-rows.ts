/** PURE: which columns of which rows a change sets, beside those of its events. */
import { splitNames } from '../domain/text/split-names.js';
import type { Change } from './change.js';
import { columnsOf, type Columns } from './columns.js';
import type { Docket } from './docket.js';
import { liveTasks } from './docket-facts.js';
import type { DocketTask } from './docket-task.js';
import type { DocketVerdict } from './docket-verdict.js';
import { glassRow, noticeRows } from './edition-rows.js';

export interface RowChange {
  id: string;
  /** Of which version it has to be still. */
  version: number;
  set: Columns;
}

/** With what stood in these columns before: for the event that tells of it. */
export type ChangedRow = RowChange & { was: Columns };

const taskColumns = [
  ...splitNames('status version assigneeId priority draft draftVersion takenAt closedAt'),
  ...splitNames('leaseUntil clock clockFrom remindAt dueAt escalateAt'),
  ...splitNames('remindedAt overdueAt escalatedAt pausedAt pauseReason'),
] satisfies (keyof DocketTask)[];

const verdictColumns = [
  ...splitNames('status version revision attribution fidelity veracity scale rationale'),
  ...splitNames('lastEditorId approverId validUntil recheckAskedAt conflicts problem note'),
  ...splitNames('recordedAt publishedAt correctionReason correctionNote'),
  ...splitNames('secondId breakGlassReason'),
] satisfies (keyof DocketVerdict)[];

const claimColumns = [
  ...splitNames('status version updatedAt contested mergedInto revision rating'),
  ...splitNames('mark markReason markInto'),
  ...splitNames('liveStage priority topics kind secondaryKinds language modality'),
  ...splitNames('statementDate dateBasis worthiness fidelityNote leads test'),
  ...splitNames('glosses foldedGlosses glossForms'),
] as const;

const otherColumns = ['version', 'updatedAt', 'contested'] as const;

export type DocketRows = ReturnType<typeof docketRows>;

export function docketRows(change: Change) {
  const { before, docket } = change;
  const claimId = docket.claim.id;
  return {
    claims: [
      ...changed([withStage(before)], [withStage(docket)], claimColumns),
      ...changed(before.others, docket.others, otherColumns),
    ],
    verdicts: changed(before.verdicts, docket.verdicts, verdictColumns),
    tasks: changed(before.tasks, docket.tasks, taskColumns),
    newTasks: added(before.tasks, docket.tasks).map((task) => ({
      ...columnsOf(task, ['id', 'stage', 'round', 'openedAt', ...taskColumns]),
      claim_id: claimId,
    })),
    newVerdicts: added(before.verdicts, docket.verdicts).map((verdict) => ({
      ...columnsOf(verdict, ['id', 'taskId', 'authorId', 'submittedAt', ...verdictColumns]),
      claim_id: claimId,
    })),
    cited: docket.verdicts
      .filter((verdict) => isCitedAnew(before, verdict))
      .map(({ id, evidence, provisions }) => ({
        id,
        claimId,
        evidence: evidence.map((cited) => columnsOf(cited, ['evidenceId', 'captureId'])),
        provisions: provisions.map((cited, position) => ({
          position,
          ...columnsOf(cited, ['provisionId', 'act', 'actor', 'date', 'direction']),
        })),
      })),
    relations: added(before.relations, docket.relations).map(({ id, type, otherId, note = null }) => ({
      id,
      type,
      note,
      from_id: claimId,
      to_id: otherId,
      created_at: docket.now,
    })),
    unrelated: added(docket.relations, before.relations).map(({ id }) => id),
    ...(Object.keys(change.rows).length > 0 && { noted: notedRows(change) }),
    ...noticeRows(change),
    ...glassRow(change),
  };
}

function notedRows({ docket: { claim, now }, rows }: Change) {
  const { attributions = [], norms = [], evidence = [], contacts = [], withdrawn = [] } = rows;
  return {
    attributions: attributions.map(({ claim: claim_id, parent: parent_id, source: source_id, ...link }) => ({
      ...link,
      claim_id,
      parent_id,
      source_id,
    })),
    norms: norms.map(({ claim: claim_id, instrument: instrument_id, provision: provision_id, ...norm }) => ({
      ...norm,
      claim_id,
      instrument_id,
      provision_id,
    })),
    evidence: evidence.map((one) => ({ ...one, claim_id: claim.id, created_at: now })),
    contacts: contacts.map(({ sourceId: source_id, recordedById: recorded_by_id, ...contact }) => ({
      ...contact,
      source_id,
      recorded_by_id,
      claim_id: claim.id,
      created_at: now,
      status: 'recorded',
    })),
    withdrawn: withdrawn.map((id) => ({ id, status: 'withdrawn', withdrawn_at: now })),
  };
}

/** A claim knows the stage of its live task, so that what is owed and missing is found by index. */
const withStage = (docket: Docket) => ({ ...docket.claim, liveStage: liveTasks(docket)[0]?.stage ?? null });

function changed<Row extends { id: string; version: number }>(
  before: readonly Row[],
  after: readonly Row[],
  columns: readonly (keyof Row & string)[],
): ChangedRow[] {
  return before.flatMap((row) => {
    const now = after.find(({ id }) => id === row.id);
    if (!now || now === row) return [];
    const set = columns.filter((column) => now[column] !== row[column]);
    return set.length === 0
      ? []
      : [{ id: row.id, version: row.version, set: columnsOf(now, set), was: columnsOf(row, set) }];
  });
}

const added = <Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Row[] =>
  after.filter(({ id }) => !before.some((row) => row.id === id));

function isCitedAnew({ verdicts }: Docket, { id, evidence, provisions }: DocketVerdict): boolean {
  const before = verdicts.find((one) => one.id === id);
  return before === undefined
    ? evidence.length + provisions.length > 0
    : before.evidence !== evidence || before.provisions !== provisions;
}
