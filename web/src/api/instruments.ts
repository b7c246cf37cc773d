/** Legal texts, as they are called and what their paragraphs require. */
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.js';
import type { ItemOf } from '../../../client/routes.js';

/** All of them, without their paragraphs. */
export const instruments = queryOptions({
  queryKey: ['instruments'],
  queryFn: async ({ signal }) => {
    const found: ItemOf<'GET /v1/instruments'>[] = [];
    for await (const one of api.items('GET /v1/instruments', { limit: 200 }, { signal })) found.push(one);
    return found;
  },
  staleTime: 10 * 60_000,
});

export const oneInstrument = (id: string) =>
  queryOptions({
    queryKey: ['instruments', id],
    queryFn: ({ signal }) => api.require('GET /v1/instruments/{id}', { id }, { signal }),
    staleTime: 10 * 60_000,
  });
