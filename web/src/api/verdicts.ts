/** Verdicts, and the editions that would be published with them. */
import { queryOptions } from '@tanstack/react-query';
import type { GoodBody } from '../../../client/routes.js';
import { Refusal } from '../../../client/client.js';
import { api } from './api.js';
import { notReadAgain } from './query-client.js';

export type Verdict = GoodBody<'GET /v1/verdicts/{id}'>;
export type EditionDocument = GoodBody<'GET /v1/verdicts/{id}/edition'>['document'];

export const verdictKeys = { all: ['verdicts'] as const, one: (id: string) => ['verdicts', id] as const };

export const oneVerdict = (id: string) =>
  queryOptions({
    queryKey: verdictKeys.one(id),
    queryFn: ({ signal }) => api.require('GET /v1/verdicts/{id}', { id }, { signal }),
  });

/** Approvals that a tie of two members, made later, calls into doubt. */
export const approvalsInDoubt = () =>
  queryOptions({
    queryKey: [...verdictKeys.all, 'doubts'],
    queryFn: ({ signal }) => api.require('GET /v1/desk/doubts', {}, { signal }),
  });

export const verdictMoves = (id: string) =>
  queryOptions({
    queryKey: [...verdictKeys.one(id), 'moves'],
    queryFn: ({ signal }) => api.require('GET /v1/verdicts/{id}/transitions', { id }, { signal }),
  });

export const verdictsOfClaim = (claim: string) =>
  queryOptions({
    queryKey: ['claims', claim, 'verdicts'],
    queryFn: ({ signal }) => api.require('GET /v1/claims/{id}/verdicts', { id: claim }, { signal }),
  });

/** What readers will get. Its digest is what a decision names. It is read again once something else would be published. */
export const editionOf = (id: string) =>
  queryOptions({
    queryKey: [...verdictKeys.one(id), 'edition'],
    queryFn: async ({ signal }) => {
      const answer = await api.ask('GET /v1/verdicts/{id}/edition', { id }, { signal });
      if (answer.status !== 200) throw new Refusal(answer.body, answer);
      return answer.body;
    },
    staleTime: Infinity,
    meta: notReadAgain,
    refetchOnWindowFocus: false,
  });
