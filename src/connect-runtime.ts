import { createAuthentication } from './platform/auth/authentication.js';
import { createTokenVerifier } from './platform/auth/token-verifier.js';
import { readEnv, type AccessSettings, type Env } from './platform/config/env.js';
import { connectDatabase } from './platform/db/client.js';
import { createSignal } from './platform/db/commit-signal.js';
import type { Log } from './platform/log.js';
import { createOutbound } from './platform/outbound/outbound.js';
import { createQueueBackend } from './platform/queue/backend.js';
import { createSecretBox } from './platform/secrets/secret-box.js';
import { createThrottledWarning } from './platform/throttled-warning.js';
import type { Trace } from './platform/tracing/trace.js';
import { isToken } from './resources/members/sign-in.service.js';
import { createServices } from './runtime.js';

export type Runtime = ReturnType<typeof createRuntime>;
/** A database address is needed from here on: embedded or given. */
export type Settings = Pick<Env, 'databaseConnections' | 'redisUrl' | 'allow' | 'evidence'> &
  Partial<Pick<Env, 'checkpointDir' | 'signing' | 'installation' | 'publisher' | 'publicReading'>> & {
    databaseUrl: string;
    /** Called when a secret is first kept or read, or an event written. */
    readSecretsKey: () => Buffer;
    access?: AccessSettings;
  };

/** Connects one process to its database and says where the queue is; nothing is opened before it is used. */
export function createRuntime(
  {
    databaseUrl,
    redisUrl,
    databaseConnections,
    allow,
    readSecretsKey,
    checkpointDir,
    signing,
    installation,
    evidence,
    publisher,
    publicReading,
    access = readEnv({}).access,
  }: Settings,
  { log, trace }: { log: Log; trace?: Trace | undefined },
) {
  const warn = createThrottledWarning(log);
  const database = connectDatabase(databaseUrl, { connections: databaseConnections });
  const signal = createSignal({ url: databaseUrl, pool: database.pool, log });
  const backend = createQueueBackend({ redisUrl, databaseUrl, log });
  const { oidc, limits, proxies } = access;
  let refused = 0;
  const services = createServices(database, signal, {
    outbound: {
      webhooks: createOutbound({ allow: allow.webhooks, trace }),
      captures: createOutbound({ allow: allow.captures, trace }),
    },
    secrets: createSecretBox(readSecretsKey),
    evidence,
    checkpointDir,
    signing,
    installation,
    publisher,
    publicReading,
    keeping: access,
    streamsPerKey: access.streamsPerKey,
    oidc,
    signInRefused: (why) => {
      refused++;
      log.info(why, 'a sign-in was refused');
    },
    warn,
    trace,
  });
  const byToken = oidc?.tokens && services.signIn.byToken(createTokenVerifier(oidc.tokens, { warn }));
  return {
    trace,
    database,
    signal,
    backend,
    services,
    // Shown from the start: a counter that appears with its first event hides it.
    refusedSignIns: (): Record<string, number> => (oidc ? { [oidc.issuer]: refused } : {}),
    authentication: createAuthentication({
      byKey: services.authenticateKey,
      bySession: services.authenticateSession,
      byToken: byToken && { isToken, identify: byToken },
      watchRights: services.watchRights,
      writeUses: async () => {
        await services.keyUses.write();
        await services.sessions.writeUses();
      },
      database,
      redisUrl,
      limits,
      proxies,
      warn,
    }),
    close: async () => {
      services.tail.close();
      await backend.close();
      await signal.close();
      await database.close();
      await trace?.close();
    },
  };
}
