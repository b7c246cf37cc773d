import type { Caller } from '../domain/access/rules.js';
import type { Store } from '../platform/db/transaction.js';
import { Failure, notFound } from '../platform/errors.js';
import { appendEvents } from '../workflow/events/events.repository.js';
import type { Job } from '../platform/queue/job.js';
import { sweepLimit } from '../platform/queue/sweep.js';
import { capturePage, type CaptureDeps } from './capture-page.js';
import {
  findDueCaptures,
  findEvidence,
  findWaitingVerdicts,
  findNewest,
  isKept,
  lockClaim,
  oweCapture,
  readCapture,
  type CaptureRow,
} from './capture.repository.js';
import type { Header, Hop } from './fetch-page.js';
import { fileNameFor } from '../domain/evidence/file-name.js';
import { readHeaderText } from './header-text.js';
import { StoreFault } from './page-store.js';
import { headerIn, readText } from './read-page.js';
import { writeWarc } from './warc.js';

export type CaptureService = ReturnType<typeof createCaptureService>;

interface Deps extends CaptureDeps {
  store: Store;
  /** Whether pages may be looked at for this database: a copy looks at none. */
  mayCall: () => Promise<boolean>;
  /** Resolves when something was committed anywhere, or after `ms`. */
  changed: (ms: number) => Promise<void>;
}

const underWay =
  'This evidence is being captured, or a submitted verdict that cites it is about to be recorded: wait for what comes of it.';

export function createCaptureService({ store, changed, mayCall, ...deps }: Deps) {
  const { db, transact } = store;

  const find = async (id: string): Promise<CaptureRow> => {
    const row = await readCapture(db, id);
    if (!row) throw notFound('capture', id);
    return row;
  };

  const requireEvidence = async (id: string) => {
    const row = await findEvidence(db, id);
    if (!row) throw notFound('evidence', id);
    return row;
  };

  /** The capture with its bytes; throws where nothing was captured, or it is not to be had. */
  const findBytes = async (id: string) => {
    const row = await find(id);
    // Other evidence may rest on the same bytes, and files go a moment after the words: what was erased is not read through them.
    if ((await requireEvidence(row.evidenceId)).erasedAt !== null) throw erased();
    const { sha256, status } = row;
    if (sha256 === null || status === null) {
      throw new Failure('not_found', 'Nothing came of this capture that could be kept.', {
        code: 'nothing_captured',
      });
    }
    try {
      return { row, sha256, status, bytes: await deps.pages.get(sha256) };
    } catch (error) {
      // Removed since it was looked at.
      if ((await findEvidence(db, row.evidenceId))?.erasedAt) throw erased();
      throw error instanceof StoreFault ? failureOf(error) : error;
    }
  };

  return {
    /** Throws `capture_not_found`. */
    read: find,

    /** The bytes as they came. Compressed they stay compressed: what is in them is nobody's to open here. */
    async content(id: string) {
      const { row, sha256, bytes } = await findBytes(id);
      const headers = row.headers as unknown as Header[];
      const packed = (headerIn(headers, 'content-encoding') ?? 'identity').trim().toLowerCase();
      const ending = endings[packed] ?? '';
      const disposition = headerIn(headers, 'content-disposition');
      const named = disposition === undefined ? undefined : readHeaderText(disposition);
      return { sha256, bytes, name: fileNameFor(row.url, named, ending) };
    },

    /** What a reader of the page would read of it; null where there is nothing to read. */
    async text(id: string) {
      const { row, sha256, bytes } = await findBytes(id);
      const { text, language } = await readText(row.headers as unknown as Header[], bytes);
      return { sha256, text, language };
    },

    async warc(id: string): Promise<Buffer> {
      const { row, status, bytes } = await findBytes(id);
      return writeWarc(
        {
          ...row,
          status,
          redirects: row.redirects as unknown as Hop[],
          requestHeaders: row.requestHeaders as unknown as Header[],
          headers: row.headers as unknown as Header[],
        },
        bytes,
      );
    },

    /** Why the bytes of this hash are not to be had; undefined where they are as they were captured, or nothing rests on them by now. */
    async findFault(sha256: string): Promise<string | undefined> {
      try {
        await deps.pages.get(sha256);
        return undefined;
      } catch (error) {
        if (!(error instanceof StoreFault) || error.kind === 'unavailable') throw error;
        // `verify` asks by a snapshot, which may be older than the erasure of the evidence.
        return (await isKept(db, sha256)) ? error.message : undefined;
      }
    },

    /** Has the page captured once more. Whatever was captured before stays. */
    async request(evidenceId: string, caller: Caller): Promise<void> {
      const { claimId, erasedAt } = await requireEvidence(evidenceId);
      if (erasedAt !== null) throw notAgain();
      await transact(async (tx) => {
        // The claim before its evidence, as everywhere.
        await lockClaim(tx, claimId);
        if (!(await oweCapture(tx, evidenceId))) {
          throw new Failure('conflict', underWay, { code: 'capture_under_way', retryAfter: 5 });
        }
        await appendEvents(tx, caller, [
          {
            type: 'claim.capture_requested',
            subject: { type: 'claim', id: claimId },
            claimId,
            data: { evidence: evidenceId },
          },
        ]);
      });
    },

    /** The newest capture once none is owed, or undefined when the time is up. */
    async settled(evidenceId: string, seconds: number) {
      const deadline = Date.now() + seconds * 1000;
      for (;;) {
        const { captureDueAt } = await requireEvidence(evidenceId);
        const newest = await findNewest(db, evidenceId);
        if (captureDueAt === null) return newest;
        const left = deadline - Date.now();
        if (left <= 0) return undefined;
        await changed(Math.min(left, 1000));
      }
    },

    /**
     * What a worker does with the job `capture-evidence`. Gives back the verdicts that may have waited for it;
     * undefined where there was nothing to do, or it stays owed because nobody may be called.
     */
    async capture(evidenceId: string): Promise<string[] | undefined> {
      if (!(await mayCall())) return undefined;
      const done = await capturePage(store, deps, evidenceId);
      return done ? findWaitingVerdicts(db, evidenceId) : undefined;
    },

    /** Jobs for captures that are due. */
    findOwed: async (limit = sweepLimit): Promise<Job[]> =>
      (await mayCall())
        ? (await findDueCaptures(db, limit)).map((evidenceId) => ({
            name: 'capture-evidence',
            payload: { evidenceId },
          }))
        : [],
  };
}

const endings: Readonly<Record<string, string>> = { gzip: '.gz', 'x-gzip': '.gz', br: '.br', deflate: '.zz' };

const notAgain = (): Failure =>
  new Failure('conflict', 'What was captured of this evidence was erased, and is not captured again.', {
    code: 'evidence_erased',
  });

const erased = (): Failure =>
  new Failure('gone', 'What was captured was erased.', { code: 'content_erased' });

const failureOf = ({ kind, message }: StoreFault): Failure =>
  kind === 'unavailable'
    ? new Failure('busy', 'The store of captured pages does not answer. Try again shortly.', {
        code: 'store_unavailable',
        retryAfter: 10,
      })
    : new Failure('upstream', `${message} Tell the operator.`, { code: `content_${kind}` });
