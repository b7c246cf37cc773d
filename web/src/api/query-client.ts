/** What was read, kept for a while. Who is signed out is asked to sign in, whatever it was that said so. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal, isSignedOut } from './api.js';

export function createQueries(onSignedOut: () => void): QueryClient {
  const notice = (error: unknown): void => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        // The client has tried again already where that helps.
        retry: (count, error) => !isRefusal(error) && count < 1,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
