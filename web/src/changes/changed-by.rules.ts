/** PURE: which parts of what is shown are not as they were, and who changed them, as events tell it. */
import type { Heard } from '../live/live.js';

/** What is shown, by its part; of a list, each thing in it by `part/id`. */
export type Values = Readonly<Record<string, unknown>>;

/** Where other events than `claim.changed` change it. */
type Part = 'status' | 'chain' | 'relations' | 'evidence' | 'provisions' | 'contacts' | 'holder' | 'priority';

/** Who did one of these may have changed the part. */
const changing: Readonly<Record<Part, readonly Heard['type'][]>> = {
  status: [
    ...(['claim.accepted', 'claim.rejected', 'claim.merged', 'claim.started', 'claim.released'] as const),
    ...(['claim.verdict_recorded', 'claim.approved', 'claim.returned', 'claim.withdrawn'] as const),
    ...([
      'claim.correction_started',
      'claim.correction_canceled',
      'claim.retracted',
      'claim.reopened',
    ] as const),
    ...(['task.taken', 'task.started', 'task.released', 'verdict.submitted'] as const),
  ],
  chain: ['claim.attributed'],
  relations: ['claim.related', 'claim.unrelated'],
  evidence: ['claim.evidence_added', 'claim.capture_requested'],
  provisions: ['claim.provision_linked'],
  contacts: ['claim.contact_recorded', 'claim.contact_withdrawn'],
  holder: ['task.assigned', 'task.taken', 'task.started', 'task.released'],
  priority: ['task.prioritized', 'claim.changed'],
};

const typesOf = (part: string): readonly string[] =>
  (changing as Readonly<Record<string, readonly string[]>>)[groupOf(part)] ?? ['claim.changed'];

/** What a part is called by: of a thing in a list, the list. */
export const groupOf = (part: string): string => part.split('/')[0] ?? part;

/** Of what went, the list that it was in. Nothing that was read again and is the same. */
export function changedParts(before: Values, now: Values): string[] {
  const came = Object.keys(now).filter((part) => !isSame(before[part], now[part]));
  const went = Object.keys(before).filter((part) => !Object.hasOwn(now, part));
  return [...new Set([...came, ...went.map(groupOf)])];
}

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);

type Event = Pick<Heard, 'type' | 'actor'>;

/** Names of who changed it, by part. */
export type NamesByPart = ReadonlyMap<string, string>;

/**
 * By part, the ref of the only member who may have changed it: an event does not tell which part it was of. Not what `me`
 * did, nor what the desk does by itself.
 */
export const whoChanged = (
  parts: readonly string[],
  events: readonly Event[],
  me: string,
): ReadonlyMap<string, string> =>
  new Map(
    parts.flatMap((part): [string, string][] => {
      const types = typesOf(part);
      const fitting = events.filter(({ type, actor }) => actor !== 'system' && types.includes(type));
      const [actor, ...others] = new Set(fitting.map((event) => event.actor));
      return actor === undefined || actor === me || others.length > 0 ? [] : [[part, actor]];
    }),
  );
