/** What came of each look at the page of a piece of evidence, and what a reader of it would read. */
import { queryOptions } from '@tanstack/react-query';
import type { ItemOf } from '../../../client/routes.js';
import { api } from './api.js';
import { claimKeys } from './claims.js';
import { notReadAgain } from './query-client.js';

export type Capture = ItemOf<'GET /v1/evidence/{id}/captures'>;

/** Newest first. */
export const capturesOf = (claim: string, evidence: string) =>
  queryOptions({
    queryKey: [...claimKeys.one(claim), 'captures', evidence],
    queryFn: ({ signal }) =>
      api.require('GET /v1/evidence/{id}/captures', { id: evidence, limit: 200 }, { signal }),
  });

/** A capture never changes. */
export const captureText = (id: string) =>
  queryOptions({
    queryKey: ['captures', id, 'text'],
    queryFn: ({ signal }) => api.require('GET /v1/captures/{id}/text', { id }, { signal }),
    staleTime: Infinity,
    meta: notReadAgain,
  });
