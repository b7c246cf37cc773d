import type { WarnThrottled } from '../throttled-warning.js';
import type { Database } from '../db/client.js';
import type { Store } from '../db/transaction.js';
import type { AccessSettings } from '../config/settings.js';
import type { AccessService } from './access.service.js';
import type { Caller } from '../../domain/access/rules.js';
import type { KeyUses } from './key-use.service.js';
import type { MemberService } from '../../resources/members/member.service.js';
import { createRates } from './rate.service.js';
import { createPostgresRateStore } from './rate-store.postgres.js';
import { createRedisRateStore } from './rate-store.redis.js';
import { createSignIn, isToken } from './sign-in.service.js';
import { createTokenVerifier } from './token-verifier.js';

export type Authentication = ReturnType<typeof createAuthentication>;

const exchangeMs = 1_000;
const writeUsesMs = 60_000;

interface Parts {
  services: { store: Store; access: AccessService; members: MemberService; keyUses: KeyUses };
  database: Pick<Database, 'pool'>;
  redisUrl: string | undefined;
  settings: AccessSettings;
  warn: WarnThrottled;
}

/** Who comes in, by key or by a token of the identity provider, and how much they may ask. */
export function createAuthentication({ services, database, redisUrl, settings, warn }: Parts) {
  const { store, access, members, keyUses } = services;
  const { oidc, limits, proxies } = settings;
  const rates = createRates({
    limits,
    store:
      redisUrl === undefined ? createPostgresRateStore(database.pool) : createRedisRateStore(redisUrl, warn),
    warn,
  });
  const signIn =
    oidc &&
    createSignIn({
      store,
      members,
      uses: keyUses,
      verify: createTokenVerifier(oidc, { warn }),
      strangers: oidc.strangers,
    });

  return {
    proxies,
    rates,
    authenticate: (text: string, address: string): Promise<Caller | undefined> =>
      signIn && isToken(text) ? signIn(text, address) : access.authenticate(text, address),

    /** From here on, counts are shared with the other processes and the use of keys is written down. */
    open: (): { close: () => Promise<void> } => {
      const exchanging = every(exchangeMs, rates.exchange);
      const writing = every(writeUsesMs, () => keyUses.write());
      return {
        close: async () => {
          await Promise.all([exchanging.end(), writing.end()]);
          await keyUses.write();
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
