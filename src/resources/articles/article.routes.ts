import { createHash } from 'node:crypto';
import { entityTag, unlessMatched } from '../../platform/http/conditional.js';
import { created, ok, operation, type Operation } from '../../platform/http/route.js';
import { pageQuery } from '../../platform/http/schema.js';
import {
  article,
  articlePage,
  articleParams,
  articleQuery,
  articleVersion,
  newArticle,
  newVersion,
  versionPage,
  versionParams,
  type Article,
  type ArticleVersion,
} from './article.schema.js';
import type { ArticleService } from './article.service.js';

const tag = 'Articles';

/** The outlet's name is shown with the article and can change without it. */
const tagOf = ({ id, version, outlet }: Article): string =>
  entityTag(
    'article',
    id,
    version,
    ...(outlet ? [createHash('sha256').update(outlet.name).digest('hex').slice(0, 12)] : []),
  );

/** A version never changes. */
const tagOfVersion = (version: ArticleVersion): string =>
  entityTag('article', version.article.id, 'version', version.number);

const pathOf = ({ ref }: { ref: string }): string => `/v1/articles/${encodeURIComponent(ref)}`;

export function articleOperations(articles: ArticleService): Operation[] {
  return [
    operation({
      method: 'post',
      path: '/v1/articles',
      id: 'createArticle',
      tag,
      summary: 'Store an article and its text as version 1',
      permission: 'record',
      body: newArticle,
      answers: { 201: { description: 'The article', body: article } },
      problems: [409, 422],
      handle: async ({ body, caller }) => {
        const made = await articles.create(body, caller);
        return created(pathOf(made), made, { ETag: tagOf(made) });
      },
    }),
    operation({
      method: 'get',
      path: '/v1/articles',
      id: 'listArticles',
      tag,
      summary: 'List articles, newest first',
      permission: 'read',
      query: articleQuery,
      answers: { 200: { description: 'A page of articles, without their texts', body: articlePage } },
      handle: async ({ query }) => ok(await articles.list(query)),
    }),
    operation({
      method: 'get',
      path: '/v1/articles/{id}',
      id: 'getArticle',
      tag,
      summary: 'Read an article and the list of its versions',
      permission: 'read',
      params: articleParams,
      answers: { 200: { description: 'The article', body: article }, 304: { description: 'Not changed' } },
      problems: [404],
      handle: async ({ params, request }) => {
        const found = await articles.find(params.id);
        return unlessMatched(request, tagOf(found), ok(found));
      },
    }),
    operation({
      method: 'get',
      path: '/v1/articles/{id}/versions',
      id: 'listArticleVersions',
      tag,
      summary: 'List the versions of an article, oldest first',
      permission: 'read',
      params: articleParams,
      query: pageQuery,
      answers: { 200: { description: 'A page of versions, without their texts', body: versionPage } },
      problems: [404],
      handle: async ({ params, query }) => ok(await articles.listVersions(params.id, query)),
    }),
    operation({
      method: 'post',
      path: '/v1/articles/{id}/versions',
      id: 'createArticleVersion',
      tag,
      summary: 'Store a new text of an article as its next version',
      permission: 'record',
      params: articleParams,
      body: newVersion,
      answers: { 201: { description: 'The version', body: articleVersion } },
      problems: [404, 409],
      handle: async ({ params, body, caller }) => {
        const made = await articles.revise(params.id, body.text, caller);
        const location = `${pathOf(made.article)}/versions/${String(made.number)}`;
        return created(location, made, { ETag: tagOfVersion(made) });
      },
    }),
    operation({
      method: 'get',
      path: '/v1/articles/{id}/versions/{number}',
      id: 'getArticleVersion',
      tag,
      summary: 'Read the exact text of one version',
      permission: 'read',
      params: versionParams,
      answers: {
        200: { description: 'The version', body: articleVersion },
        304: { description: 'Not changed' },
      },
      problems: [404],
      handle: async ({ params, request }) => {
        const found = await articles.findVersion(params.id, params.number);
        return unlessMatched(request, tagOfVersion(found), ok(found));
      },
    }),
  ];
}
