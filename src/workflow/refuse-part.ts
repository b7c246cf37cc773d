/** PURE: why somebody may not change what is decided on next: they have decided on it, or nobody else could any more. */
import { isSystem, type Actor, type Refusal } from '../domain/access/rules.js';
import type { NewEvent } from '../domain/event/types.js';
import { writesVerdict } from '../domain/task/lifecycle.js';
import { partOf, refuseSide, type Part } from '../domain/task/side.js';
import type { Docket, OtherClaim } from './docket.js';
import { liveTasks, verdictUnderWay } from './docket-facts.js';

type Event = Pick<NewEvent, 'type' | 'data'>;

/** Whoever holds the work is about to write: they could not decide either. */
const aboutToWrite = (docket: Docket): Part[] =>
  liveTasks(docket).flatMap(({ stage, holder }) =>
    writesVerdict(stage) && holder ? [{ personId: holder.personId, side: 'writing', kept: false }] : [],
  );

export function refusePart(docket: Docket, event: Event, actor: Actor): Refusal | undefined {
  if (isSystem(actor)) return undefined;
  const others = aboutToWrite(docket).filter(({ personId }) => personId !== actor.personId);
  const parts = [...docket.parts, ...others];
  const handedIn = verdictUnderWay(docket) !== undefined;
  return refuse({ parts, editors: docket.editors, handedIn }, event, actor.personId);
}

/** The same for what happens to another claim along with this one. */
export const refusePartOfOther = (
  { editors }: Docket,
  { parts, handedIn }: OtherClaim,
  event: Event,
  actor: Actor,
): Refusal | undefined =>
  isSystem(actor) ? undefined : refuse({ parts, editors, handedIn }, event, actor.personId);

/**
 * Why this move, which takes the claim out of the editions of related ones or puts it in, is not for this actor: they could not
 * decide on those then, and nobody else could.
 */
export function refuseChangeAround(
  { editors, relations, others }: Docket,
  actor: Actor,
): Refusal | undefined {
  if (isSystem(actor)) return undefined;
  const refusals = others
    .filter(({ id, handedIn }) => handedIn && relations.some(({ otherId }) => otherId === id))
    .map(({ parts }) => refuseSide({ parts, editors }, actor.personId, 'writing'));
  return refusals.find((refusal) => refusal?.code === 'nobody_left_to_decide');
}

type Sides = Pick<Docket, 'parts' | 'editors'> & Pick<OtherClaim, 'handedIn'>;

function refuse(
  { parts, editors, handedIn }: Sides,
  { type, data = {} }: Event,
  personId: string,
): Refusal | undefined {
  const part = partOf({ type, data, handedIn });
  return part && refuseSide({ parts, editors }, personId, part.side);
}
