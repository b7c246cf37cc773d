/** What two admins agreed on, by what happened: whether what is said to rest on it is that, and is so once. */
import { hashOfIdentities } from '../../domain/access/identities-hash.js';
import type { PrivilegedKind } from '../../domain/access/privileged-change.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import type { OrderedEvent } from './ordered-event.js';
import { unplaced } from './decision.js';
import type { Rights } from './member-histories.js';

/** An act that a change was confirmed for: what it made of a member, or the key that it made; by the rows. */
export type MadeByChange = { event: OrderedEvent } & (
  { member: { before: Rights | undefined; now: Rights } } | { key: Cells }
);

interface Asked {
  data: OrderedEvent['data'];
  order: number;
  row: Cells;
}

interface Decided {
  order: number;
  actor: string | null;
  confirmed: boolean;
}

const kindsOf = (made: MadeByChange): readonly PrivilegedKind[] =>
  'key' in made ? ['create_key', 'rotate_key'] : [made.member.before ? 'change_member' : 'create_member'];

export type ConfirmedChanges = ReturnType<typeof createConfirmedChanges>;

export function createConfirmedChanges() {
  const asked = new Map<string, Asked>();
  /** How it ended first: nothing that was decided on is decided on again. */
  const decided = new Map<string, Decided>();
  const used = new Set<string>();

  const isAsAskedFor = (change: string, made: MadeByChange): boolean => {
    const wanted = asked.get(change);
    if (!wanted || !kindsOf(made).includes(kindOf(wanted))) return false;
    const { id } = made.event.subject;
    return 'key' in made
      ? isSameKey(wanted, id, made.key)
      : isSameMember({ change, ...wanted }, id, made.member);
  };

  return {
    event({ type, subject, order, data, actor }: OrderedEvent, after: State): void {
      if (subject.type !== 'privileged_change') return;
      if (type === 'privileged_change.asked')
        asked.set(subject.id, { data, order, row: after.get('privileged_changes')?.get(subject.id) ?? {} });
      else if (!decided.has(subject.id))
        decided.set(subject.id, { order, actor, confirmed: type === 'privileged_change.confirmed' });
    },

    /** Why an act does not rest on this change; undefined where it does. */
    refuse(change: string, made: MadeByChange): string | undefined {
      const { event } = made;
      const decision = decided.get(change);
      if (decision?.confirmed !== true) return 'which nobody confirmed';
      if (!isAsAskedFor(change, made)) return 'which was confirmed for something else';
      if (used.has(change)) return 'which was made before';
      const otherwise = whyNotMadeWith(decision, asked.get(change), event);
      if (otherwise !== undefined) return otherwise;
      used.add(change);
      return undefined;
    },

    /** What the event of a change says that was confirmed by whoever did this, with this. */
    askedBefore(change: string, event: OrderedEvent): OrderedEvent['data'] | undefined {
      const [wanted, decision] = [asked.get(change), decided.get(change)];
      const rests = decision?.confirmed === true && whyNotMadeWith(decision, wanted, event) === undefined;
      return rests ? wanted?.data : undefined;
    },

    confirmedBy: (actor: string | null): string[] =>
      [...decided].flatMap(([id, one]) => (one.confirmed && one.actor === actor ? [id] : [])),
  };
}

/** It is made by whoever confirms it, in the transaction that confirms it: its event comes first there. */
function whyNotMadeWith(
  decision: Decided,
  wanted: Asked | undefined,
  { actor, order }: OrderedEvent,
): string | undefined {
  if (decision.actor !== actor) return 'which somebody else confirmed';
  if (isBefore(order, wanted?.order ?? 0)) return 'which was asked for only afterwards';
  if (isBefore(decision.order, order)) return 'which was made before';
  return undefined;
}

const kindOf = ({ data }: Asked): PrivilegedKind => data['kind'] as PrivilegedKind;

/** What has no place in the feed yet is ordered by a clock that two chains may tell differently. */
const isBefore = (one: number, other: number): boolean => one < other && other < unplaced;

/** What was not asked for is left as it was: somebody may have changed it meanwhile. */
function isSameMember(
  { change, data }: Asked & { change: string },
  id: string,
  { before, now }: { before: Rights | undefined; now: Rights },
): boolean {
  const fields = (data['fields'] ?? []) as readonly string[];
  const hash = (digests: readonly string[]): string => hashOfIdentities(change, digests);
  const identities = fields.includes('identities') ? data['identities'] : hash(before?.identities ?? []);
  const expected = (field: 'role' | 'active') =>
    !before || fields.includes(field) ? data[field] : before[field];
  return (
    (!before || (data['member'] === id && now.active === expected('active'))) &&
    now.role === expected('role') &&
    hash(now.identities) === identities
  );
}

/** The key that was shown: the same one, with the same secret, for the same member. */
const isSameKey = ({ data, row }: Asked, id: string, key: Cells): boolean =>
  data['key'] === id &&
  data['member'] === key['member_id'] &&
  canonicalJson(key['secret_digest'] ?? null) === canonicalJson(row['secret_digest'] ?? null);
