/**
 * How an event is chained to the one before it. Only this file says what is hashed: appending, exporting,
 * verifying and loading in bulk all come here.
 */
import { hash as digest } from 'node:crypto';
import { canonicalJson } from '../text/canonical-json.js';

/** Everything that an event says. Ids in lower case; `at` as `instantOf` writes it; hashes as 64 hex digits. */
export interface EventContent {
  id: string;
  type: string;
  subject: { type: string; id: string };
  /** The claim it belongs to; null for what belongs to none. */
  claim: string | null;
  /** Its place in its chain: 1, 2, 3 … */
  ordinal: number;
  /** The member who did it and their key; null for the system itself. */
  actor: string | null;
  key: string | null;
  data: unknown;
  at: string;
}

interface ChainedEvent {
  content: string;
  /** SHA-256 of the content. */
  hash: string;
}

export const hashOf = (text: string): string => digest('sha256', text, 'hex');

/** The canonical JSON of an event: the very bytes that are hashed. `prevHash` is null for the first of a chain. */
export function contentOf(prevHash: string | null, event: EventContent): string {
  const { id, type, claim, ordinal, actor, key, data, at } = event;
  const subject = { type: event.subject.type, id: event.subject.id };
  return canonicalJson({ id, type, subject, claim, ordinal, actor, key, data, at, prevHash });
}

/** The event as the next link of its chain. */
export function chainEvent(prevHash: string | null, event: EventContent): ChainedEvent {
  const content = contentOf(prevHash, event);
  return { content, hash: hashOf(content) };
}

/** Where a chain ends: the ordinal of its last event and its hash; 0 and null before the first. */
export interface ChainHead {
  ordinal: number;
  hash: string | null;
}

/**
 * The chain that an event belongs to: its claim's, or that of its subject. As text, chains sort in the order
 * in which they are exported and signed.
 */
export const chainOf = ({ claim, subject }: Pick<EventContent, 'claim' | 'subject'>): string =>
  claim === null ? `subject/${subject.type}/${subject.id}` : chainOfClaim(claim);

export const chainOfClaim = (claim: string): string => `claim/${claim}`;

type Placed<Event> = Event & { ordinal: number; prevHash: string | null; hash: string };

/** Each event as the next link of its chain; `heads` says where those chains end. */
export function linkEvents<Event extends Omit<EventContent, 'ordinal'>>(
  heads: Iterable<readonly [chain: string, head: ChainHead]>,
  events: readonly Event[],
): Placed<Event>[] {
  const ends = new Map(heads);
  return events.map((event) => {
    const chain = chainOf(event);
    const end = ends.get(chain);
    if (!end) throw new Error(`the chain ${chain} is not locked`);
    const placed = { ...event, ordinal: end.ordinal + 1 };
    const { hash } = chainEvent(end.hash, placed);
    ends.set(chain, { ordinal: placed.ordinal, hash });
    return { ...placed, prevHash: end.hash, hash };
  });
}

const wholeNumber = /^-?\d+$/;
const latestDate = 8.64e15;

/**
 * A moment with all six digits that are stored, from microseconds since 1970: `2026-11-25T13:00:00.123000Z`.
 * JavaScript's `Date` would drop three of them. What is no such moment (`Infinity`) is left as it is.
 */
export function instantOf(micros: string): string {
  if (!wholeNumber.test(micros)) return micros;
  const count = BigInt(micros);
  const rest = ((count % 1000n) + 1000n) % 1000n;
  const ms = Number((count - rest) / 1000n);
  if (Math.abs(ms) > latestDate) return micros;
  return new Date(ms).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
}
