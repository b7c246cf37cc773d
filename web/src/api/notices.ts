/** Notes for readers about what was taken back: those that wait for a second editor, and whether one is lacking. */
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.js';
import { claimKeys } from './claims.js';
import { approvedNotice, lacksNotice } from './notices.rules.js';

export interface Notice {
  digest: string;
  /** Null once it was erased. */
  text: string | null;
}

interface Notices {
  waiting: Notice[];
  /** What readers are told at present; none before it was approved. */
  told: Notice | undefined;
  /** What was taken back has none, and none waits. */
  lacks: boolean;
}

export const noticesOf = (claim: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(claim), 'notices'],
    queryFn: async ({ signal }): Promise<Notices> => {
      const { items } = await api.require(
        'GET /v1/claims/{id}/editions',
        { id: claim, limit: 200 },
        { signal },
      );
      const read = async ({ digest }: { digest: string }): Promise<Notice> => {
        const path = { id: claim, edition: digest };
        const { document } = await api.require('GET /v1/claims/{id}/editions/{edition}', path, { signal });
        const note = 'note' in document ? document.note : null;
        return { digest, text: typeof note === 'string' ? note : null };
      };
      const proposed = items.filter(({ mark, status }) => mark !== null && status === 'proposed');
      const approved = approvedNotice(items);
      const [waiting, told] = await Promise.all([
        Promise.all(proposed.map(read)),
        approved && read(approved),
      ]);
      return { waiting, told, lacks: lacksNotice(items) };
    },
  });

export const noticeMoves = (claim: string, digest: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(claim), 'notices', digest, 'moves'],
    queryFn: ({ signal }) =>
      api.require(
        'GET /v1/claims/{id}/editions/{edition}/transitions',
        { id: claim, edition: digest },
        { signal },
      ),
  });
