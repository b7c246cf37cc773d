import type { Pool } from '../db/client.js';
import { createBatchLoader } from '../db/batch-loader.js';
import { findCredentials, type Credential } from './credential.queries.js';

/** A key that is shut out in another process is let in for at most so long, should that process's signal be lost. */
const longestMs = 1_000;
const most = 10_000;

export type Credentials = ReturnType<typeof createCredentials>;

/**
 * What keys are checked against. Every request needs one and they hardly ever change, so each is kept for a
 * second, and all are forgotten at every change of whatever kind.
 */
export function createCredentials({ pool }: { pool: Pool }) {
  const load = createBatchLoader<string, Credential>({ load: (ids) => findCredentials(pool, ids) });
  const kept = new Map<string, { credential: Credential; until: number }>();
  let era = 0;
  return {
    /** The credential of a key that may be used; undefined where there is none. */
    async find(keyId: string): Promise<Credential | undefined> {
      const now = performance.now();
      const known = kept.get(keyId);
      if (known && known.until > now) return known.credential;
      const asked = era;
      const credential = await load(keyId);
      // What was read before a change is not kept beyond it.
      if (credential && asked === era) {
        if (kept.size >= most) kept.clear();
        kept.set(keyId, { credential, until: now + longestMs });
      }
      return credential;
    },

    forget: (): void => {
      era++;
      kept.clear();
    },
  };
}
