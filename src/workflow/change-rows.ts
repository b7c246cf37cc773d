/** PURE: which columns of which rows a change sets, as `write_change` (prisma/sql) takes it. */
import { isSystem } from '../domain/access/rules.js';
import { chainEvent, instantOf } from '../domain/event/chain.js';
import type { Change } from './change.js';
import { liveTasks, type Docket, type DocketTask, type DocketVerdict } from './docket.js';

type Columns = Record<string, unknown>;

interface RowChange {
  id: string;
  /** Of which version it has to be still. */
  version: number;
  set: Columns;
}

const taskColumns = [
  ...([
    'status',
    'version',
    'assigneeId',
    'priority',
    'draft',
    'draftVersion',
    'takenAt',
    'closedAt',
  ] as const),
  ...(['leaseUntil', 'clock', 'clockFrom', 'remindAt', 'dueAt', 'escalateAt'] as const),
  ...(['remindedAt', 'overdueAt', 'escalatedAt', 'pausedAt', 'pauseReason'] as const),
] satisfies (keyof DocketTask)[];

const verdictColumns = [
  ...([
    'status',
    'version',
    'revision',
    'attribution',
    'fidelity',
    'veracity',
    'scale',
    'rationale',
  ] as const),
  ...([
    'lastEditorId',
    'approverId',
    'validUntil',
    'recheckAskedAt',
    'conflicts',
    'problem',
    'note',
  ] as const),
  ...(['recordedAt', 'publishedAt', 'correctionReason', 'correctionNote'] as const),
  ...(['secondId', 'breakGlassReason'] as const),
] satisfies (keyof DocketVerdict)[];

const claimColumns = [
  ...(['status', 'version', 'updatedAt', 'contested', 'mergedInto', 'revision', 'rating'] as const),
  ...(['liveStage', 'priority', 'topics', 'kind', 'secondaryKinds', 'language', 'modality'] as const),
  ...(['statementDate', 'dateBasis', 'worthiness', 'fidelityNote', 'leads', 'test'] as const),
  ...(['glosses', 'foldedGlosses'] as const),
] as const;

const otherColumns = ['version', 'updatedAt', 'contested'] as const;

/** Everything that is to be written. `ids`: one for each event. */
export function rowsOf(change: Change, ids: readonly string[]) {
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
      ...{ id, type, note },
      from_id: claimId,
      to_id: otherId,
    })),
    unrelated: added(docket.relations, before.relations).map(({ id }) => id),
    events: eventRows(change, ids),
  };
}

/** A claim knows the stage of its live task, so that what is owed and missing is found by index. */
const withStage = (docket: Docket) => ({ ...docket.claim, liveStage: liveTasks(docket)[0]?.stage ?? null });

function changed<Row extends { id: string; version: number }>(
  before: readonly Row[],
  after: readonly Row[],
  columns: readonly (keyof Row & string)[],
): RowChange[] {
  return before.flatMap((row) => {
    const now = after.find(({ id }) => id === row.id);
    if (!now || now === row) return [];
    const set = columns.filter((column) => now[column] !== row[column]);
    return set.length === 0 ? [] : [{ id: row.id, version: row.version, set: columnsOf(now, set) }];
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

function columnsOf<Row extends object>(row: Row, names: readonly (keyof Row & string)[]): Columns {
  return Object.fromEntries(names.map((name) => [columnOf(name), row[name]]));
}

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Each event as the next link of its claim's chain. */
function eventRows({ before, docket, events }: Change, ids: readonly string[]) {
  const heads = new Map(
    [before.claim, ...before.others].map(({ id, version, head }) => [id, { ordinal: version, head }]),
  );
  const at = instantOf(String(BigInt(docket.now.getTime()) * 1000n));
  return events.map(({ type, subject, claimId, data = {}, actor }, index) => {
    const chain = heads.get(claimId);
    const id = ids[index];
    if (!chain || id === undefined) throw new Error(`the claim ${claimId} is not locked`);
    const by = isSystem(actor) ? { actor: null, key: null } : { actor: actor.memberId, key: actor.keyId };
    const ordinal = chain.ordinal + 1;
    const event = { id, type, subject, claim: claimId, ordinal, ...by, data, at };
    const { hash } = chainEvent(chain.head, event);
    heads.set(claimId, { ordinal, head: hash });
    return { ...event, prevHash: chain.head, hash };
  });
}
