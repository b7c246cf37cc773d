import { jobsFor } from '../../src/jobs.js';
/** The API as a process has it: wired to a database with its signal, listening, with a relay beside it. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operator, type Role } from '../../src/domain/access/rules.js';
import { startApi } from '../../src/api.js';
import { startRelay } from '../../src/delivery/feed/relay.js';
import { readEnv, type AccessSettings } from '../../src/platform/config/env.js';
import { createLog } from '../../src/platform/log.js';
import { createRuntime, type Runtime } from '../../src/connect-runtime.js';
import { createTestDatabase } from './database.js';
import { readTestKey } from './secrets.js';

export interface ListeningIsnad {
  url: string;
  databaseUrl: string;
  ownerUrl: string;
  isnad: Runtime;
  keyOf(role: Role): string;
  get(role: Role, path: string, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
  close(): Promise<void>;
}

export async function listenLocally({
  seeded = false,
  redisUrl,
  oidc,
  checkpointDir,
}: {
  seeded?: boolean;
  redisUrl?: string | undefined;
  oidc?: AccessSettings['oidc'];
  checkpointDir?: string;
} = {}): Promise<ListeningIsnad> {
  const { url: databaseUrl, ownerUrl, drop } = await createTestDatabase({ seeded });
  const log = createLog({ level: 'silent', name: 'tests' });
  const isnad = createRuntime(
    {
      databaseUrl,
      redisUrl,
      databaseConnections: 10,
      ...(checkpointDir !== undefined && { checkpointDir }),
      allow: { webhooks: [], captures: [] },
      readSecretsKey: readTestKey,
      access: { ...readEnv({}).access, oidc },
      evidence: { dir: join(tmpdir(), 'isnad-no-evidence'), maxBytes: 1_000, s3: undefined },
    },
    { log },
  );
  const relay = startRelay({
    store: isnad.services.store,
    enqueue: () => Promise.resolve(),
    jobsFor,
    signal: isnad.signal,
    log,
    pollMs: 200,
  });
  const api = await startApi(isnad, { port: 0, host: '127.0.0.1' }, log);
  const { members, keys: keyService } = isnad.services;
  const keys = new Map<Role, string>();
  for (const role of ['reader', 'checker', 'editor', 'admin'] as const) {
    const member = { ref: role, kind: 'person' as const, name: role, role, languages: [], topics: [] };
    await members.ensure(member, operator);
    keys.set(role, (await keyService.createKey({ memberRef: role, name: 'tests' }, operator)).key);
  }
  const keyOf = (role: Role): string => keys.get(role) ?? '';
  return {
    url: api.url,
    databaseUrl,
    ownerUrl,
    isnad,
    keyOf,
    get: (role, path, headers = {}, signal) =>
      fetch(new URL(path, api.url), {
        headers: { Authorization: `Bearer ${keyOf(role)}`, ...headers },
        ...(signal && { signal }),
      }),
    close: async () => {
      await api.close();
      await relay.close();
      await isnad.close();
      await drop();
    },
  };
}
