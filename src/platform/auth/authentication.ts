import type { WarnThrottled } from '../throttled-warning.js';
import type { Database } from '../db/client.js';
import type { Caller } from '../../domain/access/rules.js';
import type { RateLimits } from '../config/env.js';
import type { RightsWatch } from './rights-watch.js';
import { createRates } from './rate.service.js';
import { createPostgresRateStore } from './rate-store.postgres.js';
import { createRedisRateStore } from './rate-store.redis.js';

const exchangeMs = 1_000;
const writeUsesMs = 60_000;

/**
 * Whose key, token or session this is, as of at most so long ago; undefined for one that is unknown, wrong, expired or
 * revoked. Its use is noted where an address is given.
 */
export type Authenticate = (text: string, address?: string, atMostMs?: number) => Promise<Caller | undefined>;

interface Deps {
  byKey: Authenticate;
  /** By the token of a browser's session. */
  bySession: Authenticate;
  /** Tokens of the newsroom's identity provider, where there is one. */
  byToken: { isToken: (text: string) => boolean; identify: Authenticate } | undefined;
  /** Wakes who waits when what they may do has changed. */
  watchRights: RightsWatch;
  /** Writes down which keys and sessions were used. */
  writeUses: () => Promise<void>;
  database: Pick<Database, 'pool'>;
  redisUrl: string | undefined;
  limits: RateLimits;
  proxies: number;
  warn: WarnThrottled;
}

/** Who comes in, by key or by a token of the identity provider, and how much they may ask. */
export function createAuthentication({
  byKey,
  bySession,
  byToken,
  watchRights,
  writeUses,
  database,
  redisUrl,
  limits,
  proxies,
  warn,
}: Deps) {
  const rates = createRates({
    limits,
    store:
      redisUrl === undefined ? createPostgresRateStore(database.pool) : createRedisRateStore(redisUrl, warn),
    warn,
  });

  return {
    proxies,
    rates,
    watchRights,
    authenticate: (text: string, address?: string, atMostMs?: number): Promise<Caller | undefined> =>
      byToken?.isToken(text) ? byToken.identify(text, address) : byKey(text, address, atMostMs),

    authenticateSession: bySession,

    /** From here on, counts are shared with the other processes and the use of keys is written down. */
    open: (): { close: () => Promise<void> } => {
      const exchanging = every(exchangeMs, rates.exchange);
      const writing = every(writeUsesMs, writeUses);
      return {
        close: async () => {
          await Promise.all([exchanging.end(), writing.end()]);
          await writeUses();
          await rates.close();
        },
      };
    },
  };
}

/** Does it again and again, never twice at a time; `work` deals with its own failures. */
function every(ms: number, work: () => Promise<void>) {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
  }, ms);
  return {
    end: async () => {
      clearInterval(timer);
      await underWay;
    },
  };
}
