/** Claims and what stands around them: the article, the evidence, what is alike. */
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { GoodBody, ItemOf } from '../../../client/routes.js';
import { api } from './api.js';
import { readAgain, notReadAgain } from './query-client.js';

export type Claim = GoodBody<'GET /v1/claims/{id}'>;
export type ClaimInArticle = ItemOf<'GET /v1/articles/{id}/claims'>;
export type Evidence = Claim['evidence'][number];
export type ChainLink = Claim['chain'];
export type Relation = Claim['relations'][number];
export type Rating = GoodBody<'GET /v1/ratings'>['items'][number];
export type ClaimGraph = GoodBody<'GET /v1/claims/{id}/graph'>;
export type Similar = GoodBody<'GET /v1/claims/{id}/similar'>['items'][number];

export const claimKeys = {
  all: ['claims'] as const,
  /** By id or ref: both are keys of the same claim. */
  one: (id: string) => [...claimKeys.all, id] as const,
  lists: ['claims', 'list'] as const,
  board: ['claims', 'board'] as const,
};

export const articleKeys = { all: ['articles'] as const, one: (id: string) => ['articles', id] as const };

export const oneClaim = (id: string) =>
  queryOptions({
    queryKey: claimKeys.one(id),
    queryFn: ({ signal }) => api.require('GET /v1/claims/{id}', { id }, { signal }),
  });

/** The claims around it, up to so many relations away. */
export const graphOf = (id: string, depth: number) =>
  queryOptions({
    queryKey: [...claimKeys.one(id), 'graph', depth],
    queryFn: ({ signal }) => api.require('GET /v1/claims/{id}/graph', { id, depth }, { signal }),
  });

/** What was added to a claim is read again, and what its verdict would be refused or warned for. */
export const readClaimsAgain = (queries: QueryClient): Promise<void> =>
  readAgain(queries, claimKeys.all, ['tasks']);

/** By these an event names the claim or one that it has relations with. */
export const namesAround = ({ id, ref, relations }: Pick<Claim, 'id' | 'ref' | 'relations'>): string[] => [
  id,
  ref,
  ...relations.flatMap(({ claim }) => [claim.id, claim.ref]),
];

/** Where all claims stand; one of each column is enough to count. */
export const board = () =>
  queryOptions({
    queryKey: claimKeys.board,
    queryFn: ({ signal }) => api.require('GET /v1/desk/board', { limit: 1 }, { signal }),
  });

/** Why the last correction of it was begun, and the note about it; null where none was. */
export const correctionOf = (id: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(id), 'correction'],
    queryFn: async ({ signal }) => {
      const types = ['claim.correction_started' as const];
      const { items } = await api.require(
        'GET /v1/claims/{id}/history',
        { id, types, limit: 200 },
        { signal },
      );
      const last = items.at(-1);
      if (!last) return null;
      const { reason, note } = last.data as { reason: string; note?: unknown };
      return { reason, note: typeof note === 'string' ? note : null };
    },
  });

/** What has changed of it since it was published. */
export const unpublishedChanges = (id: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(id), 'unpublished'],
    queryFn: ({ signal }) => api.require('GET /v1/claims/{id}/unpublished-changes', { id }, { signal }),
  });

export const claimMoves = (id: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(id), 'moves'],
    queryFn: ({ signal }) => api.require('GET /v1/claims/{id}/transitions', { id }, { signal }),
  });

/** What describes it, and its versions, oldest first. */
export const oneArticle = (id: string) =>
  queryOptions({
    queryKey: articleKeys.one(id),
    queryFn: ({ signal }) => api.require('GET /v1/articles/{id}', { id }, { signal }),
  });

/** A version of an article never changes. */
export const articleVersion = (id: string, number: number) =>
  queryOptions({
    queryKey: [...articleKeys.one(id), 'versions', number],
    queryFn: ({ signal }) =>
      api.require('GET /v1/articles/{id}/versions/{number}', { id, number }, { signal }),
    staleTime: Infinity,
    meta: notReadAgain,
  });

const pageSize = 200;
/** More quotes than this on one text are not drawn. */
const mostClaims = 1_000;

export const claimsOfArticle = (id: string) =>
  queryOptions({
    queryKey: [...articleKeys.one(id), 'claims'],
    queryFn: async ({ signal }) => {
      const found: ClaimInArticle[] = [];
      for await (const claim of api.items(
        'GET /v1/articles/{id}/claims',
        { id, limit: pageSize },
        { signal },
      )) {
        found.push(claim);
        if (found.length === mostClaims) break;
      }
      return found;
    },
  });

export const similarClaims = (id: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(id), 'similar'],
    queryFn: ({ signal }) => api.require('GET /v1/claims/{id}/similar', { id }, { signal }),
  });

export const ratings = queryOptions({
  queryKey: ['ratings'],
  queryFn: ({ signal }) => api.require('GET /v1/ratings', {}, { signal }),
  staleTime: 10 * 60_000,
});
