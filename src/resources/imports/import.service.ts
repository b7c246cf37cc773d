import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import { explainConstraint } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import { createGiveWay } from '../../platform/give-way.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { outcomes, type ImportItem, type ImportReport, type Outcome } from './import.schema.js';
import { ignoreOwnReviews } from '../../domain/import/ignore-own-reviews.js';
import { ImportTooLarge, mostAtAddress } from '../../domain/import/import-limit.js';
import { planEach, type Planned } from '../../domain/import/plan-import.js';
import type { Publisher } from '../../domain/publishing/publisher.js';
import { foldText } from '../../domain/text/fold.js';
import { takeNotes } from '../../domain/import/report.js';
import { planEachOfPage, readBlock, type PageBlock } from '../../domain/import/plan-page.js';
import { readHtmlPage } from './read-html-page.js';
import { storeReview, withdrawReviews } from './review.repository.js';

export type ImportService = ReturnType<typeof createImportService>;

interface Options {
  language?: string | undefined;
  base?: string | undefined;
  dryRun: boolean;
}

/** JSON-LD, or a page that holds some. */
export type Given = { document: unknown; page?: undefined } | { page: string };

/** Few enough for a transaction to be short; an import that is cut off is simply run again. */
const batchSize = 50;

/** What others have checked, read from their markup. It is matched against; it is never a verdict of ours. */
export function createImportService({ store, publisher }: { store: Store; publisher: Publisher }) {
  return {
    async importReviews(given: Given, { dryRun, ...options }: Options, actor: Actor): Promise<ImportReport> {
      const planned = markCrowded(ignoreOwnReviews(await plan(given, options), publisher));
      const claims = await claimsByAddress(planned);
      const done = new Map<Planned, ImportItem>();
      const stored = dryRun
        ? []
        : planned.filter(({ step }) => step.do === 'store' || step.do === 'withdraw');
      for (let at = 0; at < stored.length; at += batchSize) {
        const batch = stored.slice(at, at + batchSize);
        const outcomes = await explainConstraint({ external_reviews_of_claim: changedMeanwhile }, () =>
          store.transact((tx) => takeAll(tx, batch, claims, actor)),
        );
        for (const [index, one] of batch.entries()) {
          const outcome = outcomes[index] ?? 'ignored';
          done.set(one, report(outcome === 'refused' ? crowded(one) : one, outcome));
        }
      }
      const items = planned.map((one) => done.get(one) ?? report(one, dryOutcomes[one.step.do]));
      const counts = Object.fromEntries(
        outcomes.map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length]),
      ) as ImportReport['counts'];
      return { counts, items };
    },
  };
}

/** In turns with others: a document may hold thousands. */
async function plan(given: Given, options: Omit<Options, 'dryRun'>): Promise<Planned[]> {
  const giveWay = createGiveWay();
  const planned: Planned[] = [];
  try {
    const each =
      given.page === undefined
        ? planEach(given.document, options)
        : planEachOfPage(await readBlocks(await readHtmlPage(given.page)), options);
    for (const one of each) {
      planned.push(one);
      await giveWay();
    }
  } catch (error) {
    throw error instanceof ImportTooLarge ? tooLarge() : error;
  }
  return planned;
}

async function readBlocks(blocks: readonly PageBlock[]) {
  const giveWay = createGiveWay();
  const read: ReturnType<typeof readBlock>[] = [];
  for (const block of blocks) {
    read.push(readBlock(block));
    await giveWay();
  }
  return read;
}

const tooLarge = (): Failure =>
  new Failure('unprocessable', 'The document holds more than one import may: 20,000 items at most.', {
    code: 'import_too_large',
  });

/** Another import has put the same claim in other words at this very moment. */
const changedMeanwhile = (): Failure =>
  new Failure('conflict', 'Others import the same reviews at this moment. Send it again.', {
    code: 'changed_meanwhile',
    retryAfter: 1,
  });

