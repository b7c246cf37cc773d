/** Articles and their versions in lists, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { ofArticle, readItemPage } from '../../platform/http/item-page.js';
import { anyOf, readList, type List, isOfLanguage } from '../../platform/http/read-list.js';
import { namedSources } from '../sources/source.queries.js';
import type { ArticleQuery, articleSorts, VersionQuery, versionSorts } from './article.schema.js';

const articles: List<(typeof articleSorts)[number]> = {
  from: 'articles a',
  alias: 'a',
  created: 'a.created_at',
  updated: 'a.updated_at',
  sorts: {
    createdAt: byMoment('a.created_at'),
    updatedAt: byMoment('a.updated_at'),
    ref: { expression: 'a.ref', type: 'text' },
  },
  columns: `
    a.id, a.ref, a.kind, a.title, a.language, a.url, a.date_published AS "datePublished",
    ${jsonObject('SELECT o.id, o.ref, o.name FROM standing_source(a.outlet_id) o')} AS outlet, a.version,
    (SELECT max(v.number) FROM article_versions v WHERE v.article_id = a.id) AS "latestVersion",
    ${moment('a.created_at')} AS "createdAt", ${moment('a.updated_at')} AS "updatedAt"`,
};

export const listArticles = (pool: Pool, query: ArticleQuery) =>
  readList(pool, articles, query, (put) => {
    const { kind, language, outlet, url } = query;
    return {
      conditions: [
        anyOf('a.kind', kind, 'article_kind', put),
        language && isOfLanguage('a.language', language, put),
        outlet && `a.outlet_id = ANY (${namedSources(outlet, put)})`,
        url !== undefined && `a.url = ${put(url)}::text`,
      ],
    };
  });

const versions: List<(typeof versionSorts)[number]> = {
  from: 'article_versions v',
  alias: 'v',
  created: 'v.created_at',
  sorts: { number: { expression: 'v.number', type: 'integer' } },
  columns: `v.number, v.sha256, v.code_points AS "codePoints", ${moment('v.created_at')} AS "createdAt"`,
};

export const listVersions = (pool: Pool, article: string, query: VersionQuery) =>
  readItemPage(pool, ofArticle('v.article_id', article), versions, query);
