import { describedWebhooks } from './delivery/webhooks/described-webhooks.js';
import { referenceWith } from './reference/reference.js';
import { connectDatabase } from './platform/db/client.js';
import { healthOperations } from './platform/health/health.routes.js';
import { describeApi, type ApiDocument } from './platform/http/openapi.js';
import type { Operation } from './platform/http/route.js';
import { createServices, operationsOf } from './runtime.js';

/** Every operation of the API, without anything running: to be described, never called. */
export async function listOperations(): Promise<Operation[]> {
  const nowhere = connectDatabase('postgres://nobody@127.0.0.1:1/none', { connections: 1 });
  try {
    const noSignal = {
      notify: () => undefined,
      wait: () => Promise.resolve(),
      subscribe: () => () => undefined,
    };
    return operationsOf(createServices(nowhere, noSignal));
  } finally {
    await nowhere.close();
  }
}

/** What /openapi.json says. */
export const readApiDocument = async (): Promise<ApiDocument> =>
  describeApi([...(await listOperations()), ...healthOperations([])], {
    ...referenceWith(),
    webhooks: describedWebhooks,
  });
