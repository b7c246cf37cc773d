import { join } from 'node:path';
import { operator } from '../../src/domain/access/rules.js';
import { createArticleService } from '../../src/resources/articles/article.service.js';
import { createWorkflow } from '../../src/workflow/workflow.service.js';
import { createClaimService } from '../../src/resources/claims/claim.service.js';
import type { Tx } from '../../src/platform/db/client.js';
import { joining, type Store } from '../../src/platform/db/transaction.js';
import { createInstrumentService } from '../../src/resources/instruments/instrument.service.js';
import { createRatingService } from '../../src/resources/ratings/rating.service.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { createSourceService } from '../../src/resources/sources/source.service.js';
import { readSeed } from './read.js';
import { findVersionNumber, lockSeeding, readKnown } from './seed.repository.js';
import type { Seed } from './seed.schema.js';

const dataFolder = join(projectRoot, 'prisma', 'seed', 'data');

/** How much of each the seed holds, and how many of all of them were not there before. */
interface SeedCounts {
  articles: number;
  sources: number;
  instruments: number;
  ratings: number;
  claims: number;
  relations: number;
  created: number;
}

/**
 * Loads the first article with all that is known about it, in one transaction, through the same services as
 * the API, in the name of Isnad. What is there already, by its ref, stays as it is: a second loading
 * changes nothing, and nobody's change is undone.
 */
export async function loadSeed(store: Store, folder = dataFolder): Promise<SeedCounts> {
  const seed = await readSeed(folder);
  // A small or busy machine takes its time over it.
  const created = await store.transact((tx) => enter(tx, seed), { timeLimitMs: 180_000 });
  return {
    articles: 1,
    sources: seed.sources.length,
    instruments: seed.instruments.length,
    ratings: seed.scale.ratings.length,
    claims: seed.claims.length,
    relations: seed.relations.length,
    created,
  };
}

async function enter(tx: Tx, seed: Seed): Promise<number> {
  await lockSeeding(tx);
  const known = await readKnown(tx, seed);
  // The services join this transaction instead of opening their own.
  const store = joining(tx);

  const sources = seed.sources.filter(({ ref }) => !known.sources.has(ref));
  for (const source of sources) await createSourceService({ store }).create(source, operator);

  const articles = [seed.article].filter(({ ref }) => !known.articles.has(ref));
  for (const article of articles) await createArticleService({ store }).create(article, operator);

  const instruments = seed.instruments.filter(({ ref }) => !known.instruments.has(ref));
  for (const instrument of instruments) await createInstrumentService({ store }).create(instrument, operator);

  // An installation that has a scale has chosen its own.
  const ratings = known.hasScale ? [] : seed.scale.ratings;
  if (ratings.length > 0) await createRatingService({ store }).publish(seed.scale, operator, unseen);

  const claims = seed.claims.filter(({ ref }) => !known.claims.has(ref));
  const relations = await enterClaims(tx, store, seed, claims);
  return [sources, articles, instruments, ratings, claims, relations].reduce(
    (sum, { length }) => sum + length,
    0,
  );
}

async function enterClaims(
  tx: Tx,
  store: Store,
  { article, sha256, relations }: Seed,
  claims: Seed['claims'],
): Promise<Seed['relations']> {
  if (claims.length === 0) return [];
  const articleVersion = await findVersionNumber(tx, { ref: article.ref, sha256 });
  if (articleVersion === undefined)
    throw new Error(`The article ${article.ref} is there, but no version of it has the text of the seed.`);

  const service = createClaimService({ store, workflow: createWorkflow({ store }) });
  const outcomes = await service.createMany(
    claims.map((claim) => ({ ...claim, article: article.ref, articleVersion })),
    operator,
  );
  const refused = outcomes.find(({ outcome }) => outcome !== 'created');
  if (refused) throw new Error(`A claim of the seed was not entered: ${JSON.stringify(refused)}`);

  // A relation between two claims that were there before was made before, and may have been removed since.
  const entered = new Set(claims.map(({ ref }) => ref));
  const owed = relations.filter(({ from, to }) => entered.has(from) || entered.has(to));
  for (const { from, ...relation } of owed) await service.relate(from, relation, operator, unseen);
  return owed;
}

/** No precondition: nobody has seen what this transaction changes. */
const unseen = (): void => undefined;
