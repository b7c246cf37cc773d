/**
 * Who has written and who has decided on what is published next of each claim, made again from the events; and whether each
 * approval was by persons who had written nothing of it.
 */
import { apply, nothing, type State } from '../../domain/replay/apply.js';
import { sidesAfter, partOf, writerOf, type Part } from '../../domain/task/side.js';
import type { EventType } from '../../domain/event/types.js';
import { nextRow, type Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { createApprovalCheck, type Approval, type PersonAt } from './approvals.js';

interface EventRow {
  claim: string;
  seq: string;
  type: EventType;
  subject: string;
  ordinal: number;
  actor: string | null;
  at: string;
  data: Record<string, unknown>;
}

type SideRow = Part & { claim: string };

export async function verifySides(snapshot: Snapshot): Promise<void> {
  const personAt = await readPersons(snapshot);
  const approvals = await createApprovalCheck(snapshot, personAt);
  const sides = snapshot.walk<SideRow>(
    `SELECT claim_id AS claim, person_id AS "personId", side, kept FROM verdict_sides ORDER BY claim_id`,
  );
  let head = await nextRow(sides);
  const take = async (claim: string): Promise<SideRow[]> => {
    const rows: SideRow[] = [];
    for (; head && head.claim <= claim; head = await nextRow(sides)) {
      if (head.claim < claim) throw extra(head);
      rows.push(head);
    }
    return rows;
  };
  const settle = async (one: Told): Promise<void> => {
    compare(one, await take(one.claim));
    for (const approval of approvalsOf(one)) await approvals.judge(approval);
  };
  let told: Told | undefined;
  const events = snapshot.walk<EventRow>(`
    SELECT claim_id AS claim, seq, type, subject_id AS subject, ordinal, actor_id AS actor, to_jsonb(at) #>> '{}' AS at, data FROM events
    WHERE claim_id IS NOT NULL ORDER BY claim_id, ordinal`);
  for await (const event of events) {
    if (told && told.claim !== event.claim) await settle(told);
    if (told?.claim !== event.claim)
      told = {
        claim: event.claim,
        state: nothing,
        parts: [],
        noted: [],
        holders: new Set(),
        handedIn: 0n,
        related: new Map(),
        decisions: [],
      };
    told = after(told, event, personAt);
  }
  if (told) await settle(told);
  if (head) throw extra(head);
}

interface Told {
  claim: string;
  state: State;
  parts: readonly Part[];
  /** Notes of evidence, by whom. */
  noted: { evidence: string; personId: string }[];
  /** The persons who may have a draft that counts: who was given the claim since its drafts were last dropped. */
  holders: ReadonlySet<string>;
  /** The event by which the last verdict was handed in; 0 before the first. */
  handedIn: bigint;
  /** Relation → the other claim. */
  related: ReadonlyMap<string, string>;
  decisions: readonly Decision[];
}

/** An approval, as far as it is known when it happens. */
type Decision = Omit<Approval, 'claim' | 'deciders'>;

function after(told: Told, event: EventRow, personAt: PersonAt): Told {
  const state = apply(told.state, event);
  const seq = BigInt(event.seq);
  const member = writerOf(event.type, event.data, event.actor);
  const personId = member === null ? null : personAt(member, seq);
  const handedIn = [...(state.get('verdicts')?.values() ?? [])].some(({ status }) =>
    ['submitted', 'proposed'].includes(String(status)),
  );
  const { type, data } = event;
  const noted = [...told.noted];
  if (type === 'claim.evidence_added' && personId !== null && partOf({ type, data, handedIn }))
    noted.push({ evidence: String(data['evidence']), personId });
  const approved = type === 'claim.approved';
  const parts = approved
    ? uncited(state, noted, String(data['verdict']))
    : sidesAfter(told.parts, { type, personId, data, handedIn });
  const isReset = approved || type === 'claim.reopened' || type === 'claim.correction_canceled';
  const holders = new Set(isReset ? [] : told.holders);
  for (const task of state.get('review_tasks')?.values() ?? []) {
    const holder = task['assignee_id'];
    if (typeof holder === 'string') holders.add(personAt(holder, seq));
  }
  return {
    ...told,
    ...{ state, parts, noted, holders },
    handedIn: type === 'verdict.submitted' ? seq : told.handedIn,
    related: relatedAfter(told, event),
    decisions: approved ? [...told.decisions, decisionIn(told, event)] : told.decisions,
  };
}

/** Both claims of a relation tell of it. */
function relatedAfter({ claim, related }: Told, { type, data }: EventRow): Told['related'] {
  if (type !== 'claim.related' && type !== 'claim.unrelated') return related;
  const others = new Map(related);
  const [relation, from, to] = [data['relation'], data['from'], data['to']].map(String) as [
    string,
    string,
    string,
  ];
  if (type === 'claim.unrelated') others.delete(relation);
  else others.set(relation, from === claim ? to : from);
  return others;
}

/** `before`: who had which part until then. */
function decisionIn(before: Told, { seq, data }: EventRow): Decision {
  return {
    verdict: String(data['verdict']),
    seq: BigInt(seq),
    handedIn: before.handedIn,
    writers: before.parts.filter(({ side }) => side === 'writing').map(({ personId }) => personId),
    related: new Set(before.related.values()),
  };
}

/** Each with whom the verdict names for it. */
const approvalsOf = ({ claim, state, decisions }: Told): Approval[] =>
  decisions.map((decision) => {
    const { approver_id, second_id } = state.get('verdicts')?.get(decision.verdict) ?? {};
    const deciders = [approver_id, second_id].filter((member) => typeof member === 'string');
    return { ...decision, claim, deciders };
  });

/** Notes that no revision has cited yet wait for one that does: their writers stay. */
function uncited(state: State, noted: Told['noted'], approved: string): Part[] {
  const cited = new Set(
    [...(state.get('verdict_evidence')?.values() ?? [])]
      .filter(({ verdict_id }) => {
        const verdict = state.get('verdicts')?.get(String(verdict_id));
        return verdict_id === approved || (verdict?.['revision'] ?? null) !== null;
      })
      .map(({ evidence_id }) => String(evidence_id)),
  );
  const persons = noted.filter(({ evidence }) => !cited.has(evidence)).map(({ personId }) => personId);
  return [...new Set(persons)].map((personId) => ({ personId, side: 'writing', kept: true }));
}

function compare({ claim, parts, holders }: Told, found: readonly SideRow[]): void {
  for (const { personId, side, kept } of parts) {
    const row = found.find((one) => one.personId === personId);
    const place = { table: 'verdict_sides', row: `${claim} ${personId}` };
    if (!row) throw new VerificationError('is missing from the table: the events give this part', place);
    if (row.side !== side)
      throw new VerificationError(`should be ${side}, and is ${row.side}`, { ...place, column: 'side' });
    if (row.kept !== kept)
      throw new VerificationError(`should be ${String(kept)}, and is ${String(row.kept)}`, {
        ...place,
        column: 'kept',
      });
  }
  for (const row of found) {
    if (parts.some(({ personId }) => personId === row.personId)) continue;
    // A draft has no event before it is handed in; its writer held the task.
    if (row.side !== 'writing' || row.kept || !holders.has(row.personId)) throw extra(row);
  }
}

const extra = ({ claim, personId }: SideRow): VerificationError =>
  new VerificationError('is in the table, and nothing that happened gives this part', {
    table: 'verdict_sides',
    row: `${claim} ${personId}`,
  });

/** Members that were tied together are one person from the event on that says so. */
async function readPersons(snapshot: Snapshot): Promise<PersonAt> {
  const ties = new Map<string, { seq: bigint; person: string }[]>();
  const query = `
    SELECT subject_id AS member, seq, data #>> '{rows,now,members,0,person_id}' AS person FROM events
    WHERE claim_id IS NULL AND subject_type = 'member' AND data #> '{rows,now,members,0}' IS NOT NULL ORDER BY seq`;
  for await (const { member, seq, person } of snapshot.walk<{
    member: string;
    seq: string;
    person: string | null;
  }>(query))
    ties.set(member, [...(ties.get(member) ?? []), { seq: BigInt(seq), person: person ?? member }]);
  return (member, seq) => ties.get(member)?.findLast((tie) => tie.seq <= seq)?.person ?? member;
}
