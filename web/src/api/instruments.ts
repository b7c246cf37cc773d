/** Legal texts, as they are called and what their paragraphs require. */
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.js';

export const oneInstrument = (id: string) =>
  queryOptions({
    queryKey: ['instruments', id],
    queryFn: ({ signal }) => api.demand('GET /v1/instruments/{id}', { id }, { signal }),
    staleTime: 10 * 60_000,
  });
