/** PURE: the edition that would be published of a proposed verdict, from what is known at this moment. */
import { buildTree, type Link, type Tree } from '../claim/attribution.js';
import type { Polarity } from '../rating/polarity.js';
import type { SealableText } from '../text/seal.js';
import { clashes } from '../verdict/coherence.js';
import type { Edition, EditionLink, EditionRelation } from './edition.js';

/** What an edition is made of, as `edition_ingredients` (prisma/sql/editions.sql) reads it. */
export type Ingredients = Omit<Edition<SealableText>, 'form' | 'chain' | 'relations' | 'conflicts'> & {
  chain: readonly IngredientLink[];
  relations: readonly IngredientRelation[];
};

type IngredientLink = Link & Omit<EditionLink, 'from'>;

type IngredientRelation = EditionRelation & {
  /** How the other claim is rated in public. */
  published: { slug: string; polarity: Polarity } | null;
};

export function composeEdition({ chain, relations, ...ingredients }: Ingredients): Edition<SealableText> {
  const root = buildTree(chain);
  if (!root) throw new Error('a claim has a chain');
  return {
    form: 1,
    ...ingredients,
    chain: linkOf(root),
    relations: relations.map(({ published: _published, ...relation }) => relation),
    conflicts: relations.flatMap((relation) => conflictWith(ingredients, relation)),
  };
}

const linkOf = ({ source, label, verb, mode, anonymous, date, from }: Tree<IngredientLink>): EditionLink => ({
  source,
  label,
  verb,
  mode,
  anonymous,
  date,
  from: from.map(linkOf),
});

function conflictWith(
  { claim, verdict: { rating } }: Pick<Ingredients, 'claim' | 'verdict'>,
  { type, direction, claim: other, published }: IngredientRelation,
): Edition<unknown>['conflicts'][number][] {
  if (!published) return [];
  const [from, to] = direction === 'out' ? [rating, published] : [published, rating];
  if (!clashes(type, from.polarity, to.polarity)) return [];
  const relation = direction === 'out' ? [claim.ref, type, other.ref] : [other.ref, type, claim.ref];
  const { id, ref } = other;
  return [{ claim: { id, ref }, relation: relation.join(' '), rating: rating.slug, theirs: published.slug }];
}
