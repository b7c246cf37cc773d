/** What editions name that has a chain of its own, as it was at every moment: articles, sources, norms, ratings, other claims. */
import { rowsOf, type State } from '../../domain/replay/apply.js';
import type { Cells } from '../../domain/replay/row.js';
import type { OrderedEvent } from '../decisions/ordered-event.js';

/** Another claim: its row, its chain of attribution, and the verdict that was published of it. */
export interface NamedClaim {
  row: Cells;
  links: ReadonlyMap<string, Cells>;
  published: Cells | undefined;
}

/** The rows of one moment, by what cells hold; undefined where nothing tells of one by then. */
export interface NamedRows {
  version: (id: unknown) => Cells | undefined;
  article: (id: unknown) => Cells | undefined;
  source: (id: unknown) => { row: Cells; names: readonly Cells[] } | undefined;
  provision: (id: unknown) => { row: Cells; instrument: Cells } | undefined;
  rating: (scale: unknown, slug: unknown) => Cells | undefined;
  claim: (id: unknown) => NamedClaim | undefined;
  /** Whether texts of any that was asked for are withheld: then it is not as it was. */
  lacksTexts: () => boolean;
}

type History<Value> = Map<string, { order: number; value: Value }[]>;
type Named<Row extends 'source' | 'provision'> = NonNullable<ReturnType<NamedRows[Row]>>;

export function createNamedHistories() {
  const articles: History<Cells> = new Map();
  const sources: History<Named<'source'>> = new Map();
  const provisions: History<Named<'provision'>> = new Map();
  const claims: History<NamedClaim> = new Map();
  const versions = new Map<string, Cells>();
  /** Scale and slug → the rating: a published scale stays as it is. */
  const ratings = new Map<string, Cells>();
  /** Versions of texts. */
  const asked = new Set<string>();
  /** Claims, articles and sources. */
  const withheld = new Set<string>();

  return {
    /** Of which texts are withheld. */
    withhold(id: string): void {
      withheld.add(id);
    },

    isWithheld: (id: string): boolean => withheld.has(id),

    /** Claims come first in an export: of articles that no published claim stands in, nothing is kept. */
    askForVersion(id: string): void {
      asked.add(id);
    },

    /** Of a claim that another one is related to. */
    claim(id: string, order: number, after: State): void {
      const row = after.get('claims')?.get(id);
      if (!row) return;
      const published = rowsOf(after, 'verdicts').find(({ status }) => status === 'published');
      const links = after.get('attributions') ?? none;
      const before = claims.get(id)?.at(-1)?.value;
      // Most events of a claim change nothing that others name.
      const isSame =
        before !== undefined &&
        before.published === published &&
        before.links === links &&
        columnsNamed.every((column) => before.row[column] === row[column]);
      if (isSame) return;
      const cells = Object.fromEntries(columnsNamed.map((column) => [column, row[column]]));
      add(claims, id, order, { row: cells, links, published });
    },

    /** Of every other chain. */
    event({ subject: { type, id }, order }: OrderedEvent, after: State): void {
      switch (type) {
        case 'article': {
          const named = rowsOf(after, 'article_versions').filter((version) =>
            asked.has(String(version['id'])),
          );
          for (const version of named) versions.set(String(version['id']), version);
          const row = after.get('articles')?.get(id);
          if (named.length > 0 && row) add(articles, id, order, row);
          return;
        }
        case 'source': {
          const row = after.get('sources')?.get(id);
          if (row) add(sources, id, order, { row, names: rowsOf(after, 'source_names') });
          return;
        }
        case 'instrument': {
          const instrument = after.get('instruments')?.get(id);
          if (!instrument) return;
          for (const row of rowsOf(after, 'provisions'))
            add(provisions, String(row['id']), order, { row, instrument });
          return;
        }
        case 'scale':
          for (const row of rowsOf(after, 'ratings')) ratings.set(ratingName(row['scale'], row['slug']), row);
          return;
        default:
      }
    },

    before(order: number): NamedRows {
      let lacksTexts = false;
      const last = <Value>(history: History<Value>, id: unknown): Value | undefined => {
        const key = String(id);
        lacksTexts ||= withheld.has(key);
        return history.get(key)?.findLast((moment) => moment.order < order)?.value;
      };
      return {
        version: (id) => versions.get(String(id)),
        article: (id) => last(articles, id),
        source: (id) => last(sources, id),
        provision: (id) => last(provisions, id),
        rating: (scale, slug) => ratings.get(ratingName(scale, slug)),
        claim: (id) => last(claims, id),
        lacksTexts: () => lacksTexts,
      };
    },
  };
}

const none: ReadonlyMap<string, Cells> = new Map();

/** What an edition names of another claim's row. */
const columnsNamed = ['id', 'ref', 'language', 'quote_exact', 'status', 'test'];

const ratingName = (scale: unknown, slug: unknown): string => `${String(scale)} ${String(slug)}`;

function add<Value>(history: History<Value>, id: string, order: number, value: Value): void {
  const moments = history.get(id);
  if (moments) moments.push({ order, value });
  else history.set(id, [{ order, value }]);
}
