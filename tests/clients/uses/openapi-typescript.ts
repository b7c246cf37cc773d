import createClient from 'openapi-fetch';
import type { paths } from '../generated/openapi-typescript/api.js';
import { filter, newClaim, type Use } from './use.js';

export const use: Use = async ({ url, key, quote }) => {
  const api = createClient<paths>({
    baseUrl: url,
    headers: { Authorization: `Bearer ${key}` },
    querySerializer: { array: { style: 'form', explode: false } },
  });
  const created = await api.POST('/v1/claims', { body: newClaim(quote) });
  if (created.error) throw new Error(created.error.detail);
  const id = created.data.ref;
  const listed = await api.GET('/v1/claims', { params: { query: filter } });
  if (listed.error) throw new Error(listed.error.detail);
  const accepted = await api.POST('/v1/claims/{id}/transitions', {
    params: { path: { id } },
    body: { event: 'accept', priority: 'high' },
  });
  if (accepted.error) throw new Error(accepted.error.detail);
  return { created: created.data, listed: listed.data.items, accepted: accepted.data };
};
