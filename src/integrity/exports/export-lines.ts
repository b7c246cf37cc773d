/**
 * The form of an export: JSON Lines, each line canonical JSON. First what it is an export of, then every
 * checkpoint, then chain by chain its events in order, how it stood at each checkpoint and the rows that it tells of, then
 * the rows that no chain tells of, and the counts.
 * In the line of an event, what stands between `{"event":` and `,"hash":"` are the very bytes that were hashed; or, where texts
 * are withheld, what is left of them, whose hash a later event of its chain names.
 */
import { z } from 'zod';
import { checkpoint, type Checkpoint } from '../checkpoints/statement.js';
import type { RedactedKind } from '../../domain/erasure/redaction.js';
import { leftOf } from '../../domain/erasure/what-is-left.js';
import { contentOf, type EventContent } from '../../domain/event/chain.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { keepsItsNumbers } from '../../domain/text/exact-numbers.js';
import { VerificationError } from '../checkpoints/verification-error.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const number = z.int().min(1);

const event = z.strictObject({
  id: z.string(),
  type: z.string(),
  subject: z.strictObject({ type: z.string(), id: z.string() }),
  claim: z.string().nullable(),
  ordinal: z.int(),
  actor: z.string().nullable(),
  key: z.string().nullable(),
  data: z.unknown(),
  at: z.string(),
  prevHash: z.string().nullable(),
});

const forms = {
  export: z.strictObject({
    export: z.strictObject({ version: z.literal(1), claim: z.string().nullable(), rows: z.boolean() }),
  }),
  checkpoint: z.strictObject({ checkpoint }),
  /**
   * With its place in the feed, null while it has none. Not in the export of one claim: only the whole feed shows that
   * places are those that were signed.
   */
  event: z.strictObject({
    event,
    hash,
    position: number.nullable().optional(),
    withheld: z.literal(true).optional(),
  }),
  chain: z.strictObject({
    chain: z.strictObject({
      name: z.string(),
      events: count,
      /** Where it changed: number of the checkpoint, and how many events the chain had by then. */
      checkpoints: z.array(z.tuple([number, number])),
    }),
  }),
  /** In their sealed form; of no chain where nothing tells of them. */
  rows: z.strictObject({
    rows: z.strictObject({
      chain: z.string().nullable(),
      tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
    }),
  }),
  proof: z.strictObject({
    proof: z.strictObject({ checkpoint: number, length: number, index: count, path: z.array(hash) }),
  }),
  end: z.strictObject({
    end: z.strictObject({ checkpoints: count, chains: count, events: count, proofs: count }),
  }),
} as const;

type Forms = typeof forms;
export type LineKind = keyof Forms;
export type Line = {
  [Kind in LineKind]: z.output<Forms[Kind]> & { kind: Kind; text: string };
}[LineKind];
export type ChainLine = z.output<Forms['chain']>['chain'];
export type RowsLine = z.output<Forms['rows']>['rows'];
export type ProofLine = z.output<Forms['proof']>['proof'];
export type Counts = z.output<Forms['end']>['end'];

interface Header {
  claim: string | null;
  /** Whether it holds the rows of the tables, too. */
  rows: boolean;
}

export const headerLine = (header: Header): string => canonicalJson({ export: { version: 1, ...header } });
export const checkpointLine = (said: Checkpoint): string => canonicalJson({ checkpoint: said });
export const chainLine = (chain: ChainLine): string => canonicalJson({ chain });
export const rowsLine = (rows: RowsLine): string => canonicalJson({ rows });
export const proofLine = (proof: ProofLine): string => canonicalJson({ proof });
export const endLine = (end: Counts): string => canonicalJson({ end });

/** An event as it is stored: hashes as they stand there, not as they should be; `data` as JSON text. */
export interface StoredEvent extends Omit<EventContent, 'data'> {
  data: string;
  /** Its place in the feed; null while it has none. */
  position: number | null;
  prevHash: string | null;
  hash: string | null;
  /** Which texts nobody is given of it. */
  withheld: readonly RedactedKind[];
}

interface EventForm {
  /** With all of its texts, for what does not leave this process. */
  whole: boolean;
  withPosition: boolean;
}

export function eventLine(event: StoredEvent, { whole, withPosition }: EventForm): string {
  const { data, prevHash, hash: stored, position, withheld, ...rest } = event;
  // A number that is read as another one has to show: it stays as it is written, which is not canonical.
  const content = keepsItsNumbers(data)
    ? contentOf(prevHash, { ...rest, data: JSON.parse(data) as unknown })
    : contentOf(prevHash, { ...rest, data: null }).replace('"data":null', () => `"data":${data}`);
  const left =
    whole || withheld.length === 0 ? content : leftOf({ ...event, data: JSON.parse(data) as unknown });
  const place = withPosition ? `,"position":${String(position)}` : '';
  const end = left === content ? '' : ',"withheld":true';
  return `{"event":${left},"hash":${JSON.stringify(stored)}${place}${end}}`;
}

const eventStart = '{"event":';
const hashStart = ',"hash":"';

/** The bytes that an event's hash is of, or what is left of them. */
export const hashedPart = (text: string): string =>
  text.slice(eventStart.length, text.lastIndexOf(hashStart));

/** What a line says. Throws a VerificationError where it is none of an export, or is written in any but the one way. */
export function parseLine(text: string): Line {
  const given = read(text);
  const kind = Object.keys(given).find((key): key is LineKind => Object.hasOwn(forms, key));
  if (kind === undefined) throw new VerificationError('is not a line of an export');
  const parsed = forms[kind].safeParse(given);
  // What the form does not know, it leaves out: then it is not the same text any more.
  if (!parsed.success || (kind !== 'event' && canonicalJson(parsed.data) !== text)) {
    throw new VerificationError('has not the form of a line of an export', positionOf(given));
  }
  return { kind, text, ...parsed.data } as Line;
}

function read(text: string): object {
  let given: unknown;
  let canonical: string | undefined;
  try {
    given = JSON.parse(text);
    canonical = canonicalJson(given);
  } catch {
    canonical = undefined;
  }
  if (typeof given !== 'object' || given === null) throw new VerificationError('is not JSON');
  if (canonical !== text) throw new VerificationError('is not canonical JSON (RFC 8785)', positionOf(given));
  return given;
}

/** As much as a broken line still tells of where it is. */
function positionOf(given: object): { id?: string; ordinal?: number } {
  const { event: said } = given as { event?: { id?: unknown; ordinal?: unknown } };
  return {
    ...(typeof said?.id === 'string' && { id: said.id }),
    ...(typeof said?.ordinal === 'number' && { ordinal: said.ordinal }),
  };
}
