import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { articleOperations } from './article.routes.js';
import { listArticles, listVersions } from './article-list.queries.js';
import { createArticleService } from './article.service.js';

export function createArticles({ store, pool }: { store: Store; pool: Pool }) {
  const service = createArticleService({ store });
  return {
    service,
    operations: articleOperations({
      ...service,
      list: (query) => listArticles(pool, query),
      listVersions: (article, query) => listVersions(pool, article, query),
    }),
  };
}
