/** What editions name and what changes in a chain of its own: who changed which of it, and when. */
import type { State } from '../../domain/replay/apply.js';
import {
  isChangeOfCited,
  isChangeOfIngredient,
  isChangeOfQuoted,
} from '../../domain/task/ingredient-change.js';
import type { EventType } from '../../domain/event/types.js';
import type { IngredientChange, ClaimAuthorship } from './claim-authorship.js';
import type { OrderedEvent } from './ordered-event.js';
import type { NamedIngredients } from './decision.js';

export type Ingredients = ReturnType<typeof createIngredients>;

/** With what was changed, as far as an edition may name less than all of it. */
type Change = IngredientChange & { type: EventType; data: OrderedEvent['data'] };

export function createIngredients() {
  /** Article, source or instrument → who changed it. */
  const changes = new Map<string, Change[]>();
  /** Claim → who changed what others name of it. */
  const changesOfClaims = new Map<string, IngredientChange[]>();
  const chains = new Map<string, ClaimAuthorship['record']['chains']>();
  /** Version of a text → its article, and its number there. */
  const articles = new Map<string, { id: string; version: number }>();
  /** Claim → the version it stands in. */
  const quoted = new Map<string, string>();
  const outlets = new Map<string, { order: number; sources: string[] }[]>();
  const provisions = new Map<string, { instrument: string; ref: string }>();
  /** Source → the one that stood for it. */
  const standing = new Map<string, { order: number; sources: string[] }[]>();

  return {
    /** Of a claim that nothing was ever related to, no other edition names anything. */
    claim(id: string, { isRelated, ...record }: ClaimAuthorship['record']): void {
      if (!isRelated) return;
      changesOfClaims.set(id, record.changes);
      chains.set(id, record.chains);
      quoted.set(id, record.articleVersion);
    },

    event({ subject: { type, id }, actor, order, ...event }: OrderedEvent, after: State): void {
      if (actor !== null && isChangeOfIngredient(event.type, event.data))
        changes.set(id, [...(changes.get(id) ?? []), { order, member: actor, ...toldBy(event) }]);
      if (type === 'article') {
        for (const [version, { number }] of after.get('article_versions') ?? [])
          articles.set(version, { id, version: Number(number) });
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
        for (const [provision, { ref }] of after.get('provisions') ?? [])
          provisions.set(provision, { instrument: id, ref: String(ref) });
    },

    /** Every change of what was named, from the moment it was submitted until the decision. */
    changesOf({ since, ...named }: NamedIngredients, until: number): (IngredientChange & { what: string })[] {
      const at = (orders: readonly { order: number; sources: string[] }[] = []): readonly string[] =>
        orders.findLast(({ order }) => order <= until)?.sources ?? [];
      const between = <One extends IngredientChange>(what: string, all: readonly One[] = []) =>
        all.filter(({ order }) => order > since && order <= until).map((change) => ({ what, ...change }));
      const article = articles.get(named.articleVersion)?.id ?? '';
      const recorded = [
        ...named.sources,
        ...at(outlets.get(article)),
        ...named.related.flatMap((claim) => at(chains.get(claim))),
      ];
      const sources = new Set([...recorded, ...recorded.flatMap((source) => at(standing.get(source)))]);
      const norms = named.provisions.flatMap((provision) => provisions.get(provision) ?? []);
      const cited = norms.map(({ ref }) => ref);
      return [
        ...named.related.flatMap((claim) => between(claim, changesOfClaims.get(claim))),
        ...[...sources].flatMap((source) => between(source, changes.get(source))),
        // The claim stands in an earlier version.
        ...between(article, changes.get(article)).filter(({ type }) => type !== 'article.revised'),
        ...[...new Set(norms.map(({ instrument }) => instrument))]
          .flatMap((instrument) => between(instrument, changes.get(instrument)))
          .filter(({ data }) => isChangeOfCited(data, cited)),
        ...named.related.flatMap((claim) => {
          const { id, version } = articles.get(quoted.get(claim) ?? '') ?? { id: '', version: 0 };
          const quote = { version, sources: at(chains.get(claim)) };
          return between(id, changes.get(id)).filter(({ type, data }) => isChangeOfQuoted(type, data, quote));
        }),
      ];
    },
  };
}

/** Texts of articles are long, and nobody asks for them here. */
const toldBy = ({ type, data }: Pick<OrderedEvent, 'type' | 'data'>): Pick<Change, 'type' | 'data'> => ({
  type,
  data: type === 'article.created' || type === 'article.revised' ? { number: data['number'] } : data,
});
