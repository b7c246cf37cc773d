import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/access/rules.js';
import type { Tx } from '../../platform/db/client.js';
import { explainConstraint } from '../../platform/db/constraint-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { outcomes, type ImportItem, type ImportReport, type Outcome } from './import.schema.js';
import { leaveOwn } from '../../domain/import/leave-own.js';
import { planImport, type Planned } from '../../domain/import/plan-import.js';
import type { Publisher } from '../../domain/publication/publisher.js';
import { foldText } from '../../domain/text/fold.js';
import { planPage } from '../../domain/import/plan-page.js';
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
      const planned = leaveOwn(
        given.page === undefined
          ? planImport(given.document, options)
          : planPage(await readHtmlPage(given.page), options),
        publisher,
      );
      const claims = claimsByAddress(planned);
      const items: ImportItem[] = [];
      for (let at = 0; at < planned.length; at += batchSize) {
        const batch = planned.slice(at, at + batchSize);
        const done = dryRun
          ? batch.map((one) => report(one, dryOutcomes[one.step.do]))
          : await explainConstraint({ external_reviews_of_claim: changedMeanwhile }, () =>
              store.transact((tx) => takeAll(tx, batch, claims, actor)),
            );
        items.push(...done);
      }
      const counts = Object.fromEntries(
        outcomes.map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length]),
      ) as ImportReport['counts'];
      return { counts, items };
    },
  };
}

/** Another import has put the same claim in other words at this very moment. */
const changedMeanwhile = (): Failure =>
  new Failure('conflict', 'Others import the same reviews at this moment. Send it again.', {
    code: 'changed_meanwhile',
    retryAfter: 1,
  });

type ClaimsByAddress = ReadonlyMap<string, ReadonlySet<string>>;

/** What a document itself tells apart at one address. */
function claimsByAddress(planned: readonly Planned[]): ClaimsByAddress {
  const claims = new Map<string, Set<string>>();
  for (const { step } of planned) {
    if (step.do !== 'store') continue;
    const { url, claimText } = step.review;
    claims.set(url, (claims.get(url) ?? new Set()).add(foldText(claimText, 'search')));
  }
  return claims;
}

const dryOutcomes = {
  store: 'readable',
  withdraw: 'readable',
  refuse: 'refused',
  ignore: 'ignored',
} as const satisfies Record<Planned['step']['do'], Outcome>;

/** In the order of the addresses, so that two imports do not wait for each other; told in that of the document. */
async function takeAll(
  tx: Tx,
  batch: readonly Planned[],
  claims: ClaimsByAddress,
  actor: Actor,
): Promise<ImportItem[]> {
  const done = new Map<Planned, ImportItem>();
  const ordered = batch.toSorted((a, b) => ((a.url ?? '') < (b.url ?? '') ? -1 : a.url === b.url ? 0 : 1));
  for (const planned of ordered) done.set(planned, report(planned, await take(tx, planned, claims, actor)));
  return batch.flatMap((planned) => done.get(planned) ?? []);
}

async function take(tx: Tx, { step }: Planned, claims: ClaimsByAddress, actor: Actor): Promise<Outcome> {
  switch (step.do) {
    case 'refuse':
      return 'refused';
    case 'ignore':
      return 'ignored';
    case 'withdraw': {
      const ids = await withdrawReviews(tx, step.url);
      for (const id of ids) await tell(tx, actor, 'review.withdrawn', id, { url: step.url });
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
      if (!stored) return 'unchanged';
      const type = stored.isNew ? 'review.imported' : 'review.changed';
      const { url, publisherName: publisher, textualRating: rating } = review;
      await tell(tx, actor, type, stored.id, { url, publisher, rating, digest });
      return stored.isNew ? 'imported' : 'updated';
    }
  }
}

const tell = (
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
