/** What was read, kept for a while. Who is signed out is asked to sign in, whatever it was that said so. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal, isSignedOut } from './api.js';

/** What is not read again because of what happens: it never changes while it is shown, or its screen asks for it itself. */
export const notReadAgain = { readAgain: false } as const;

/** Rows that somebody may be about to press: they are read again when their reader says so, not because they look. */
export const stayingRows = { refetchOnWindowFocus: false } as const;

const invalidate =
  (refetchType: 'active' | 'none') =>
  async (queries: QueryClient, ...keys: readonly (readonly unknown[])[]): Promise<void> => {
    const predicate = ({ meta }: { meta: Record<string, unknown> | undefined }): boolean =>
      meta?.['readAgain'] !== notReadAgain.readAgain;
    await Promise.all(
      (keys.length === 0 ? [[]] : keys).map((queryKey) =>
        queries.invalidateQueries({ queryKey, predicate, refetchType }),
      ),
    );
  };

/** All that is shown is read again, or what these keys begin with; but for what never changes. */
export const readAgain = invalidate('active');

/** The same, when it is shown next: whoever is about to leave a screen does not wait for what is on it. */
export const readLater = invalidate('none');

export function createQueries(onSignedOut: () => void): QueryClient {
  const notice = (error: unknown): void => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: notice }),
    mutationCache: new MutationCache({ onError: notice }),
    defaultOptions: {
      // What a person asks for is tried at once or fails before their eyes: nothing is sent by itself, later.
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        // The client has tried again already where that helps.
        retry: (count, error) => !isRefusal(error) && count < 1,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
