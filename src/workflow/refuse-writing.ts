/** PURE: why somebody may not change what is decided on next: they have decided on it, or nobody else could any more. */
import { isSystem, may, type Actor, type Party } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import type { NewEvent } from '../domain/event/types.js';
import { writesVerdict } from '../domain/task/lifecycle.js';
import { refuseSide, refuseUnlessOthersDecide, sideGivenBy, type Participant } from '../domain/task/side.js';
import type { Docket, OtherClaim } from './docket.js';
import { liveTasks, verdictUnderWay } from './docket-facts.js';

type Event = Pick<NewEvent, 'type' | 'data'>;

/** Whoever holds the work is about to write: they could not decide either. */
const holdersAboutToWrite = (docket: Docket): Participant[] =>
  liveTasks(docket).flatMap(({ stage, holder }) =>
    writesVerdict(stage) && holder ? [{ personId: holder.personId, side: 'writing', kept: false }] : [],
  );

export function refuseWriting(docket: Docket, event: Event, actor: Actor | Party): Refusal | undefined {
  if (isSystem(actor)) return undefined;
  const others = holdersAboutToWrite(docket).filter(({ personId }) => personId !== actor.personId);
  const participants = [...docket.participants, ...others];
  const hasUndecidedVerdict = verdictUnderWay(docket) !== undefined;
  return refuseOn({ participants, editors: docket.editors, hasUndecidedVerdict }, event, actor.personId);
}

/** What is recorded beside the moves of a claim, each by an event that stands for all of its kind. */
const recorded = {
  words: { type: 'claim.changed', data: { glosses: {} } },
  facts: { type: 'claim.related' },
} as const satisfies Record<string, Event>;

interface Listed {
  allowed: boolean;
  /** Null where it is allowed. */
  why: string | null;
}

/** What somebody may write and record of the claim now, and why not the rest; null for whoever records nothing. */
export function listRecording(
  docket: Docket,
  actor: Party,
): Readonly<Record<keyof typeof recorded, Listed>> | null {
  if (!may(actor.role, 'record')) return null;
  const judge = (event: Event): Listed => {
    const why = refuseWriting(docket, event, actor)?.why ?? null;
    return { allowed: why === null, why };
  };
  return { words: judge(recorded.words), facts: judge(recorded.facts) };
}

/** The same for what happens to another claim along with this one. */
export const refuseWritingOnOther = (
  { editors }: Docket,
  { participants, hasUndecidedVerdict }: OtherClaim,
  event: Event,
  actor: Actor,
): Refusal | undefined =>
  isSystem(actor)
    ? undefined
    : refuseOn({ participants, editors, hasUndecidedVerdict }, event, actor.personId);

/**
 * Why this move, which takes the claim out of the editions of related ones or puts it in, is not for this actor: they could not
 * decide on those then, and nobody else could.
 */
export function refuseChangeOfRelated(
  { editors, relations, others }: Docket,
  actor: Actor | Party,
): Refusal | undefined {
  if (isSystem(actor)) return undefined;
  const refusals = others
    .filter(
      ({ id, hasUndecidedVerdict }) => hasUndecidedVerdict && relations.some(({ otherId }) => otherId === id),
    )
    .map(({ participants }) => refuseUnlessOthersDecide({ participants, editors }, actor.personId));
  return refusals.find((refusal) => refusal !== undefined);
}

type Sides = Pick<Docket, 'participants' | 'editors'> & Pick<OtherClaim, 'hasUndecidedVerdict'>;

function refuseOn(
  { participants, editors, hasUndecidedVerdict }: Sides,
  { type, data = {} }: Event,
  personId: string,
): Refusal | undefined {
  const given = sideGivenBy({ type, data, hasUndecidedVerdict });
  return given && refuseSide({ participants, editors }, personId, given.side);
}
