import type { z } from 'zod';
import { languages, type Language } from '../claimreview/claimreview.rules.js';
import type { ClaimReviewService } from '../claimreview/claimreview.service.js';
import type { ClaimService } from '../claims/claim.service.js';
import type { Store } from '../db/transaction.js';
import { foldText } from '../text/fold.js';
import { explain, prepare } from './compare.rules.js';
import {
  findClaims,
  findNames,
  findRelations,
  findReviews,
  readClaims,
  readReviews,
  type ComparedClaim,
} from './match.repository.js';
import type { matches, matchInput, proposals } from './match.schema.js';
import { viewOwn, viewReview } from './match.view.js';
import { namesIn, possibleNames } from './names.rules.js';
import { best, type Candidate, type Scored } from './rank.rules.js';

export type MatchService = ReturnType<typeof createMatchService>;

interface Deps {
  store: Pick<Store, 'db'>;
  claims: Pick<ClaimService, 'find'>;
  claimReviews: ClaimReviewService;
}

/** Proposes; nothing is ever merged or related here. */
export function createMatchService({ store: { db }, claims, claimReviews }: Deps) {
  /** Why each of these was found, with the names of sources that we know. */
  const explainAll = async <Thing>(text: string, scored: readonly Scored<Thing>[]) => {
    const texts = [text, ...scored.map(({ text: other }) => other)];
    const known = await findNames(db, [...new Set(texts.flatMap(possibleNames))]);
    const names = namesIn(text, known);
    const here = prepare(text);
    return scored.map(({ thing, text: other, prepared, score }) => ({
      thing,
      score,
      why: explain(here, prepared, { here: names, there: namesIn(other, known) }),
    }));
  };

  return {
    /** What has been checked before, here and elsewhere, that may be this claim. */
    async match({ text, language, limit }: z.output<typeof matchInput>): Promise<z.input<typeof matches>> {
      const folded = foldText(text, 'search');
      const ids = await findClaims(db, { folded, checked: true });
      const own = (await readClaims(db, ids)).map((claim) => candidate({ own: claim.id }, claim));
      const reviews = await readReviews(db, await findReviews(db, folded));
      const others = reviews.map((review) => ({ thing: { review }, texts: [review.claimText] }));
      const scored = best<{ own: string } | { review: (typeof reviews)[number] }>(
        text,
        [...own, ...others],
        limit,
      );
      const shown = languageFor(language);
      const standing = await claimReviews.readMany(
        scored.flatMap(({ thing }) => ('own' in thing ? [thing.own] : [])),
        shown,
      );
      return {
        claims: (await explainAll(text, scored)).flatMap(({ thing, ...found }) => {
          if ('review' in thing) return [{ ...viewReview(thing.review), ...found }];
          const review = standing.get(thing.own);
          // Taken back between the two queries.
          return review ? [{ ...viewOwn(review, shown, claimReviews.publisher), ...found }] : [];
        }),
        nextPageToken: null,
      };
    },

    /** Claims of ours that may belong together with this one. */
    async listSimilar(idOrRef: string, limit: number): Promise<z.input<typeof proposals>> {
      const { id } = await claims.find(idOrRef);
      const [claim] = await readClaims(db, [id]);
      if (!claim) return { items: [] };
      const { quoteExact: text } = claim;
      const folded = foldText(textsOf(claim).join(' '), 'search');
      const rows = await readClaims(db, await findClaims(db, { folded, checked: false, except: id }));
      const scored = best(
        text,
        rows.map((row) => candidate(row, row)),
        limit,
      );
      const relations = await findRelations(
        db,
        id,
        scored.map(({ thing }) => thing.id),
      );
      return {
        items: (await explainAll(text, scored)).map(({ thing, ...found }) => ({
          claim: {
            ref: thing.ref,
            text: thing.quoteExact,
            language: thing.language,
            status: thing.status,
            rating: thing.rating,
          },
          relations: relations
            .filter(({ other }) => other === thing.id)
            .map(({ type, direction }) => ({ type, direction })),
          ...found,
        })),
      };
    },
  };
}

const textsOf = ({ quoteExact, glosses }: ComparedClaim): string[] => [
  quoteExact,
  ...Object.values(glosses as Record<string, string>),
];

const candidate = <Thing>(thing: Thing, claim: ComparedClaim): Candidate<Thing> => ({
  thing,
  texts: textsOf(claim),
});

const languageFor = (tag: string): Language =>
  languages.find((language) => language === tag.split('-', 1)[0]) ?? 'en';
