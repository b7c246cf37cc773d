/** Notes for readers about what was taken back: those that wait for a second editor. */
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.js';
import { claimKeys } from './claims.js';

export interface Notice {
  digest: string;
  /** Null once it was erased. */
  text: string | null;
}

export const waitingNotices = (claim: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(claim), 'notices'],
    queryFn: async ({ signal }): Promise<Notice[]> => {
      const { items } = await api.demand(
        'GET /v1/claims/{id}/editions',
        { id: claim, limit: 200 },
        { signal },
      );
      const waiting = items.filter(({ mark, status }) => mark !== null && status === 'proposed');
      return Promise.all(
        waiting.map(async ({ digest }) => {
          const path = { id: claim, edition: digest };
          const { document } = await api.demand('GET /v1/claims/{id}/editions/{edition}', path, { signal });
          const note = 'note' in document ? document.note : null;
          return { digest, text: typeof note === 'string' ? note : null };
        }),
      );
    },
  });

export const noticeMoves = (claim: string, digest: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(claim), 'notices', digest, 'moves'],
    queryFn: ({ signal }) =>
      api.demand(
        'GET /v1/claims/{id}/editions/{edition}/transitions',
        { id: claim, edition: digest },
        { signal },
      ),
  });
