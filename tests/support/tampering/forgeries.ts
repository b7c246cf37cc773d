/**
 * What somebody does who may write to the database and knows the form: counts and hashes are put right, so
 * that the export is sound in itself. Only a checkpoint that was signed before tells.
 */
import { randomUUID } from 'node:crypto';
import { chainEvent } from '../../../src/domain/event/chain.js';
import { canonicalJson } from '../../../src/domain/text/canonical-json.js';
import type { Luck } from '../random.js';
import {
  at,
  isEvent,
  readProof,
  indexes,
  isChain,
  readChain,
  readCheckpoint,
  readCounts,
  readEvent,
  recount,
  type Chain,
  type Tampering,
} from './lines.js';

const covered = ({ checkpoints }: Chain): number => checkpoints.at(-1)?.[1] ?? 0;

/** A chain of which checkpoints cover at least so many events, and where it stands. */
function pickChain(lines: readonly string[], luck: Luck, atLeast = 1) {
  const fitting = indexes(lines, isChain).filter((index) => covered(readChain(lines[index])) >= atLeast);
  if (fitting.length === 0) return undefined;
  const end = luck.oneOf(fitting);
  const chain = readChain(lines[end]);
  return { start: end - chain.events, end, chain };
}

function shorten(chain: Chain, events: number): string {
  const capped = chain.checkpoints.map(([number, length]): [number, number] => [
    number,
    Math.min(length, events),
  ]);
  const checkpoints = capped.filter(([, length], index) => length > (capped[index - 1]?.[1] ?? 0));
  return canonicalJson({ chain: { ...chain, events, checkpoints } });
}

const cutTail: Tampering = (lines, luck) => {
  const found = pickChain(lines, luck, 2);
  if (!found) return undefined;
  const { start, end, chain } = found;
  const left = 1 + luck.below(covered(chain) - 1);
  const close = start + left;
  return {
    lines: recount(lines.toSpliced(close, end - close + 1, shorten(chain, left))),
    expected: { ...at(close), chain: chain.name, ordinal: left + 1 },
  };
};

/** Lets an event say something more, and gives it the hash of that; what follows is left alone. */
function forge(line: string | undefined, prevHash?: string | null): string {
  const { event, position } = readEvent(line);
  const forged = { ...(event.data as object), forged: true };
  const said = prevHash === undefined ? { ...event, data: forged } : event;
  const { content, hash } = chainEvent(prevHash === undefined ? event.prevHash : prevHash, said);
  return eventLine(content, hash, position);
}

const eventLine = (content: string, hash: string, position: number | null | undefined): string =>
  `{"event":${content},"hash":"${hash}"${position === undefined ? '' : `,"position":${String(position)}`}}`;

const forgeOne: Tampering = (lines, luck) => {
  const followed = indexes(lines, isEvent).filter((index) => isEvent(lines[index + 1] ?? ''));
  const index = luck.oneOf(followed);
  const { event } = readEvent(lines[index + 1]);
  // The next event of another chain does not follow it.
  if (event.ordinal === 1) return undefined;
  return { lines: lines.with(index, forge(lines[index])), expected: at(index + 1) };
};

/** Another past: one event says something else, and all after it follow from that. */
function forgeFrom(lines: readonly string[], from: number, end: number): string[] {
  const anew = lines.with(from, forge(lines[from]));
  for (let index = from + 1; index < end; index++) {
    anew[index] = forge(anew[index], readEvent(anew[index - 1]).hash);
  }
  return anew;
}

const rechain: Tampering = (lines, luck) => {
  const found = pickChain(lines, luck);
  if (!found) return undefined;
  const { start, end, chain } = found;
  const from = luck.below(covered(chain));
  // The first event behind it that a checkpoint names.
  const ordinal = chain.checkpoints.find(([, length]) => length > from)?.[1] ?? 0;
  return { lines: forgeFrom(lines, start + from, end), expected: { chain: chain.name, ordinal } };
};

/** The same in the export of one claim, which brings a proof along. */
const rechainOne: Tampering = (lines, luck) => {
  const end = lines.findIndex(isChain);
  const chain = readChain(lines[end]);
  const { length } = readProof(lines.at(-2));
  const start = end - chain.events;
  return { lines: forgeFrom(lines, start + luck.below(length), end), expected: { chain: chain.name } };
};

