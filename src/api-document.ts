import { apiTags } from './api-tags.js';
import { connectDatabase } from './platform/db/client.js';
import { healthOperations } from './platform/health/health.routes.js';
import { describeApi, type ApiDocument } from './platform/http/openapi.js';
import { createServices, operationsOf } from './runtime.js';

/** What /openapi.json says, without anything running: operations are described, never called. */
export async function readApiDocument(): Promise<ApiDocument> {
  const nowhere = connectDatabase('postgres://nobody@127.0.0.1:1/none', { connections: 1 });
  try {
    const silence = {
      notify: () => undefined,
      wait: () => Promise.resolve(),
      subscribe: () => () => undefined,
    };
    const operations = operationsOf(createServices(nowhere, silence));
    return describeApi([...operations, ...healthOperations({})], apiTags);
  } finally {
    await nowhere.close();
  }
}
