/** What two admins agreed on, by what happened: whether what is said to rest on it is that, and is so once. */
import type { PrivilegedKind } from '../../domain/access/privileged-change.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import type { OrderedEvent } from './ordered-event.js';
import { unplaced } from './decision.js';
import type { Standing } from './member-histories.js';

/** An act that a change was confirmed for. */
export interface MadeByChange {
  event: OrderedEvent;
  /** What the member was until then. */
  before: Standing | undefined;
  /** As whom they sign in since. */
  identities: readonly string[];
  /** The rows of its chain by then. */
  after: State;
}

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

const kindsOf: Partial<Record<OrderedEvent['type'], readonly PrivilegedKind[]>> = {
  'member.created': ['create_member'],
  'member.changed': ['change_member'],
  'key.created': ['create_key', 'rotate_key'],
};

export function createConfirmedChanges() {
  const asked = new Map<string, Asked>();
  /** How it ended first: nothing that was decided on is decided on again. */
  const decided = new Map<string, Decided>();
  const used = new Set<string>();

  const isAsAskedFor = (change: string, made: MadeByChange): boolean => {
    const wanted = asked.get(change);
    if (!wanted || kindsOf[made.event.type]?.includes(kindOf(wanted)) !== true) return false;
    return made.event.type === 'key.created' ? isSameKey(wanted, made) : isSameMember(wanted, made);
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
      // It is made by whoever confirms it, in the transaction that confirms it: its event comes first there.
      if (decision.actor !== event.actor) return 'which somebody else confirmed';
      if (isBefore(event.order, asked.get(change)?.order ?? 0)) return 'which was asked for only afterwards';
      if (isBefore(decision.order, event.order)) return 'which was made before';
      used.add(change);
      return undefined;
    },
  };
}

const kindOf = ({ data }: Asked): PrivilegedKind => data['kind'] as PrivilegedKind;

/** What has no place in the feed yet is ordered by a clock that two chains may tell differently. */
const isBefore = (one: number, other: number): boolean => one < other && other < unplaced;

/** What was not asked for is left as it was: somebody may have changed it meanwhile. */
function isSameMember({ data }: Asked, { event, before, identities }: MadeByChange): boolean {
  const fields = (data['fields'] ?? []) as readonly string[];
  const isNew = event.type === 'member.created';
  const was = before?.identities ?? [];
  const expected = (field: 'role' | 'active') =>
    isNew || fields.includes(field) ? data[field] : before?.[field];
  return (
    (isNew || (data['member'] === event.subject.id && event.data['active'] === expected('active'))) &&
    event.data['role'] === expected('role') &&
    (fields.includes('identities') || identities.join() === was.join())
  );
}

/** The key that was shown: the same one, with the same secret, for the same member. */
function isSameKey({ data, row }: Asked, { event, after }: MadeByChange): boolean {
  const key = after.get('keys')?.get(event.subject.id);
  return (
    data['key'] === event.subject.id &&
    data['member'] === event.data['member'] &&
    canonicalJson(key?.['secret_digest'] ?? null) === canonicalJson(row['secret_digest'] ?? null)
  );
}
