import { createClient } from '../generated/hey-api/client/index.js';
import { listClaims, transitionClaim, createClaim } from '../generated/hey-api/index.js';
import { filter, newClaim, type Use } from './use.js';

/** Requests and answers are checked by the schemas it made for zod. */
export const use: Use = async ({ url, key, quote }) => {
  const client = createClient({ baseUrl: url, auth: key, throwOnError: true });
  const created = await createClaim({ client, body: newClaim(quote), throwOnError: true });
  const listed = await listClaims({ client, query: filter, throwOnError: true });
  const accepted = await transitionClaim({
    client,
    path: { id: created.data.ref },
    body: { event: 'accept', priority: 'high' },
    throwOnError: true,
  });
  return { created: created.data, listed: listed.data.items, accepted: accepted.data };
};
