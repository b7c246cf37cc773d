/** How far claims have come, and which share of them: most of what comes in is never worth a verdict. */
import type { Random } from './random.js';

/** By the status they end in. */
const acts = {
  submitted: ['wait'],
  rejected: ['wait', 'reject'],
  merged: ['wait', 'merge'],
  open: ['wait', 'accept'],
  in_review: ['wait', 'accept', 'start'],
  in_approval: ['wait', 'accept', 'start', 'submit'],
  published: ['wait', 'accept', 'start', 'submit', 'approve'],
  retracted: ['wait', 'accept', 'start', 'submit', 'approve', 'retract'],
} as const;
type Ending = keyof typeof acts;

/** Of a hundred claims. */
const settled: Partial<Record<Ending, number>> = {
  submitted: 52,
  rejected: 30,
  merged: 3,
  open: 4,
  published: 10,
  retracted: 1,
};
/** The newest are still being worked on. */
const recent: Partial<Record<Ending, number>> = {
  submitted: 60,
  rejected: 10,
  open: 10,
  in_review: 15,
  in_approval: 5,
};

const deckOf = (shares: Partial<Record<Ending, number>>): Ending[] =>
  Object.entries(shares).flatMap(([ending, count]) => Array<Ending>(count).fill(ending as Ending));
const decks = { settled: deckOf(settled), recent: deckOf(recent) };

/** The acts of one claim, in order; the first one is always `wait`. */
export const drawActs = (random: Random, isRecent: boolean): (typeof acts)[Ending] =>
  acts[random.pick(isRecent ? decks.recent : decks.settled)];
