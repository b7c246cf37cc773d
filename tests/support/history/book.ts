/** What was written under which tag, and what its writer knows of it; in the end the database is asked for each. */
import type { TestIsnad } from '../test-runtime.js';

export type Kind = 'article' | 'verdict' | 'transition';
/** `unknown`: no answer came, or one that leaves it open. */
export type Outcome = 'done' | 'refused' | 'unknown';

export interface Entry {
  tag: string;
  kind: Kind;
  outcome: Outcome;
}

export interface Book {
  entries: Entry[];
  /** What must never be seen, in words. */
  violations: string[];
  newTag(): string;
}

export function openBook(): Book {
  let tags = 0;
  return { entries: [], violations: [], newTag: () => `tag-${String(++tags)}` };
}

/** Where each kind of write is found again. */
const places: Record<Kind, string> = {
  article: 'SELECT text AS tag FROM article_versions',
  verdict: `SELECT rationale ->> 'en' AS tag FROM verdicts`,
  transition: `SELECT coalesce(words_of(data -> 'reason'), words_of(data -> 'note')) #>> '{}' AS tag FROM events WHERE type LIKE 'claim.%'`,
};

const most: Record<Outcome, number> = { done: 1, refused: 0, unknown: 1 };
const least: Record<Outcome, number> = { done: 1, refused: 0, unknown: 0 };

/** The entries that are found more or less often than their writer was told. */
export async function findLies(
  { entries }: Book,
  { database }: Pick<TestIsnad, 'database'>,
): Promise<string[]> {
  const lies: string[] = [];
  for (const [kind, query] of Object.entries(places)) {
    const { rows } = await database.pool.query<{ tag: string; count: number }>(
      `SELECT tag, count(*)::int AS count FROM (${query}) AS found WHERE tag LIKE 'tag-%' GROUP BY tag`,
    );
    const found = new Map(rows.map(({ tag, count }) => [tag, count]));
    for (const { tag, outcome } of entries.filter((entry) => entry.kind === kind)) {
      const count = found.get(tag) ?? 0;
      if (count < least[outcome] || count > most[outcome])
        lies.push(`${kind} ${tag}: ${outcome}, and is there ${String(count)} times`);
    }
  }
  return lies;
}
