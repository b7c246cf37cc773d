import { system } from '../../domain/access/rules.js';
import type { Db } from '../../platform/db/client.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Ending } from '../../domain/delivery/ending.js';
import type { Attempt } from './attempt.js';
import type { DeliveryRun } from './delivery-run.js';
import { eventOfWebhook } from './follow-owners.js';
import { disable, recordOutcome, type Lane, type Outcome } from './record-attempt.repository.js';
import { judgeAttempt } from '../../domain/delivery/judge-attempt.js';
import { holdAfter, illAfter } from '../../domain/delivery/retry-schedule.js';
import { findBehind, type Entry, type Retry } from './feed-cursor.repository.js';

export interface Tried {
  entry: Entry;
  /** Where it had failed before, or waited behind what had. */
  retry?: Retry;
  attempt: Attempt;
}

/**
 * Writes down what became of an attempt, and what follows from it. Once something was not written nothing is any more:
 * the cursor would move on past it.
 */
export async function settleOutcome(run: DeliveryRun, tried: Tried): Promise<void> {
  if (run.lost) return;
  run.lost = true;
  run.lost = !(await settle(run, tried));
}

/** False where it was not written, because it counts no longer. */
async function settle(run: DeliveryRun, { entry, retry, attempt }: Tried): Promise<boolean> {
  const attempts = (retry?.attempts ?? 0) + 1;
  const tries = { attempts, ageMs: attempts === 1 ? 0 : (retry?.ageMs ?? 0) };
  const judgment = judgeAttempt(attempt, tries, run.random());
  const known = { entry, attempt, number: attempts };
  switch (judgment.outcome) {
    case 'delivered':
      return delivered(run, known);
    case 'failed':
      return failed(run, known, { position: entry.position, attempts, inMs: judgment.nextInMs });
    case 'gone':
      return ended(run, known, { reason: 'gone', detail: 'The receiver answered 410.' });
    case 'exhausted':
      return run.accepted || retry?.othersAccepted
        ? givenUp(run, known)
        : ended(run, known, { reason: 'exhausted', detail: attempt.problem });
  }
}

type Known = Pick<Outcome, 'entry' | 'attempt' | 'number'>;

async function delivered(run: DeliveryRun, known: Known): Promise<boolean> {
  const recovered = run.failures >= illAfter;
  const lane = await passOn(run, known.entry);
  run.failures = 0;
  run.accepted = true;
  if (recovered) rouse(run);
  return write(run, { ...known, outcome: 'delivered', lane, holdMs: null, recovered });
}

const failed = (run: DeliveryRun, known: Known, lane: Exclude<Lane, string>): Promise<boolean> =>
  write(run, { ...known, ...fall(run, known), outcome: 'failed', lane, recovered: false });

/** The receiver takes other events and not this one: it is let go, in public, so that its claim goes on. */
async function givenUp(run: DeliveryRun, known: Known): Promise<boolean> {
  const { holdMs } = fall(run, known);
  const lane = await passOn(run, known.entry);
  const { id, type } = known.entry.row;
  return run.store.transact(async (tx) => {
    const written = await write(run, { ...known, outcome: 'given_up', lane, holdMs, recovered: false }, tx);
    if (written)
      await appendEvents(tx, system, [
        eventOfWebhook(run.webhook, 'webhook.gave_up', { event: id, type, attempts: known.number }),
      ]);
    return written;
  });
}

/** Nothing is delivered any more. The event stays where it is: whoever enables the webhook again gets it first. */
async function ended(run: DeliveryRun, known: Known, ending: Ending): Promise<boolean> {
  const { holdMs } = fall(run, known);
  const lane = { position: known.entry.position, attempts: known.number, inMs: 0 };
  run.over = true;
  return run.store.transact(async (tx) => {
    const written = await write(run, { ...known, outcome: 'failed', lane, holdMs, recovered: false }, tx);
    if (written && (await disable(tx, run.webhook, ending)))
      await appendEvents(tx, system, [eventOfWebhook(run.webhook, 'webhook.disabled', { ...ending })]);
    return written;
  });
}

/** Goes on in the lane of an event that is through; what is left of the lane. */
async function passOn({ store, cursor, due, webhook }: DeliveryRun, entry: Entry): Promise<Lane> {
  const { lane } = entry;
  cursor.settle(entry);
  if (!cursor.isHeld(lane)) return 'untouched';
  const upTo = cursor.readTo();
  const position = await findBehind(store.db, { entry, types: webhook.types, upTo });
  if (position === undefined) {
    cursor.free(lane);
    return 'clear';
  }
  due.push({ lane, position, attempts: 0, ageMs: 0, due: true, othersAccepted: false });
  due.sort(byPosition);
  return { position, attempts: 0, inMs: 0 };
}

/** Holds the lane of an event that failed; how long nothing new is tried, where that follows. */
function fall(run: DeliveryRun, { entry, attempt, number }: Known): { holdMs: number | null } {
  const { lane, position } = entry;
  run.cursor.hold(entry);
  run.later.set(lane, { lane, position, attempts: number, ageMs: 0, due: false, othersAccepted: false });
  run.failures++;
  const holdMs = holdAfter(attempt, run.failures, run.random());
  if (holdMs !== null) run.held = true;
  return { holdMs };
}

/** The receiver is well again: everything that is held up may be tried now. */
function rouse(run: DeliveryRun): void {
  run.due.push(...run.later.values());
  run.due.sort(byPosition);
  run.later.clear();
  run.held = false;
}

const byPosition = (a: Retry, b: Retry): number => (a.position < b.position ? -1 : 1);

/** False where it counts no longer. */
async function write(
  run: DeliveryRun,
  outcome: Omit<Outcome, 'cursor'>,
  db: Db = run.store.db,
): Promise<boolean> {
  const version = await recordOutcome(db, run.webhook, { ...outcome, cursor: run.cursor.position() });
  if (version !== run.webhook.version) run.over = true;
  return version !== undefined;
}
