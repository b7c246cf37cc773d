/** Reading and putting right the lines of an export, as somebody does who tampers with it. */
import type { FaultLocation } from '../../../src/integrity/checkpoints/verification-error.js';
import type { Checkpoint } from '../../../src/integrity/checkpoints/statement.js';
import type { EventContent } from '../../../src/domain/event/chain.js';
import { canonicalJson } from '../../../src/domain/text/canonical-json.js';
import type { Luck } from '../random.js';

export interface Tampered {
  lines: string[];
  /** Where the first thing that is wrong has to be found; lines count from 1. */
  expected: { lines?: [from: number, to: number] } & Pick<FaultLocation, 'chain' | 'ordinal'>;
}

/** Undefined where there is nothing to tamper with in this way. */
export type Tampering = (lines: readonly string[], luck: Luck) => Tampered | undefined;

export interface ReadLine {
  event: EventContent & { prevHash: string | null };
  hash: string;
  /** Not in the export of one claim. */
  position?: number | null;
}
export interface Chain {
  name: string;
  events: number;
  checkpoints: [number, number][];
}
interface Counts {
  checkpoints: number;
  chains: number;
  events: number;
  proofs: number;
}

export const isEvent = (line: string): boolean => line.startsWith('{"event"');
export const isChain = (line: string): boolean => line.startsWith('{"chain"');
export const indexes = (lines: readonly string[], which: (line: string) => boolean): number[] =>
  lines.flatMap((line, at) => (which(line) ? [at] : []));

const parse = (line: string | undefined): unknown => JSON.parse(line ?? '');
export const readEvent = (line: string | undefined): ReadLine => parse(line) as ReadLine;
export const readChain = (line: string | undefined): Chain => (parse(line) as { chain: Chain }).chain;
export const readCheckpoint = (line: string | undefined): Checkpoint =>
  (parse(line) as { checkpoint: Checkpoint }).checkpoint;
export const readProof = (line: string | undefined): { length: number } =>
  (parse(line) as { proof: { length: number } }).proof;
export const readCounts = (lines: readonly string[]): Counts => (parse(lines.at(-1)) as { end: Counts }).end;

export const nameOf = ({ event }: ReadLine): string =>
  event.claim === null ? `subject/${event.subject.type}/${event.subject.id}` : `claim/${event.claim}`;

/** For an index from 0, or several. */
export const at = (index: number, upTo = index): { lines: [number, number] } => ({
  lines: [index + 1, upTo + 1],
});

/** The last line with what there is by now. */
export function recount(lines: readonly string[], more: Partial<Counts> = {}): string[] {
  const chains = indexes(lines, isChain).length;
  const events = indexes(lines, isEvent).length;
  return lines.with(-1, canonicalJson({ end: { ...readCounts(lines), chains, events, ...more } }));
}
