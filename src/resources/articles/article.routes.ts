import { entityTag, requireUnchanged, withVersionTag, bodyOr304 } from '../../platform/http/conditional.js';
import { created, ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { tellRepairs } from '../../platform/http/repairs.js';
import { answerPage } from '../../platform/http/list-query.js';
import {
  article,
  enteredArticle,
  articlePage,
  articlePatch,
  articleParams,
  articleQuery,
  articleVersion,
  newArticle,
  newVersion,
  revisedArticle,
  versionPage,
  versionParams,
  versionQuery,
  type Article,
  type ArticleQuery,
  type ArticleVersion,
  type VersionQuery,
} from './article.schema.js';
import type { ReadList } from '../../platform/http/read-list.js';
import type { ArticleService } from './article.service.js';

interface Lists {
  list: (query: ArticleQuery) => Promise<ReadList>;
  listVersions: (article: string, query: VersionQuery) => Promise<ReadList>;
}

const operation = operationsTagged('Articles');

const tagOf = ({ id, version }: Article): string => entityTag('article', id, version);

const tagOfVersion = (version: ArticleVersion): string =>
  entityTag('article', version.article.id, 'version', version.number);

const pathOf = ({ ref }: { ref: string }): string => `/v1/articles/${encodeURIComponent(ref)}`;

export function articleOperations(articles: ArticleService & Lists): Operation[] {
  return [
    operation('POST /v1/articles', {
      id: 'createArticle',
      summary: 'Store an article and its text as version 1',
      description:
        'The text is stored exactly as it is sent and never changes; a later text becomes the next version.',
      permission: 'record',
      body: newArticle,
      answers: { 201: { description: 'The article', body: enteredArticle, tagged: true } },
      problems: ['ref_taken', 'unknown_reference'],
      handle: async ({ body, caller, repairs }) => {
        const made = await articles.create(body, caller);
        return tellRepairs(withVersionTag(tagOf(made), created(pathOf(made), made)), repairs);
      },
    }),
    operation('GET /v1/articles', {
      id: 'listArticles',
      summary: 'List articles, newest first unless sorted otherwise',
      description: 'What describes each, without texts.',
      permission: 'read',
      query: articleQuery,
      answers: shows('A page of articles, without their texts', articlePage),
      handle: async ({ query, request }) => answerPage(request, await articles.list(query)),
    }),
    operation('GET /v1/articles/{id}', {
      id: 'getArticle',
      summary: 'Read an article and the list of its versions',
      description:
        'What describes the article, and the list of its versions. Texts are read version by version.',
      permission: 'read',
      params: articleParams,
      answers: shows('The article', article),
      problems: ['article_not_found'],
      handle: async ({ params, request }) => bodyOr304(request, await articles.find(params.id), tagOf),
    }),
    operation('PATCH /v1/articles/{id}', {
      id: 'updateArticle',
      summary: 'Change what describes an article',
      description:
        'What is left out stays. The text is another matter: a later one is a version of its own. Every claim of the article shows the new title at the desk; what is published of it stays as it was approved.',
      permission: 'record',
      params: articleParams,
      body: articlePatch,
      headers: { 'If-Match': 'The ETag of the article you read; 412 when it was changed since' },
      answers: { 200: { description: 'The article as it is now', body: enteredArticle, tagged: true } },
      problems: ['article_not_found', 'stale', 'unknown_reference', 'nobody_left_to_decide'],
      handle: async ({ params, body, caller, request, repairs }) => {
        const changed = await articles.change(params.id, body, caller, requireUnchanged(request, tagOf));
        return tellRepairs(withVersionTag(tagOf(changed), ok(changed)), repairs);
      },
    }),
    operation('GET /v1/articles/{id}/versions', {
      id: 'listArticleVersions',
      summary: 'List the versions of an article, oldest first',
      description: 'Without texts. Quotes of claims are anchored in one version and stay there.',
      permission: 'read',
      params: articleParams,
      query: versionQuery,
      answers: shows('A page of versions, without their texts', versionPage),
      problems: ['article_not_found'],
      handle: async ({ params, query, request }) =>
        answerPage(request, await articles.listVersions(params.id, query)),
    }),
    operation('POST /v1/articles/{id}/versions', {
      id: 'createArticleVersion',
      summary: 'Store a new text of an article as its next version',
      description:
        'For when an outlet has changed its text. Claims stay anchored in the version they were quoted from; `quotes` says of each whether its quote was kept, moved, changed or lost. The text of the latest version again is refused; that of an earlier one is a version of its own.',
      permission: 'record',
      params: articleParams,
      body: newVersion,
      headers: { 'If-Match': 'The ETag of the article you read; 412 when it has another version since' },
      answers: {
        201: {
          description: 'The version, and what became of the quotes of claims',
          body: revisedArticle,
          tagged: true,
        },
      },
      problems: ['article_not_found', 'same_text', 'stale'],
      handle: async ({ params, body, caller, request }) => {
        const made = await articles.revise(params.id, body.text, caller, requireUnchanged(request, tagOf));
        const location = `${pathOf(made.article)}/versions/${String(made.number)}`;
        return withVersionTag(tagOfVersion(made), created(location, made));
      },
    }),
    operation('GET /v1/articles/{id}/versions/{number}', {
      id: 'getArticleVersion',
      summary: 'Read the exact text of one version',
      description:
        'Character for character as it was stored. Offsets of quotes count Unicode code points of this text, from 0.',
      permission: 'read',
      params: versionParams,
      answers: shows('The version', articleVersion),
      problems: ['article_not_found', 'article_version_not_found'],
      handle: async ({ params, request }) =>
        bodyOr304(request, await articles.findVersion(params.id, params.number), tagOfVersion),
    }),
  ];
}