type ClaimsByAddress = ReadonlyMap<string, ReadonlySet<string>>;

/** What a document itself tells apart at one address. */
async function claimsByAddress(planned: readonly Planned[]): Promise<ClaimsByAddress> {
  const giveWay = createGiveWay();
  const claims = new Map<string, Set<string>>();
  for (const { step } of planned) {
    if (step.do !== 'store') continue;
    const { url, claimText } = step.review;
    claims.set(url, (claims.get(url) ?? new Set()).add(foldText(claimText, 'search')));
    await giveWay();
  }
  return claims;
}

/** Each claim at an address is compared with the others there. */
function markCrowded(planned: readonly Planned[]): Planned[] {
  const at = new Map<string, number>();
  return planned.map((one) => {
    if (one.step.do !== 'store') return one;
    const before = at.get(one.step.review.url) ?? 0;
    at.set(one.step.review.url, before + 1);
    return before < mostAtAddress ? one : crowded(one);
  });
}

const crowded = (one: Planned): Planned => {
  const notes = takeNotes();
  notes.refuse('too_many_at_address', one.pointer);
  return { ...one, refusals: [...one.refusals, ...notes.refusals], step: { do: 'refuse' } };
};

const dryOutcomes = {
  store: 'readable',
  withdraw: 'readable',
  refuse: 'refused',
  ignore: 'ignored',
} as const satisfies Record<Planned['step']['do'], Outcome>;

/** In the order of the addresses, so that two imports do not wait for each other; told in that of the batch. */
async function takeAll(
  tx: Tx,
  batch: readonly Planned[],
  claims: ClaimsByAddress,
  actor: Actor,
): Promise<Outcome[]> {
  const done = new Map<Planned, Outcome>();
  const ordered = batch.toSorted((a, b) => ((a.url ?? '') < (b.url ?? '') ? -1 : a.url === b.url ? 0 : 1));
  for (const planned of ordered) done.set(planned, await carryOut(tx, planned, claims, actor));
  return batch.flatMap((planned) => done.get(planned) ?? []);
}

async function carryOut(tx: Tx, { step }: Planned, claims: ClaimsByAddress, actor: Actor): Promise<Outcome> {
  switch (step.do) {
    case 'refuse':
      return 'refused';
    case 'ignore':
      return 'ignored';
    case 'withdraw': {
      const ids = await withdrawReviews(tx, step.url);
      for (const id of ids) await appendReviewEvent(tx, actor, 'review.withdrawn', id, { url: step.url });
      return ids.length === 0 ? 'ignored' : 'withdrawn';
    }
    case 'store': {
      const { review } = step;
      const digest = createHash('sha256').update(JSON.stringify(review)).digest('hex');
      const stored = await storeReview(tx, review, {
        id: randomUUID(),
        digest,
        beside: claims.get(review.url) ?? new Set(),
      });
      if (stored === 'full') return 'refused';
      if (!stored) return 'unchanged';
      const type = stored.isNew ? 'review.imported' : 'review.changed';
      const { url, publisherName: publisher, textualRating: rating } = review;
      await appendReviewEvent(tx, actor, type, stored.id, { url, publisher, rating, digest });
      return stored.isNew ? 'imported' : 'updated';
    }
  }
}

const appendReviewEvent = (
  tx: Tx,
  actor: Actor,
  type: 'review.imported' | 'review.changed' | 'review.withdrawn',
  id: string,
  data: Record<string, unknown>,
): Promise<void> => appendEvents(tx, actor, [{ type, subject: { type: 'review', id }, data }]);

const report = ({ step, ...known }: Planned, outcome: Outcome): ImportItem => ({
  ...known,
  outcome,
  note:
    step.do === 'ignore'
      ? step.note
      : step.do === 'withdraw' && outcome === 'ignored'
        ? 'was taken back, and is not known here'
        : null,
});
