/** The walk along the chains of an export: each event the next of its chain, each hash the hash of what it says. */
import { splitNames } from '../../domain/text/split-names.js';
import { chainOf, hashOf } from '../../domain/event/chain.js';
import { hashedPart, type ChainLine, type Line } from './export-lines.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';

type EventLine = Extract<Line, { kind: 'event' }>;

/** A chain as far as it was verified. Of the event with ordinal n, what is told stands at n - 1. */
export interface VerifiedChain {
  name: string;
  hashes: string[];
  ids: string[];
  moments: string[];
  /** Events whose texts are withheld, each with the ordinal of the event that says what is left of it. */
  withheld: Withheld[];
  /** Events that decide what is public, or who may decide. */
  decisions: FaultLocation[];
}

interface Withheld {
  ordinal: number;
  id: string;
  statedAt: number;
}

/** By id of an event: a digest of what is left of it, and the ordinal of the event that has or states it. */
type Digests = Map<string, { ordinal: number; digest: string }>;

/** With what is only known when all events have come. */
interface OpenChain extends VerifiedChain {
  left: Digests;
  statedLeft: Digests;
}

const decisive: ReadonlySet<string> = new Set([
  ...splitNames('claim.approved claim.retracted claim.merged claim.correction_started claim.reopened'),
  ...splitNames('claim.notice_approved content.redacted content.erased scale.published'),
  ...splitNames('member.created member.changed key.created privileged_change.confirmed'),
]);

export function createChainVerifier() {
  let open: OpenChain | undefined;
  let lastClosed = '';
  const counts = { chains: 0, events: 0 };

  const begin = (name: string): OpenChain => {
    if (open) {
      throw new VerificationError('comes where the chain before it has not been closed', {
        chain: open.name,
      });
    }
    if (name <= lastClosed) throw new VerificationError('is not in the order of the chains', { chain: name });
    const empty = { name, hashes: [], ids: [], moments: [], withheld: [], decisions: [] };
    return { ...empty, left: new Map(), statedLeft: new Map() };
  };

  return {
    counts,

    event({ event, hash, text, withheld }: EventLine): void {
      const name = chainOf(event);
      if (open?.name !== name) open = begin(name);
      const expected = open.hashes.length + 1;
      const place = { chain: name, ordinal: event.ordinal, id: event.id };
      if (event.ordinal > expected) {
        throw new VerificationError(
          expected === 1
            ? `is missing: the chain begins with event ${String(event.ordinal)}`
            : `is missing: event ${String(event.ordinal)} follows event ${String(expected - 1)}`,
          {
            chain: name,
            ordinal: expected,
          },
        );
      }
      if (event.ordinal < expected) {
        throw new VerificationError(`comes again, where event ${String(expected)} should follow`, place);
      }
      if (event.prevHash !== (open.hashes.at(-1) ?? null)) {
        throw new VerificationError('does not name the hash of the event before it', place);
      }
      const digest = hashOf(hashedPart(text));
      if (withheld) open.left.set(event.id, { ordinal: event.ordinal, digest });
      else if (digest !== hash) throw new VerificationError('is not what its hash was made of', place);
      for (const [id, digest] of leftBy(event)) open.statedLeft.set(id, { ordinal: event.ordinal, digest });
      open.hashes.push(hash);
      open.ids.push(event.id);
      open.moments.push(event.at);
      if (decisive.has(event.type)) open.decisions.push({ ...place, id: `${event.id} (${event.type})` });
      counts.events++;
    },

    /** Closes the chain that was verified and gives it back. */
    close({ name, events }: ChainLine): VerifiedChain {
      open ??= begin(name);
      const verified = open;
      if (verified.name !== name) {
        throw new VerificationError(`closes another chain than ${verified.name}`, { chain: verified.name });
      }
      if (verified.hashes.length < events || events === 0) {
        const ordinal = verified.hashes.length + 1;
        throw new VerificationError(`is missing: the chain has ${String(events)} events`, {
          chain: name,
          ordinal,
        });
      }
      if (verified.hashes.length > events) {
        throw new VerificationError(`is one too many: the chain has ${String(events)} events`, {
          chain: name,
          ordinal: events + 1,
          ...idOf(verified, events + 1),
        });
      }
      for (const [id, { ordinal, digest }] of verified.left) {
        const stated = verified.statedLeft.get(id);
        if (stated?.digest !== digest)
          throw new VerificationError('is not what a later event says is left of it', {
            chain: name,
            ordinal,
            id,
          });
        verified.withheld.push({ ordinal, id, statedAt: stated.ordinal });
      }
      open = undefined;
      lastClosed = name;
      counts.chains++;
      return verified;
    },

    /** Nothing is left open at the end. */
    end(): void {
      if (open)
        throw new VerificationError('comes where the chain before it has not been closed', {
          chain: open.name,
        });
    },
  };
}

/** What an event says is left of those before it whose texts are withheld. */
function leftBy({ type, data }: EventLine['event']): [id: string, digest: string][] {
  const left = type === 'content.redacted' ? (data as { left?: unknown }).left : undefined;
  return typeof left === 'object' && left !== null
    ? Object.entries(left).map(([id, digest]) => [id, String(digest)])
    : [];
}

export const idOf = ({ ids }: VerifiedChain, ordinal: number): { id?: string } => {
  const id = ids[ordinal - 1];
  return id === undefined ? {} : { id };
};
