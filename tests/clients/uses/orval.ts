import { listClaims, transitionClaim, createClaim } from '../generated/orval/api.js';
import { serveFrom } from './orval-fetch.js';
import { filter, newClaim, type Use } from './use.js';

export const use: Use = async ({ quote, ...server }) => {
  serveFrom(server);
  const created = await createClaim(newClaim(quote));
  if (created.status !== 201) throw new Error(JSON.stringify(created.data));
  const listed = await listClaims(filter);
  if (listed.status !== 200) throw new Error(JSON.stringify(listed.data));
  const accepted = await transitionClaim(created.data.ref, { event: 'accept', priority: 'high' });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.data));
  return { created: created.data, listed: listed.data.items, accepted: accepted.data };
};
