import type { z } from 'zod';
import { languageFor, type Language } from '../domain/text/languages.js';
import type { Review } from '../domain/publishing/published.js';
import type { Publisher } from '../domain/publishing/publisher.js';
import { findClaim } from '../workflow/find-claim.js';
import type { AlikeClaim } from '../workflow/write-claims.repository.js';
import type { Pool } from '../platform/db/client.js';
import type { Store } from '../platform/db/transaction.js';
import { foldText } from '../domain/text/fold.js';
import { foldLine } from '../domain/text/fold-line.js';
import { explain } from '../domain/match/compare.js';
import {
  findAlike,
  findClaims,
  findNames,
  findRelations,
  findReviews,
  readClaims,
  readReviews,
  type ComparedClaim,
  type ComparedReview,
} from './match.repository.js';
import type { matches, matchInput, proposals } from './match.schema.js';
import { viewOwn, viewReview } from './match.view.js';
import { namesIn, possibleNames } from '../domain/match/names.js';
import { best, twinScore, type Candidate, type Scored } from '../domain/match/rank.js';

export type MatchService = ReturnType<typeof createMatchService>;

/** What we have published ourselves. */
export interface OwnReviews {
  publisher: Publisher;
  /** What is published of these claims, by the id of the claim. */
  readMany: (claimIds: string[], language: Language) => Promise<Map<string, Review>>;
}

interface Deps {
  store: Pick<Store, 'db'>;
  pool: Pool;
  ownReviews: OwnReviews;
}

/** Of the claims that are likely by their words of today, how many are compared by those that are published. */
const mostRead = 50;

/** Proposes; nothing is ever merged or related here. */
export function createMatchService({ store: { db }, pool, ownReviews }: Deps) {
  /** Why each of these was found, with the names of sources that we know. */
  const explainAll = async <Thing extends { texts: readonly string[] }>(
    asked: readonly string[],
    scored: readonly Scored<Thing>[],
  ) => {
    const pairs = scored.map(({ thing, here, there, score }) => ({
      thing,
      score,
      here: textOf(asked, here),
      there: textOf(thing.texts, there),
    }));
    const texts = [...new Set(pairs.flatMap(({ here, there }) => [here, there]))];
    const known = await findNames(db, [...new Set(texts.flatMap(possibleNames))]);
    return pairs.map(({ thing, score, here, there }) => {
      const names = { here: namesIn(here, known), there: namesIn(there, known) };
      return { thing, found: { score, why: explain(here, there, names) } };
    });
  };

  return {
    /** What has been checked before, here and elsewhere, that may be this claim. */
    async match({ text, language, limit }: z.output<typeof matchInput>): Promise<z.input<typeof matches>> {
      const folded = foldText(text, 'search');
      const claims = await readClaims(db, await findClaims(db, { folded, checked: true }));
      const likely = best([folded], claims.map(ofClaim), Math.max(mostRead, limit));
      const shown = languageFor(language);
      // A rating answers the words that it was approved with, not those that the claim has been given since.
      const standing = await ownReviews.readMany(
        likely.map(({ thing }) => thing.claim.id),
        shown,
      );
      const others = await readReviews(db, await findReviews(db, folded));
      const candidates = [...[...standing.values()].map(ofPublished), ...others.map(ofReview)];
      const scored = best<Published | Other>([folded], candidates, limit);
      return {
        claims: (await explainAll([text], scored)).map(({ thing, found }) => ({
          ...('published' in thing
            ? viewOwn(thing.published, shown, ownReviews.publisher)
            : viewReview(thing.review)),
          ...found,
        })),
        nextPageToken: null,
      };
    },

    /** Claims that are likely to be the same as one that was just entered; `alike`: what was found in writing it. */
    async findTwins({ id, texts, alike }: NewTexts) {
      const rows = alike ?? (await findAlike(pool, id));
      if (rows.length === 0) return [];
      const wordings = texts.map((text) => foldText(text, 'search'));
      const candidates = rows.map((claim) => ({ thing: claim, folded: wordingsOf(claim) }));
      return best(wordings, candidates, candidates.length)
        .filter(({ score }) => score >= twinScore)
        .map(({ thing: claim, score }) => ({
          claim: {
            id: claim.id,
            ref: claim.ref,
            text: claim.quoteExact,
            status: claim.status,
            rating: claim.rating,
          },
          score,
        }));
    },

    /** Claims of ours that may belong together with this one. */
    async listSimilar(idOrRef: string, limit: number): Promise<z.input<typeof proposals>> {
      const { id } = await findClaim(db, idOrRef);
      const [claim] = await readClaims(db, [id]);
      if (!claim) return { items: [], next: null };
      const wordings = wordingsOf(claim);
      const ids = await findClaims(db, { folded: wordings.join(' '), checked: false, except: id });
      const scored = best(wordings, (await readClaims(db, ids)).map(ofClaim), limit);
      const relations = await findRelations(
        db,
        id,
        scored.map(({ thing }) => thing.claim.id),
      );
      return {
        items: (await explainAll(textsOf(claim), scored)).map(({ thing: { claim: other }, found }) => ({
          claim: {
            id: other.id,
            ref: other.ref,
            text: other.quoteExact,
            language: other.language,
            status: other.status,
            rating: other.rating,
          },
          relations: relations
            .filter((relation) => relation.other === other.id)
            .map(({ type, direction }) => ({ type, direction })),
          ...found,
        })),
        next: null,
      };
    },
  };
}

interface NewTexts {
  id: string;
  texts: readonly string[];
  alike?: readonly AlikeClaim[] | null | undefined;
}

interface Published {
  published: Review;
  texts: readonly string[];
}
interface Other {
  review: ComparedReview;
  texts: readonly string[];
}

const ofClaim = (claim: ComparedClaim): Candidate<{ claim: ComparedClaim; texts: readonly string[] }> => ({
  thing: { claim, texts: textsOf(claim) },
  folded: wordingsOf(claim),
});

function ofPublished(published: Review): Candidate<Published> {
  const { text, glosses } = published.claim;
  const texts = [text ?? [], Object.values(glosses)].flat();
  return { thing: { published, texts }, folded: texts.map((text) => foldText(text, 'search')) };
}

const ofReview = (review: ComparedReview): Candidate<Other> => ({
  thing: { review, texts: [review.claimText] },
  folded: [review.folded],
});

const textsOf = ({ quoteExact, glosses }: ComparedClaim): string[] => [
  quoteExact,
  ...Object.values(glosses as Record<string, string>),
];

/** The quote, and each gloss on a line of its own. */
const wordingsOf = ({ folded, foldedGlosses }: Pick<ComparedClaim, 'folded' | 'foldedGlosses'>): string[] => [
  folded,
  ...foldedGlosses.split('\n').filter((line) => line !== ''),
];

/** The text that was folded to the wording that counted. */
const textOf = (texts: readonly string[], folded: string): string =>
  texts.find((text) => foldLine(text) === foldLine(folded)) ?? texts[0] ?? '';
