import { createBatchLoader } from '../db/batch-loader.js';

/** A lost signal lets somebody who was shut out in for at most this long: a second, less what an answer takes on its way. */
const longestMs = 900;
const most = 10_000;

export type Credentials<Credential> = ReturnType<typeof createCredentials<Credential>>;

/**
 * What keys, or sessions, are checked against. Every request needs one and they hardly ever change, so each is kept for
 * nearly a second, and all are forgotten at every change that could be of them.
 */
export function createCredentials<Credential>(
  find: (names: readonly string[]) => Promise<Map<string, Credential>>,
) {
  const load = createBatchLoader<string, Credential>({ load: find });
  const kept = new Map<string, { credential: Credential; readAt: number }>();
  let era = 0;
  return {
    /** The credential of that name, as it was at most so long ago; undefined where there is none. */
    async find(name: string, atMostMs = longestMs): Promise<Credential | undefined> {
      const readAt = performance.now();
      const known = kept.get(name);
      if (known && readAt - known.readAt <= atMostMs) return known.credential;
      const asked = era;
      const credential = await load(name);
      // What was read before a change is not kept beyond it.
      if (credential && asked === era) {
        if (kept.size >= most) kept.clear();
        kept.set(name, { credential, readAt });
      }
      return credential;
    },

    forget: (): void => {
      era++;
      kept.clear();
    },
  };
}
