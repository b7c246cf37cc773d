import type { Store } from '../../platform/db/transaction.js';
import { articleOperations } from './article.routes.js';
import { createArticleService } from './article.service.js';

export function createArticles({ store }: { store: Store }) {
  const service = createArticleService({ store });
  return { service, operations: articleOperations(service) };
}
