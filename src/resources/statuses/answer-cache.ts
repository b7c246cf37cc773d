/**
 * Whole answers to lists of claims: whoever polls asks for the same list again and again. From the second time on an
 * answer is kept, and given again while none of its claims has changed. Like a status it is never older than the question
 * (change-clock.ts). Lists that are asked for only once push nothing out.
 */
import type { ChangeClock } from '../../delivery/feed/change-clock.js';
import { createRecentMap } from '../../platform/recent-map.js';

export interface Answer {
  text: string;
  /** Ids of the claims it shows; undefined where it may change without any of them. */
  claims: readonly string[] | undefined;
}

interface AnswerCacheOptions {
  changes: ChangeClock;
  /** The answer to a list of names, no part of it older than the call. */
  compose: (names: readonly string[]) => Promise<Answer>;
  /** So many answers are kept at least, twice as many at most. */
  keep?: number;
}

interface CachedAnswer {
  text: string;
  claims: readonly string[];
  /** By the clock, before the answer was composed. */
  composedAt: number;
}

/** Gives the answer to a list of names (ids or refs). */
export function createAnswerCache({ changes, compose, keep = 100 }: AnswerCacheOptions) {
  const answers = createRecentMap<string, CachedAnswer>(keep);
  const askedBefore = createRecentMap<string, object>(keep);

  return async (names: readonly string[]): Promise<string> => {
    const list = names.join();
    const cached = answers.get(list);
    if (cached) {
      await changes.catchUp();
      if (!cached.claims.some((id) => changes.changedSince(id, cached.composedAt))) return cached.text;
    }
    const composedAt = changes.now();
    const { text, claims } = await compose(names);
    if (claims && (cached ?? askedBefore.get(list))) answers.set(list, { text, claims, composedAt });
    else askedBefore.set(list, {});
    return text;
  };
}
