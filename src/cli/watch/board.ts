/** PURE: what is on the screen: the claims as they are, what has changed last, and what happened. */
import type { StatusChange } from '../../../client/client.js';
import type { ClaimStatus, CloudEvent } from '../../../client/generated/api.js';

export interface Row {
  status: ClaimStatus;
  /** Field → when it became what it is, in milliseconds. */
  changedAt: Partial<Record<keyof ClaimStatus, number>>;
}

export interface Board {
  rows: ReadonlyMap<string, Row>;
  /** Ref of a claim → its quote, which may be known earlier or later than the claim. */
  texts: ReadonlyMap<string, string>;
  /** Newest last. */
  happened: readonly NewEvent[];
  trouble?: { message: string; since: number };
}

interface NewEvent {
  at: string;
  ref: string;
  what: string;
}

export const emptyBoard: Board = { rows: new Map(), texts: new Map(), happened: [] };

const mostHappenings = 200;

/** The names of the fields that are not what they were. */
export const changedFields = ({ status, was }: StatusChange): (keyof ClaimStatus)[] =>
  was === undefined
    ? []
    : (Object.keys(status) as (keyof ClaimStatus)[]).filter(
        (field) => show(status[field]) !== show(was[field]),
      );

export function applyChange(board: Board, change: StatusChange, now: number): Board {
  const { status } = change;
  const changedAt = { ...board.rows.get(status.ref)?.changedAt };
  for (const field of changedFields(change)) changedAt[field] = now;
  return {
    ...board,
    rows: new Map(board.rows).set(status.ref, { status, changedAt }),
    happened: [...board.happened, ...happeningsOf(change)].slice(-mostHappenings),
  };
}

export const describeClaim = (board: Board, ref: string, text: string): Board => ({
  ...board,
  texts: new Map(board.texts).set(ref, text),
});

export const setTrouble = ({ trouble, ...board }: Board, message: string | undefined, now: number): Board =>
  message === undefined ? board : { ...board, trouble: { message, since: trouble?.since ?? now } };

/** One for each event; the last one says what the claim has become. */
export function happeningsOf(change: StatusChange): NewEvent[] {
  const { status, events } = change;
  return events.map((event, index) => ({
    at: event.time,
    ref: status.ref,
    what: [nameOf(event), index === events.length - 1 ? differenceOf(change) : ''].filter(Boolean).join(': '),
  }));
}

const nameOf = ({ type, actor }: CloudEvent): string => (actor === undefined ? type : `${type} by ${actor}`);

const words: Partial<Record<keyof ClaimStatus, string>> = {
  status: 'status',
  rating: 'rating',
  revision: 'revision',
  contested: 'contested',
  underCorrection: 'under correction',
  mergedInto: 'merged into',
};

/** `status open → in_review, rating – → true`; empty where nothing that a reader sees has changed. */
export const differenceOf = (change: StatusChange): string =>
  changedFields(change)
    .flatMap((field) => {
      const word = words[field];
      return word === undefined
        ? []
        : [`${word} ${show(change.was?.[field])} → ${show(change.status[field])}`];
    })
    .join(', ');

export function show(value: ClaimStatus[keyof ClaimStatus] | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.ref : String(value);
}
