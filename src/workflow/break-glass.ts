/** PURE: a decision on a verdict whose approval somebody else holds. Nothing is public until a second person confirms it. */
import { may, system, type Caller } from '../domain/access/rules.js';
import { ownValue } from '../domain/own-value.js';
import { refusalOf, notThere, unknownReference, type Refusal } from '../domain/problem/refusal.js';
import { confirmHours, escalateHours } from '../domain/verdict/break-glass.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { refuseSide } from '../domain/task/side.js';
import type { SealedEdition } from '../domain/edition/seal-edition.js';
import { andThen, begin, addEvents, setDocket, type Change, type Decision } from './change.js';
import { acknowledge, acknowledgedIn, findConflicts } from './find-conflicts.js';
import type { BreakGlass } from './commands.js';
import type { Docket } from './docket.js';
import { liveTasks } from './docket-facts.js';
import type { Member } from './docket-task.js';
import type { DocketVerdict } from './docket-verdict.js';
import { moveClaim } from './move-claim.js';
import { moveTask } from './move-task.js';
import { sealProposed } from './propose-edition.js';

/** Two pairs of eyes it still takes, and clashes with related claims are still acknowledged one by one. */
export function breakGlass(
  docket: Docket,
  { id, rating }: DocketVerdict,
  { reason, second: named, note, acknowledge: given = [], read }: BreakGlass & { read: SealedEdition },
  caller: Caller,
): Decision {
  const second = findSecond(docket, named, caller);
  if ('why' in second) return second;
  const conflicts = acknowledge(findConflicts(docket, rating), given);
  if ('why' in conflicts) return conflicts;
  const { memberId, personId, ref, role } = caller;
  const broken = setDocket(begin(docket), {
    glassBreak: {
      verdictId: id,
      by: { id: memberId, personId, ref, role, active: true },
      second,
      digest: read.digest,
      reason,
      note: note ?? null,
      acknowledge: given,
      askedAt: docket.now,
      escalatedAt: null,
    },
  });
  return addEvents(broken, caller, {
    type: 'verdict.glass_broken',
    subject: { type: 'verdict', id },
    data: {
      reason: toSeal('note', id, reason),
      second: second.id,
      edition: read.digest,
      ...(note !== undefined && { note: toSeal('note', id, note) }),
      ...(given.length > 0 && { acknowledged: acknowledgedIn(given, id) }),
    },
  });
}

/** Whether the glass is broken for what would be published at this moment, and both who take part may still publish it. */
export function isGlassBroken(docket: Docket): boolean {
  const { edition } = docket;
  const open = openGlassBreak(docket);
  if (!open || edition?.ingredients.verdict.id !== open.verdictId) return false;
  // What was read is sealed; a text that is not is another one since.
  const now = sealProposed(edition, () => new Uint8Array(32));
  return open.digest === now.digest && open.by.active && !refuseSecond(docket, open.second, open.by);
}

/** The second person names the same edition: it is published as approved by whoever broke the glass. */
export function confirmGlassBreak(docket: Docket, read: SealedEdition, caller: Caller): Decision {
  const { glassBreak } = docket;
  if (!glassBreak) throw new Error('what is confirmed was asked for');
  if (glassBreak.digest !== read.digest) return anotherEdition;
  const { by, second, reason, note, acknowledge: given } = glassBreak;
  const change = begin(docket);
  const held = liveTasks(docket).find(
    ({ stage, assigneeId }) => stage === 'approval' && assigneeId !== null && assigneeId !== by.id,
  );
  const glass = { by, secondId: second.id, reason };
  return andThen(
    held ? moveTask(change, held.id, { event: 'release', note: reason }, system) : change,
    (free) =>
      moveClaim(
        free,
        { event: 'approve', read, acknowledge: given, ...(note !== null && { note }), glass },
        caller,
      ),
    (published) => setDocket(published, { glassBreak: null }),
  );
}

const anotherEdition = refusalOf('conflict', 'another_edition');

/** The decision out of turn that may still be confirmed: a worker that ends it when its time is over may be late. */
export const openGlassBreak = ({ glassBreak, now }: Docket): Docket['glassBreak'] =>
  glassBreak && hoursSince(glassBreak.askedAt, now) < confirmHours ? glassBreak : null;

const hoursSince = (then: Date, now: Date): number => (now.getTime() - then.getTime()) / 3_600_000;

/** Tells the editors once that it still waits, and ends it when the time is over. Done twice, it does nothing. */
export function checkGlassBreak(docket: Docket, verdictId: string): Change {
  const change = begin(docket);
  const { glassBreak, now } = docket;
  if (glassBreak?.verdictId !== verdictId) return change;
  const hours = hoursSince(glassBreak.askedAt, now);
  const subject = { type: 'verdict' as const, id: verdictId };
  if (hours >= confirmHours) {
    return addEvents(setDocket(change, { glassBreak: null }), system, {
      type: 'verdict.glass_lapsed',
      subject,
      data: { second: glassBreak.second.id },
    });
  }
  if (hours < escalateHours || glassBreak.escalatedAt) return change;
  return addEvents(setDocket(change, { glassBreak: { ...glassBreak, escalatedAt: now } }), system, {
    type: 'verdict.glass_unconfirmed',
    subject,
    data: { second: glassBreak.second.id },
  });
}

function findSecond(docket: Docket, named: string, caller: Caller): Member | Refusal {
  const second = ownValue(docket.members, named);
  return second
    ? (refuseSecond(docket, second, caller) ?? second)
    : unknownReference(notThere('/second', 'member', named));
}

/** Why this member cannot be the second person of what this caller decides out of turn. */
export function refuseSecond(
  docket: Docket,
  second: Omit<Member, 'id' | 'ref'>,
  caller: Pick<Caller, 'personId'>,
): Refusal | undefined {
  if (!second.active || !may(second.role, 'check')) return notSecond('is not an active checker or editor');
  if (second.personId === caller.personId) return notSecond('is you: a second person is needed');
  return refuseSide(docket, second.personId, 'deciding')
    ? notSecond('wrote some of what would be published, in this round or an earlier one')
    : undefined;
}

const notSecond = (message: string): Refusal => ({
  kind: 'unprocessable',
  code: 'no_second_person',
  why: 'The second person cannot be this one.',
  faults: [{ pointer: '/second', message }],
});
