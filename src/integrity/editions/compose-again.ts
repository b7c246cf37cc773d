/** An edition as the events tell of it: made of what `edition_ingredients` (prisma/sql/editions.sql) read of the rows. */
import { composeEdition, type Ingredients } from '../../domain/edition/compose-edition.js';
import type { Edition } from '../../domain/edition/edition.js';
import { claimTables } from '../../domain/replay/claim-tables.js';
import { columnOf } from '../../domain/replay/column-of.js';
import { readRow } from '../../domain/replay/read-row.js';
import { subjectTables } from '../../domain/replay/subject-tables.js';
import type { Cells } from '../../domain/replay/row.js';
import type { ClaimParts, Relation, Told, ToldText } from './claim-parts.js';
import type { NamedRows } from './named-histories.js';

type Document = Readonly<Record<string, unknown>>;
type Read = Told['read'];

/** Undefined where it names something that nothing tells of by then. */
export function composeAgain(parts: ClaimParts, named: NamedRows): Edition<ToldText> | undefined {
  const { claim, verdict } = parts;
  const article = articleOf(claim.read, named);
  const rating = named.rating(verdict.read('scale'), verdict.read('veracity'));
  const provisions = parts.provisions.map((cited) => provisionOf(cited, named));
  const relations = parts.relations.map((relation) => relationOf(relation, claim.read, named));
  if (!article || !rating || provisions.includes(undefined) || relations.includes(undefined))
    return undefined;
  const ingredients: Document = {
    revision: parts.revision,
    claim: claimOf(claim),
    article,
    chain: parts.links.map((link) => ({
      ...cellsOf(link, 'id parentId position label verb mode anonymous date'),
      source: sourceOf(link('source_id'), named),
    })),
    verdict: {
      id: verdict.read('id'),
      findings: cellsOf(verdict.read, 'attribution fidelity veracity'),
      rating: cellsOf(readRow(subjectTables.ratings, rating), 'scale slug labels polarity value worst best'),
      rationale: verdict.text('rationale'),
      recheckAt: momentOf(verdict.read('valid_until')),
    },
    evidence: parts.evidence.map(({ row, capture }) => ({
      ...cellsOf(row.read, 'id url stance'),
      note: row.text('note'),
      capture: capture && {
        ...cellsOf(capture.read, 'id outcome url sha256'),
        attemptedAt: momentOf(capture.read('at')),
        title: capture.text('title'),
      },
    })),
    provisions,
    relations: relations.filter((relation) => relation !== null),
    contacts: parts.contacts.map(({ read, text }) => ({
      ...cellsOf(read, 'id outcome date'),
      source: sourceOf(read('source_id'), named),
      label: text('label'),
      text: text('text'),
    })),
    correction: parts.correction,
  };
  // Rows as they are replayed have no types of their own. A text that has its seal is composed without its words.
  return composeEdition(ingredients as unknown as Ingredients) as unknown as Edition<ToldText>;
}

const claimOf = ({ read, text }: Told): Document => ({
  ...cellsOf(read, 'id ref kind secondaryKinds language topics statementDate test'),
  quote: {
    exact: read('quote_exact'),
    prefix: read('quote_prefix'),
    suffix: read('quote_suffix'),
    start: read('quote_start'),
    end: read('quote_end'),
  },
  glosses: text('glosses'),
});

function articleOf(claim: Read, named: NamedRows): Document | undefined {
  const version = named.version(claim('article_version_id'));
  const article = version && named.article(version['article_id']);
  return (
    article && {
      ...cellsOf(readRow(subjectTables.articles, article), 'id ref title language url datePublished'),
      version: version['number'],
      sha256: version['sha256'],
      outlet: sourceOf(article['outlet_id'], named),
    }
  );
}

/** The one that stands for it, where it was merged into another. */
function sourceOf(id: unknown, named: NamedRows): Document | null {
  const recorded = named.source(id);
  const into = recorded?.row['merged_into_id'] ?? null;
  const standing = into === null ? recorded : named.source(into);
  if (!standing) return null;
  const names = standing.names
    .filter(({ language }) => language !== '')
    .sort((one, other) => Number(one['position']) - Number(other['position']));
  return {
    ...cellsOf(readRow(subjectTables.sources, standing.row), 'id ref kind name wikidata'),
    names: names.map((name) => cellsOf(readRow(subjectTables.source_names, name), 'language text')),
  };
}

function provisionOf(cited: Read, named: NamedRows): Document | undefined {
  const found = named.provision(cited('provision_id'));
  return (
    found && {
      ...cellsOf(readRow(subjectTables.provisions, found.row), 'ref paragraph verified'),
      ...cellsOf(cited, 'act actor date direction'),
      instrument: cellsOf(readRow(subjectTables.instruments, found.instrument), 'id ref label titles'),
    }
  );
}

/** Null where it is in no edition: the other claim was rejected, or only tries something out. */
function relationOf(
  { id, type, from, to }: Relation,
  claim: Read,
  named: NamedRows,
): Document | null | undefined {
  const direction = from === claim('id') ? 'out' : 'in';
  const other = named.claim(direction === 'out' ? to : from);
  if (!other) return undefined;
  const read = readRow(claimTables.claims, other.row);
  if (read('status') === 'rejected' || (read('test') === true && claim('test') !== true)) return null;
  const rating = other.published && named.rating(other.published['scale'], other.published['veracity']);
  return {
    id,
    type,
    direction,
    claim: {
      ...cellsOf(read, 'id ref language'),
      statement: read('quote_exact'),
      claimants: leavesOf([...other.links.values()]).map((link) =>
        claimantOf(readRow(claimTables.attributions, link), named),
      ),
    },
    published: rating ? cellsOf(readRow(subjectTables.ratings, rating), 'slug polarity') : null,
  };
}

const claimantOf = (link: Read, named: NamedRows): Document => ({
  ...cellsOf(link, 'label anonymous'),
  source: sourceOf(link('source_id'), named),
});

/** Whom it was heard from first. */
function leavesOf(links: readonly Cells[]): Cells[] {
  const heard = new Set(links.map(({ parent_id }) => parent_id));
  const place = ({ position, id }: Cells): [number, string] => [Number(position), String(id)];
  return links
    .filter(({ id }) => !heard.has(id))
    .sort((one, other) => {
      const [[a, first], [b, second]] = [place(one), place(other)];
      return a - b || (first < second ? -1 : 1);
    });
}

const cellsOf = (read: Read, fields: string): Document =>
  Object.fromEntries(fields.split(' ').map((field) => [field, read(columnOf(field))]));

/** As `moment_text` writes it. */
const momentOf = (cell: unknown): string | null =>
  typeof cell === 'string' ? new Date(cell).toISOString() : null;
