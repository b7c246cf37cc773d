/** Who has written and who has decided on what is published next of each claim, made again from the events. */
import { apply, nothing, type State } from '../../domain/replay/apply.js';
import {
  draftDroppingEvents,
  participantsAfter,
  sideGivenBy,
  writerOf,
  type Participant,
} from '../../domain/task/side.js';
import type { EventType } from '../../domain/event/types.js';
import { isUndecided } from '../../domain/verdict/lifecycle.js';
import { nextRow, type Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { citedEvidence } from '../decisions/claim-authorship.js';
import { verifyPassedDrafts } from './passed-drafts.js';

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

type SideRow = Participant & { claim: string };

/** Which person a member was at that event: members that were tied together are one from then on. */
type PersonAt = (member: string, seq: bigint) => string;

export async function verifySides(snapshot: Snapshot): Promise<void> {
  const personAt = await readPersons(snapshot);
  const sides = snapshot.stream<SideRow>(
    `SELECT claim_id AS claim, person_id AS "personId", side, kept FROM verdict_sides ORDER BY claim_id`,
  );
  let head = await nextRow(sides);
  const rowsOf = async (claim: string): Promise<SideRow[]> => {
    const rows: SideRow[] = [];
    for (; head && head.claim <= claim; head = await nextRow(sides)) {
      if (head.claim < claim) throw extra(head);
      rows.push(head);
    }
    return rows;
  };
  let replayed: ClaimReplay | undefined;
  const events = snapshot.stream<EventRow>(`
    SELECT claim_id AS claim, seq, type, subject_id AS subject, ordinal, actor_id AS actor, to_jsonb(at) #>> '{}' AS at, data FROM events
    WHERE claim_id IS NOT NULL ORDER BY claim_id, ordinal`);
  for await (const event of events) {
    if (replayed && replayed.claim !== event.claim) compare(replayed, await rowsOf(replayed.claim));
    if (replayed?.claim !== event.claim)
      replayed = { claim: event.claim, state: nothing, participants: [], noted: [], holders: new Set() };
    replayed = replayEvent(replayed, event, personAt);
  }
  if (replayed) compare(replayed, await rowsOf(replayed.claim));
  if (head) throw extra(head);
  await verifyPassedDrafts(snapshot);
}

interface ClaimReplay {
  claim: string;
  state: State;
  participants: readonly Participant[];
  /** Notes of evidence, by whom. */
  noted: { evidence: string; personId: string }[];
  /** The persons who may have a draft that counts: who was given the claim since its drafts were last dropped. */
  holders: ReadonlySet<string>;
}

function replayEvent(replayed: ClaimReplay, event: EventRow, personAt: PersonAt): ClaimReplay {
  const state = apply(replayed.state, event);
  const seq = BigInt(event.seq);
  const member = writerOf(event.type, event.data, event.actor);
  const personId = member === null ? null : personAt(member, seq);
  const hasUndecidedVerdict = [...(state.get('verdicts')?.values() ?? [])].some(({ status }) =>
    isUndecided(status),
  );
  const { type, data } = event;
  const noted = [...replayed.noted];
  if (
    type === 'claim.evidence_added' &&
    personId !== null &&
    sideGivenBy({ type, data, hasUndecidedVerdict })
  )
    noted.push({ evidence: String(data['evidence']), personId });
  const approved = type === 'claim.approved';
  const participants = approved
    ? uncited(state, noted, String(data['verdict']))
    : participantsAfter(replayed.participants, { type, personId, data, hasUndecidedVerdict });
  const isReset = approved || draftDroppingEvents.has(type);
  const holders = new Set(isReset ? [] : replayed.holders);
  for (const task of state.get('review_tasks')?.values() ?? []) {
    const holder = task['assignee_id'];
    if (typeof holder === 'string') holders.add(personAt(holder, seq));
  }
  return { claim: replayed.claim, state, participants, noted, holders };
}

/** Notes that no revision has cited yet wait for one that does: their writers stay. */
function uncited(state: State, noted: ClaimReplay['noted'], approved: string): Participant[] {
  const cited = citedEvidence(state, approved);
  const persons = noted.filter(({ evidence }) => !cited.has(evidence)).map(({ personId }) => personId);
  return [...new Set(persons)].map((personId) => ({ personId, side: 'writing', kept: true }));
}

function compare({ claim, participants, holders }: ClaimReplay, found: readonly SideRow[]): void {
  for (const { personId, side, kept } of participants) {
    const row = found.find((one) => one.personId === personId);
    const place = { table: 'verdict_sides', row: `${claim} ${personId}` };
    if (!row) throw new VerificationError('is missing from the table: the events give this side', place);
    if (row.side !== side)
      throw new VerificationError(`should be ${side}, and is ${row.side}`, { ...place, column: 'side' });
    if (row.kept !== kept)
      throw new VerificationError(`should be ${String(kept)}, and is ${String(row.kept)}`, {
        ...place,
        column: 'kept',
      });
  }
  for (const row of found) {
    if (participants.some(({ personId }) => personId === row.personId)) continue;
    // A draft has no event before it is submitted; its writer held the task.
    if (row.side !== 'writing' || row.kept || !holders.has(row.personId)) throw extra(row);
  }
}

const extra = ({ claim, personId }: SideRow): VerificationError =>
  new VerificationError('is in the table, and nothing that happened gives this side', {
    table: 'verdict_sides',
    row: `${claim} ${personId}`,
  });

/** Members that were tied together are one person from the event on that says so. */
async function readPersons(snapshot: Snapshot): Promise<PersonAt> {
  const ties = new Map<string, { seq: bigint; person: string }[]>();
  const query = `
    SELECT subject_id AS member, seq, data #>> '{rows,now,members,0,person_id}' AS person FROM events
    WHERE claim_id IS NULL AND subject_type = 'member' AND data #> '{rows,now,members,0}' IS NOT NULL ORDER BY seq`;
  for await (const { member, seq, person } of snapshot.stream<{
    member: string;
    seq: string;
    person: string | null;
  }>(query))
    ties.set(member, [...(ties.get(member) ?? []), { seq: BigInt(seq), person: person ?? member }]);
  return (member, seq) => ties.get(member)?.findLast((tie) => tie.seq <= seq)?.person ?? member;
}
