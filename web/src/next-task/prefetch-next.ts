/**
 * What the next task will need, read while its taker is still at something else. Which one it will be is known when it is
 * taken, and not before: the first that are open are likely.
 */
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { articleVersion, claimsOfArticle, oneClaim, ratings, similarClaims } from '../api/claims.js';
import { likelyNext } from '../api/tasks.js';
import { useMe } from '../session/session.js';

async function prefetchClaim(queries: QueryClient, id: string): Promise<void> {
  const claim = await queries.query(oneClaim(id));
  const { article } = claim;
  await Promise.all([
    queries.query(articleVersion(article.id, article.version)),
    queries.query(claimsOfArticle(article.id)),
    queries.query(similarClaims(id)),
  ]);
}

export function usePrefetchNext(): void {
  const queries = useQueryClient();
  const { permissions } = useMe();
  const isAtRest = useIsAtRest();
  const { data } = useQuery({ ...likelyNext(), enabled: isAtRest && permissions.includes('check') });
  useEffect(() => {
    if (!data || !isAtRest) return;
    // What fails here is asked for again when it is shown.
    const ignore = (): void => undefined;
    queries.query(ratings).catch(ignore);
    for (const { claim } of data) prefetchClaim(queries, claim.id).catch(ignore);
  }, [queries, data, isAtRest]);
}

/** Whoever has just come to a screen waits for that one first. */
function useIsAtRest(): boolean {
  const [is, set] = useState(false);
  useEffect(() => {
    const turn = requestIdleCallback(
      () => {
        set(true);
      },
      { timeout: 2_000 },
    );
    return () => {
      cancelIdleCallback(turn);
    };
  }, []);
  return is;
}
