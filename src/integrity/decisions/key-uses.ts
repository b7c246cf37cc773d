/** With which key everything was done: one of whoever did it, that was made before and had not ended. By what happened. */
import { chainOf } from '../../domain/event/chain.js';
import type { State } from '../../domain/replay/apply.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import { unplaced } from './decision.js';
import { placeOf, type OrderedEvent } from './ordered-event.js';

interface Use {
  order: number;
  at: number;
  place: FaultLocation;
}

interface KnownKey {
  member: unknown;
  madeAt: number;
  expiresAt: number;
  revoked?: Pick<Use, 'order' | 'at'>;
}

/** Of all that a member did with a key: what tells most, since there may be millions of them. */
interface Uses {
  member: string;
  key: string;
  /** By their places. */
  first: Use;
  last: Use;
  /** By its moment. */
  latest: Use;
}

/** When a moment says nothing: before everything. */
const unknown = -Infinity;

/** Who was let in goes on until the request is answered, and one may enter many claims. */
const requestMs = 60_000;

export function createKeyUses() {
  const keys = new Map<string, KnownKey>();
  const uses = new Map<string, Uses>();
  /** The chain that passes, and the moment of its event before. */
  let before = { chain: '', at: '' };

  const note = (member: string, key: string, use: Use): void => {
    const pair = `${member} ${key}`;
    const known = uses.get(pair);
    if (!known) {
      uses.set(pair, { member, key, first: use, last: use, latest: use });
      return;
    }
    if (use.order < known.first.order) known.first = use;
    if (use.at === unknown) return;
    if (use.order > known.last.order) known.last = use;
    if (use.at > known.latest.at) known.latest = use;
  };

  return {
    /** `after`: the rows of its chain by then. */
    event(event: OrderedEvent, after: State): void {
      const { subject, actor, key, order } = event;
      const at = Date.parse(event.at);
      const chain = chainOf(event);
      // Where a clock was ahead, a chain waits with its moment until it is reached again: that says nothing of when it was.
      const isHeld = before.chain === chain && before.at === event.at;
      before = { chain, at: event.at };
      if (actor !== null && key !== null)
        note(actor, key, { order, at: isHeld ? unknown : at, place: placeOf(event) });
      const row = subject.type === 'key' && event.claim === null && after.get('keys')?.get(subject.id);
      if (!row) return;
      const known = keys.get(subject.id) ?? { member: row['member_id'], madeAt: order, expiresAt: Infinity };
      const { revoked_at, expires_at } = row;
      if (typeof expires_at === 'string') known.expiresAt = Date.parse(expires_at);
      if (typeof revoked_at === 'string') known.revoked ??= { order, at };
      keys.set(subject.id, known);
    },

    /** Throws at the first that was done with a key that it cannot have been. */
    judge(): void {
      for (const { member, key, first, last, latest } of uses.values()) {
        const known = keys.get(key);
        if (known?.member !== member)
          throw new VerificationError(`was done by ${member} with a key that is none of theirs`, first.place);
        // What has no place in the feed yet is ordered by a clock that two chains may tell differently.
        if (first.order < known.madeAt && known.madeAt < unplaced)
          throw new VerificationError('was done with a key that was made only afterwards', first.place);
        const late = [last, latest].find((use) => isOver(known, use));
        if (late) throw new VerificationError('was done with a key that had ended', late.place);
      }
    },
  };
}

const isOver = ({ revoked, expiresAt }: KnownKey, { order, at }: Use): boolean =>
  at > expiresAt + requestMs ||
  (revoked !== undefined && order > revoked.order && at > revoked.at + requestMs);
