/** What editions name and what changes in a chain of its own: who changed which of it, and when. */
import type { State } from '../../domain/replay/apply.js';
import { isChangeOfIngredient } from '../../domain/task/side.js';
import type { IngredientChange, ClaimAuthorship, OrderedEvent } from './claim-authorship.js';
import type { NamedIngredients } from './decision.js';

export type Ingredients = ReturnType<typeof createIngredients>;

export function createIngredients() {
  /** Article, source, instrument or claim → who changed it. */
  const changes = new Map<string, IngredientChange[]>();
  const chains = new Map<string, ClaimAuthorship['record']['chains']>();
  const articles = new Map<string, string>();
  const outlets = new Map<string, { order: number; sources: string[] }[]>();
  const instruments = new Map<string, string>();
  /** Source → the one that stood for it. */
  const standing = new Map<string, { order: number; sources: string[] }[]>();

  return {
    /** Of a claim that nothing was ever related to, no other edition names anything. */
    claim(id: string, { isRelated, ...record }: ClaimAuthorship['record']): void {
      if (!isRelated) return;
      changes.set(id, record.changes);
      chains.set(id, record.chains);
    },

    event({ subject: { type, id }, actor, order, ...event }: OrderedEvent, after: State): void {
      if (actor !== null && isChangeOfIngredient(event.type, event.data))
        changes.set(id, [...(changes.get(id) ?? []), { order, member: actor }]);
      if (type === 'article') {
        for (const version of after.get('article_versions')?.keys() ?? []) articles.set(version, id);
        const outlet = after.get('articles')?.get(id)?.['outlet_id'];
        const sources = typeof outlet === 'string' ? [outlet] : [];
        outlets.set(id, [...(outlets.get(id) ?? []), { order, sources }]);
      }
      if (type === 'source') {
        const into = after.get('sources')?.get(id)?.['merged_into_id'];
        const sources = typeof into === 'string' ? [into] : [];
        standing.set(id, [...(standing.get(id) ?? []), { order, sources }]);
      }
      if (type === 'instrument')
        for (const provision of after.get('provisions')?.keys() ?? []) instruments.set(provision, id);
    },

    /** Every change of what was named, from the moment it was submitted until the decision. */
    changesOf({ since, ...named }: NamedIngredients, until: number): (IngredientChange & { what: string })[] {
      const at = (orders: readonly { order: number; sources: string[] }[] = []): readonly string[] =>
        orders.findLast(({ order }) => order <= until)?.sources ?? [];
      const article = articles.get(named.articleVersion) ?? '';
      const recorded = [
        ...named.sources,
        ...at(outlets.get(article)),
        ...named.related.flatMap((claim) => at(chains.get(claim))),
      ];
      const ids = new Set([
        article,
        ...named.related,
        ...recorded,
        ...recorded.flatMap((source) => at(standing.get(source))),
        ...named.provisions.flatMap((provision) => instruments.get(provision) ?? []),
      ]);
      return [...ids].flatMap((what) =>
        (changes.get(what) ?? [])
          .filter(({ order }) => order > since && order <= until)
          .map((change) => ({ what, ...change })),
      );
    },
  };
}
