/** Sources in their list, as their JSON is written by the database. */
import { foldText } from '../../domain/text/fold.js';
import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import { namesOfSource, standingColumns } from './source.queries.js';
import { byMoment, type SortKey } from '../../platform/db/list-page.js';
import { anyOf, readList, type List, type Put, type ReadList } from '../../platform/http/read-list.js';
import type { SourceQuery, sourceSorts } from './source.schema.js';

const sorts: Record<(typeof sourceSorts)[number], SortKey> = {
  createdAt: byMoment('s.created_at'),
  updatedAt: byMoment('s.updated_at'),
  ref: { expression: 's.ref', type: 'text' },
};

const sources = (matched: string) => ({
  from: 'sources s',
  alias: 's',
  created: 's.created_at',
  updated: 's.updated_at',
  columns: `
    s.id, s.ref, s.kind, s.name, s.affiliation, s.wikidata, s.note, ${namesOfSource} AS names, ${standingColumns}, s.version,
    ${moment('s.created_at')} AS "createdAt", ${moment('s.updated_at')} AS "updatedAt", ${matched} AS matched`,
});

const all: List<keyof typeof sorts> = { ...sources('NULL::text'), sorts };

const found: List<keyof typeof sorts | 'likeness'> = {
  ...sources('hit.text'),
  sorts: { ...sorts, likeness: { expression: 'hit.score', type: 'float8' } },
};

function isOfStatus(status: SourceQuery['status']): string | undefined {
  const wanted = new Set(status);
  return wanted.size === 1 ? `s.merged_into_id IS ${wanted.has('merged') ? 'NOT' : ''} NULL` : undefined;
}

/**
 * With a name, what is most like it comes first unless another order is asked for. What was merged is found as the one that
 * stands for it, but where merged ones are asked for.
 */
export function listSources(pool: Pool, { sort, ...query }: SourceQuery): Promise<ReadList> {
  const { kind, name, status } = query;
  if (name === undefined) {
    const ofKinds = (put: Put) =>
      kind && {
        from: `unnest(${put(kind)}::source_kind[]) AS lookup (kind)`,
        conditions: ['s.kind = lookup.kind'],
      };
    return readList(pool, all, { ...query, sort: sort ?? 'createdAt' }, (put) => ({
      lookups: ofKinds(put),
      conditions: [isOfStatus(status)],
    }));
  }
  return readList(pool, found, { ...query, sort: sort ?? '-likeness' }, (put) => ({
    join: `JOIN (${hits(put(foldText(name, 'search').trim()), status?.includes('merged') === true)}) hit ON hit.source_id = s.id`,
    conditions: [anyOf('s.kind', kind, 'source_kind', put), isOfStatus(status)],
  }));
}

/**
 * The very name scores 2, others their trigram similarity, names that hold it as a word too. Each condition is one an
 * index answers, so the cost follows the number of hits and not of sources.
 */
function hits(name: string, asRecorded: boolean): string {
  const found = asRecorded ? 'wanted.source_id' : 's.id';
  return `
  SELECT DISTINCT ON (${found}) ${found} AS source_id, text, score
  FROM (
    SELECT source_id, text, CASE WHEN folded = ${name}::text THEN 2::float8
      ELSE greatest(similarity(folded, ${name}), word_similarity(${name}, folded))::float8 END AS score
    FROM source_names
    WHERE folded = ${name} OR folded % ${name} OR folded %> ${name}
  ) AS wanted ${asRecorded ? '' : 'CROSS JOIN LATERAL standing_source(wanted.source_id) s'}
  ORDER BY ${found}, score DESC, text`;
}
