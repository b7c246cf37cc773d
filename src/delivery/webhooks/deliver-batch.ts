/**
 * One run of deliveries to one webhook, by the worker that holds its lease: what failed and is due again, then
 * what is new in the feed, several claims at once and of each claim one event after the other. It ends when
 * nothing is due any more, or after a while; what is owed then, the next run finds.
 *
 * Requests go side by side. What they brought is written one after the other, so that the place in the feed,
 * the lanes and what is read next never contradict each other.
 */
import { rightsMaxAgeMs } from '../../domain/access/fresh-rights.js';
import { endingOf } from '../../domain/delivery/ending.js';
import { audienceOf, viewEvent } from '../feed/cloud-event.js';
import { attempt, limits, type Attempt } from './attempt.js';
import { readOwner, type CurrentOwner } from './owner.repository.js';
import { leaseSeconds, renewLease, type Leased } from './lease.repository.js';
import { moveOn, pruneLog } from './record-attempt.repository.js';
import { illAfter } from '../../domain/delivery/retry-schedule.js';
import { settleOutcome, type Tried } from './record-outcome.js';
import { openHeaders } from './seal-headers.js';
import type { DeliveryDeps, DeliveryRun } from './delivery-run.js';
import { createFeedCursor } from './feed-cursor.js';
import { readDone, readEntry, readOn, readRetries } from './feed-cursor.repository.js';
import { readSealedHeaders, readSealedSecrets } from './webhook-secrets.repository.js';

const longestRunMs = 60_000;
/** A lease is renewed early enough that no attempt outlives it. */
const renewAfterMs = leaseSeconds * 1_000 - 1.5 * limits.wholeMs;
const readAhead = 50;

export async function deliverBatch(
  deps: DeliveryDeps,
  webhook: Leased,
  { stop, cut }: { stop: AbortSignal; cut: AbortSignal },
): Promise<void> {
  const { db } = deps.store;
  const started = performance.now();
  let renewed = started;
  const skewMs = webhook.now.getTime() - Date.now();
  const sealed = await readSealedSecrets(db, webhook.id);
  const secrets = sealed.map((one) => deps.secrets.open(one, webhook.id));
  const headers = openHeaders(deps.secrets, webhook.id, await readSealedHeaders(db, webhook.id));
  const run = await openRun(deps, webhook);
  const underWay = new Set<Promise<void>>();
  const turns = createTurns();
  const broken: unknown[] = [];
  let settled = 0;

  const isOver = (): boolean =>
    run.over || stop.aborted || broken.length > 0 || performance.now() - started > longestRunMs;

  let lookedAt = performance.now();
  let owner: CurrentOwner = await readOwner(db, webhook.id);
  /** Whether it may still be called as it was; by whose eyes it sees is looked at with it. */
  const mayStillCall = async (): Promise<boolean> => {
    if (performance.now() - lookedAt <= rightsMaxAgeMs) return true;
    const askedAt = performance.now();
    owner = await readOwner(db, webhook.id);
    lookedAt = askedAt;
    return owner.version === webhook.version && endingOf(owner) === undefined;
  };

  const send = async (tried: Omit<Tried, 'attempt'>): Promise<void> => {
    const { position, readAt } = tried.entry;
    // Texts may have been withheld since it was read.
    const isStale = performance.now() - readAt > rightsMaxAgeMs;
    const { row } = (isStale ? await readEntry(db, position) : undefined) ?? tried.entry;
    const event = viewEvent(row, audienceOf(owner.role));
    const outcome: Attempt = await attempt(
      deps.outbound,
      { url: webhook.url, headers, secrets, skewMs },
      event,
      cut,
    );
    await turns.run(() => settleOutcome(run, { ...tried, attempt: outcome }));
    if (++settled % 500 === 0) await pruneLog(db, webhook.id);
  };

  while (!isOver()) {
    if (performance.now() - renewed > renewAfterMs) {
      renewed = performance.now();
      run.over ||= (await renewLease(db, webhook)) !== webhook.version;
    }
    const most = run.failures >= illAfter ? 1 : webhook.concurrency;
    const isFree = !isOver() && underWay.size < most;
    run.over ||= isFree && !(await mayStillCall());
    const tried = isFree && !isOver() ? await turns.run(() => pick(run)) : undefined;
    if (tried) {
      const sending: Promise<void> = send(tried)
        .catch((error: unknown) => void broken.push(error))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    } else if (underWay.size > 0) await Promise.race(underWay);
    else break;
  }
  await Promise.all(underWay);
  if (settled > 0) await pruneLog(db, webhook.id);
  if (broken.length > 0 && !cut.aborted) throw broken[0];
}

async function openRun(deps: DeliveryDeps, webhook: Leased): Promise<DeliveryRun> {
  const { db } = deps.store;
  const retries = await readRetries(db, webhook.id);
  const done = await readDone(db, webhook);
  return {
    ...deps,
    webhook,
    cursor: createFeedCursor({ position: webhook.position, held: retries.map(({ lane }) => lane), done }),
    due: retries.filter(({ due }) => due),
    later: new Map(retries.filter(({ due }) => !due).map((retry) => [retry.lane, retry])),
    failures: webhook.failures,
    held: webhook.held,
    accepted: false,
    over: false,
    lost: false,
  };
}

/** What is sent next, if anything: what was tried before goes first. */
async function pick(run: DeliveryRun): Promise<Omit<Tried, 'attempt'> | undefined> {
  const { due, cursor, webhook, store } = run;
  if (run.over || run.lost) return undefined;
  const at = due.findIndex(({ lane }) => cursor.begin(lane));
  const [retry] = at === -1 ? [] : due.splice(at, 1);
  if (retry) {
    const entry = await readEntry(store.db, retry.position);
    if (!entry) throw new Error(`the feed has nothing at ${String(retry.position)}`);
    return { entry, retry };
  }
  if (run.held) return undefined;
  for (let next = cursor.next(); ; next = cursor.next()) {
    if (next) return { entry: next };
    if (cursor.waiting() > 0) return undefined; // behind what is on its way
    const after = cursor.readTo();
    const { entries, upTo } = await readOn(store.db, { after, types: webhook.types, limit: readAhead });
    if (upTo === after) return undefined;
    cursor.read(entries, upTo);
    if (cursor.waiting() === 0) run.over ||= !(await moveOn(store.db, webhook, cursor.position()));
    if (run.over) return undefined;
  }
}

/** One after the other, in the order asked for. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: <Result>(work: () => Promise<Result>): Promise<Result> => {
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
  };
}
