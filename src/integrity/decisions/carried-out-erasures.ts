/** Whether what is said to be erased or withheld is what two persons agreed on, or the command did: that target, those texts. */
import { redactedAmong, type Erasure } from '../../domain/erasure/erasure.js';
import { isRedactedKind } from '../../domain/erasure/redaction.js';
import type { State } from '../../domain/replay/apply.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import type { ConfirmedChanges } from './confirmed-changes.js';
import { placeOf, type OrderedEvent } from './ordered-event.js';

/** As the event says it that asks for it: of the sources their ids. */
type AskedErasure = Pick<Erasure, 'target' | 'texts' | 'reason'> & { sources?: readonly string[] };

interface CarriedOut {
  event: OrderedEvent;
  /** Whose key, webhook or change it is that names them beside. */
  owner: unknown;
}

/** What names a member beside, and has a chain of its own. */
const partTables: Readonly<Record<string, string>> = {
  key: 'keys',
  webhook: 'webhooks',
  privileged_change: 'privileged_changes',
};

export function createCarriedOutErasures(changes: ConfirmedChanges) {
  const carriedOut: CarriedOut[] = [];

  return {
    /** `after`: the rows of its chain by then. */
    event(event: OrderedEvent, after: State): void {
      const { type, subject } = event;
      if (type !== 'content.erased' && type !== 'content.redacted') return;
      const owner = after.get(partTables[subject.type] ?? '')?.get(subject.id)?.['member_id'];
      carriedOut.push({ event, owner });
    },

    /** Throws at the first that nobody agreed on. */
    judge(): void {
      for (const { event, owner } of carriedOut) {
        const named = nameOf(event);
        // What the command erases of the chains of a member names the member alone.
        const candidates = named === undefined ? changes.confirmedBy(null) : [named];
        const agreed = candidates.some((id) => {
          const asked = changes.askedBefore(id, event);
          return asked?.['kind'] === 'erase' && isAsAsked(asked as unknown as AskedErasure, event, owner);
        });
        if (!agreed)
          throw new VerificationError(
            'rests on no erasure of these texts that was confirmed',
            placeOf(event),
          );
      }
    },
  };
}

function nameOf({ subject, data }: OrderedEvent): string | undefined {
  if (subject.type === 'erasure') return subject.id;
  const named = data['erasure'] ?? data['privilegedChange'];
  return typeof named === 'string' ? named : undefined;
}

function isAsAsked(
  asked: AskedErasure,
  { type, subject, claim, data }: OrderedEvent,
  owner: unknown,
): boolean {
  const { target, texts, reason } = asked;
  const says = (expected: object): boolean =>
    canonicalJson({ target: data['target'], texts: data['texts'], reason: data['reason'] }) ===
    canonicalJson({ target, texts, reason, ...expected });
  if (type === 'content.redacted') {
    const ids = target.kind === 'source' ? (asked.sources ?? []) : [target.id];
    const isOfTarget = subject.type === target.kind && ids.includes(subject.id);
    return isOfTarget && says({ target: { ...target, id: subject.id }, texts: redactedAmong(texts) });
  }
  if (subject.type !== 'erasure')
    return target.kind === 'member' && owner === target.id && says({}) && isEmpty(data['seals']);
  return (
    (target.kind !== 'claim' || claim === target.id) &&
    says({ texts: texts.filter((one) => !isRedactedKind(one)) })
  );
}

const isEmpty = (seals: unknown): boolean => Array.isArray(seals) && seals.length === 0;
