/** What a worker does with a capture that is owed: takes it, looks at the page, keeps the bytes, writes it down. */
import { system } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import type { Store } from '../platform/db/transaction.js';
import { appendEvents } from '../workflow/events/events.repository.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { changeSince, mostTries, secondsUntilNext } from '../domain/evidence/capture.js';
import { faultOfPage } from '../domain/evidence/page-fault.js';
import {
  holdsStill,
  insertCapture,
  readLastGood,
  isKept,
  setNextCapture,
  takeCapture,
  type Taken,
} from './capture.repository.js';
import { withFileLock } from './file-lock.js';
import { lookAtPage, type Look, type LookOptions } from './fetch-page.js';
import { sha256Of, StoreFault, type PageStore } from './page-store.js';
import { readPage, type PageReading } from './read-page.js';

export interface CaptureDeps extends LookOptions {
  pages: PageStore;
}

/** A look, and what of it is kept. */
interface Find extends Look {
  sha256: string | null;
  size: number | null;
  reading: PageReading | null;
}

/**
 * Captures the page of this evidence, if that is due; false where it is not. The bytes are stored before the
 * row that speaks of them is written: a crash in between leaves bytes that nobody asks for, and the next try.
 */
export async function capturePage(store: Store, deps: CaptureDeps, evidenceId: string): Promise<boolean> {
  const taken = await takeCapture(store.db, evidenceId);
  if (!taken) return false;
  const find = taken.tries > mostTries ? neverEnded(taken) : await look(taken, deps);
  await keep(store, deps.pages, find, (tx) => writeDown(tx, taken, find));
  return true;
}

/**
 * The bytes are there where a capture rests on them, and nowhere else: what is written down commits under the lock of the
 * file, with the bytes put once more before, because an erasure may have removed the same ones of other evidence meanwhile.
 */
async function keep(
  store: Store,
  pages: PageStore,
  { sha256, answer }: Find,
  write: (tx: Tx) => Promise<void>,
): Promise<void> {
  if (sha256 === null || !answer) return store.transact(write);
  await withFileLock(store, sha256, async (tx) => {
    await pages.put(sha256, answer.bytes);
    await write(tx);
    if (!(await isKept(tx, sha256))) await pages.remove(sha256);
  });
}

async function look({ url }: Taken, { pages, ...options }: CaptureDeps): Promise<Find> {
  const seen = await lookAtPage(url, options);
  if (!seen.answer) return { ...seen, ...nothing };
  const { bytes, headers } = seen.answer;
  const sha256 = sha256Of(bytes);
  try {
    await pages.put(sha256, bytes);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    return { ...seen, ...nothing, answer: null, failure: { code: 'not_stored', detail: error.message } };
  }
  const reading = await readPage(headers, bytes);
  const found = { asked: url, url: seen.url, size: bytes.length, title: reading.title };
  return {
    ...seen,
    failure: seen.failure ?? faultOfPage(found) ?? null,
    sha256,
    size: bytes.length,
    reading,
  };
}

const nothing = { sha256: null, size: null, reading: null };

/** Whatever ends the worker each time would end it again. */
const neverEnded = ({ url }: Taken): Find => ({
  url,
  redirects: [],
  requestHeaders: [],
  answer: null,
  failure: {
    code: 'never_ended',
    detail: `The capture was begun ${String(mostTries)} times, and no worker came back from it.`,
  },
  ...nothing,
});

async function writeDown(tx: Tx, taken: Taken, find: Find): Promise<void> {
  if (!(await holdsStill(tx, taken))) return;
  const { evidenceId, claimId, tries } = taken;
  const { answer, failure, reading, sha256 } = find;
  const before = (await readLastGood(tx, evidenceId)) ?? undefined;
  const gone = failure?.code === 'not_found' && before !== undefined ? 'gone' : null;
  const change = failure ? gone : changeSince(before, { sha256, textSha256: reading?.textSha256 ?? null });
  const id = await insertCapture(tx, {
    evidenceId,
    number: taken.number + 1,
    url: find.url,
    redirects: find.redirects,
    requestHeaders: find.requestHeaders,
    failure,
    change,
    status: answer?.status ?? null,
    headers: answer?.headers ?? [],
    sha256,
    size: find.size,
    ...reading,
  });
  const again = failure ? secondsUntilNext(failure.code, tries) : undefined;
  await setNextCapture(tx, evidenceId, again);
  await appendEvents(tx, system, [
    {
      type: failure ? 'claim.capture_failed' : 'claim.evidence_captured',
      subject: { type: 'claim', id: claimId },
      claimId,
      data: {
        evidence: evidenceId,
        capture: id,
        change,
        sha256,
        title: toSeal('evidence_title', id, reading?.title),
        excerpt: toSeal('evidence_excerpt', id, reading?.excerpt),
        ...(failure && { reason: failure.code, again: again !== undefined }),
      },
      rows: [{ table: 'captures', where: { id } }],
    },
  ]);
}