const cutTailOfOne: Tampering = (lines, luck) => {
  const end = lines.findIndex(isChain);
  const chain = readChain(lines[end]);
  const { length } = readProof(lines.at(-2));
  if (length < 2) return undefined;
  const left = 1 + luck.below(length - 1);
  const close = end - chain.events + left;
  return {
    lines: recount(lines.toSpliced(close, end - close + 1, shorten(chain, left))),
    expected: { chain: chain.name, ordinal: left + 1 },
  };
};

const removeChain: Tampering = (lines, luck) => {
  const found = pickChain(lines, luck);
  if (!found) return undefined;
  const { start, end, chain } = found;
  return {
    lines: recount(lines.toSpliced(start, end - start + 1)),
    expected: { chain: chain.name, ordinal: 1 },
  };
};

/** A claim that was never made, said to have been there when a checkpoint was signed. */
const addChain: Tampering = (lines, luck) => {
  const { checkpoints } = readCounts(lines);
  const claim = randomUUID();
  const name = `claim/${claim}`;
  const before = indexes(lines, isChain).filter((index) => readChain(lines[index]).name < name);
  const { content, hash } = chainEvent(null, {
    ...{
      id: randomUUID(),
      type: 'claim.submitted',
      subject: { type: 'claim', id: claim },
      claim,
      ordinal: 1,
    },
    ...{ actor: null, key: null, data: {}, at: '2020-01-01T00:00:00.000000Z' },
  });
  const closing = { name, events: 1, checkpoints: [[1 + luck.below(checkpoints), 1]] };
  const added = [eventLine(content, hash, null), canonicalJson({ chain: closing })];
  return {
    lines: recount(lines.toSpliced((before.at(-1) ?? checkpoints) + 1, 0, ...added)),
    expected: { chain: name, ordinal: 1 },
  };
};

/** The newest checkpoints are left out, as if they had never been signed. */
const forgetCheckpoints: Tampering = (lines, luck) => {
  const { checkpoints } = readCounts(lines);
  const left = luck.below(checkpoints);
  const without = lines.toSpliced(1 + left, checkpoints - left).map((line) => {
    if (!isChain(line)) return line;
    const chain = readChain(line);
    return canonicalJson({
      chain: { ...chain, checkpoints: chain.checkpoints.filter(([number]) => number <= left) },
    });
  });
  return { lines: recount(without, { checkpoints: left }), expected: at(left + 1) };
};

/** The line of an event with another place in the feed. */
const placed = (line: string, position: number | null): string =>
  line.replace(/"position":(?:\d+|null)\}$/, `"position":${String(position)}}`);

/** Events whose places a checkpoint was signed over. */
function signedPlaces(lines: readonly string[]): number[] {
  const { size } = readCheckpoint(lines[readCounts(lines).checkpoints]).statement.log;
  return indexes(lines, isEvent).filter((index) => (readEvent(lines[index]).position ?? Infinity) <= size);
}

const swapPlaces: Tampering = (lines, luck) => {
  const signed = signedPlaces(lines);
  const [one, other] = [luck.oneOf(signed), luck.oneOf(signed)];
  if (one === other) return undefined;
  const [here, there] = [lines[one] ?? '', lines[other] ?? ''];
  const swapped = lines
    .with(one, placed(here, readEvent(there).position ?? null))
    .with(other, placed(there, readEvent(here).position ?? null));
  return { lines: swapped, expected: {} };
};

/** It is still in its chain, and no reader of the feed is told of it. */
const hideFromFeed: Tampering = (lines, luck) => {
  const hidden = luck.oneOf(signedPlaces(lines));
  const { position = null } = readEvent(lines[hidden]);
  const closed = lines.map((line, index) => {
    if (!isEvent(line)) return line;
    const { position: at = null } = readEvent(line);
    if (index === hidden) return placed(line, null);
    return at !== null && position !== null && at > position ? placed(line, at - 1) : line;
  });
  return { lines: closed, expected: {} };
};

export const forgeries: Readonly<Record<string, Tampering>> = {
  forgeOne,
  cutTail,
  rechain,
  removeChain,
  addChain,
  forgetCheckpoints,
  swapPlaces,
  hideFromFeed,
};

/** Of an export of one claim that a checkpoint covers. */
export const forgeriesOfOne: Readonly<Record<string, Tampering>> = { forgeOne, rechainOne, cutTailOfOne };
