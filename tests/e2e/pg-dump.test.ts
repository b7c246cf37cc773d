/** Both roles, a backup and its restore on a PostgreSQL of one's own, with the very commands of docs/OPERATIONS.md. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ownersOnly } from '../../prisma/grants.js';
import { environmentWith } from '../../src/platform/config/env.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { apiOf } from '../support/api.js';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { startProcess, type Started } from '../support/processes.js';
import { secretsKeyFile } from '../support/secrets.js';
import { findPrograms, startSystemPostgres } from '../support/system-postgres.js';

const programs = await findPrograms();
const patient = { timeout: 90_000, interval: 100 };

/** The commands of a section, as a person would give them on this server; who is asked for a password here gives none. */
async function commandsOf(section: string, addressOf: (database: string, role?: string) => string) {
  const text = await readFile(join(projectRoot, 'docs/OPERATIONS.md'), 'utf8');
  const [, part = ''] = text.split(`## ${section}\n`);
  const blocks = [...(part.split('\n## ')[0] ?? '').matchAll(/^```sh\n([^]*?)^```/gm)];
  return blocks
    .map(([, block = '']) => block)
    .join('')
    .replaceAll('--pwprompt ', '')
    .replaceAll('npx isnad', `node ${join(projectRoot, 'dist/src/cli/isnad.js')}`)
    .replaceAll(/postgresql:\/\/(\w+):…@host\/(\w+)/g, (_, role: string, database: string) =>
      addressOf(database, role),
    );
}

describe.skipIf(programs === undefined)('a server of one’s own', () => {
  let server: Awaited<ReturnType<typeof startSystemPostgres>>;
  let receiver: Receiver;
  const running: Started[] = [];
  const addressOf = (database: string, role = 'isnad_app'): string =>
    `postgresql://${role}@127.0.0.1:${String(server.port)}/${database}`;

  beforeAll(async () => {
    server = await startSystemPostgres(programs ?? '');
    receiver = await startReceiver();
  });
  afterAll(async () => {
    await Promise.all(running.map(({ end }) => end('SIGKILL')));
    await receiver.close();
    await server.stop();
  });

  const envOf = (database: string, instance: string): Record<string, string> => ({
    DATABASE_URL: addressOf(database),
    SECRETS_KEY_FILE: secretsKeyFile(),
    INSTANCE_ID: instance,
    // One folder: what was signed of the first is held against the second.
    ISNAD_DIR: join(inject('folder'), 'houses', `dumped-${String(server.port)}`),
    WEBHOOK_ALLOW: '127.0.0.0/8',
    PORT: '0',
    LOG_LEVEL: 'info',
  });
  const shell = (script: string, database: string) =>
    promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: inject('folder'),
      env: environmentWith({
        ...envOf(database, 'one'),
        DATABASE_OWNER_URL: addressOf(database, 'isnad'),
        PATH: `${join(programs ?? '', 'bin')}:${process.env['PATH'] ?? ''}`,
        PGHOST: '127.0.0.1',
        PGPORT: String(server.port),
        PGUSER: 'admin',
      }),
    });
  const isnad = async (args: string[], env: Record<string, string>): Promise<string> => {
    const command = startProcess('src/cli/isnad.js', env, args);
    expect(await command.ended, command.output()).toBe(0);
    return command.output().trim();
  };
  const start = async (env: Record<string, string>) => {
    const [api, worker] = [startProcess('src/server.js', env), startProcess('workers/main.js', env)];
    running.push(api, worker);
    const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
    await worker.says(/"msg":"working"/);
    const degraded = async (): Promise<string[]> =>
      ((await (await fetch(`${url}/readyz`)).json()) as { degraded: string[] }).degraded;
    return { url, degraded, end: () => Promise.all([api.end(), worker.end()]) };
  };
  const tell = async (url: string, key: string, name: string): Promise<void> => {
    const source = { kind: 'person', name, names: [{ language: 'en', text: name }] };
    expect((await apiOf(url).as(key).post('/v1/sources', source)).status).toBe(201);
  };
  const heard = (): unknown[] => receiver.accepted().map(({ event }) => event.type);

  it('takes a dump and its restore, and calls nobody from there until it is adopted', async () => {
    await shell(await commandsOf('Two roles in the database', addressOf), 'isnad');
    const original = envOf('isnad', 'one');
    await isnad(['seed'], original);
    const key = await isnad(['key', 'create', '--member', 'ed', '--role', 'editor'], original);
    const first = await start(original);
    const made = await apiOf(first.url)
      .as(key)
      .post('/v1/webhooks', { url: receiver.url, types: ['source.created'] });
    receiver.trust((made.body as { secret: string }).secret);
    await tell(first.url, key, 'Before');
    await expect.poll(heard, patient).toEqual(['source.created']);
    expect(await first.degraded()).toEqual([]);
    expect(await first.end()).toEqual([0, 0]);

    await shell(await commandsOf('Backup and restore', addressOf), 'isnad');
    const restored = envOf('restored', 'two');
    const second = await start(restored);
    expect(await second.degraded()).toEqual(['not_adopted']);
    await tell(second.url, key, 'After');
    const told = async (): Promise<number> =>
      (
        await ask('SELECT FROM feed f JOIN events e ON e.seq = f.event_seq WHERE type = $1', [
          'source.created',
        ])
      ).rowCount ?? 0;
    // Twenty-six of the first article, one before the dump and one after.
    await expect.poll(told, patient).toBe(28);
    expect(heard()).toHaveLength(1);
    await isnad(['adopt'], restored);
    await expect.poll(second.degraded, patient).toEqual([]);
    await expect.poll(heard, patient).toEqual(['source.created', 'source.created']);
    expect(await isnad(['verify'], restored)).toMatch(/good/i);
    expect(await second.end()).toEqual([0, 0]);
    await expect(ask('DELETE FROM events')).rejects.toMatchObject({ code: '42501' });
    const { rows: open } = await ask(
      `SELECT proname FROM pg_proc WHERE (prosecdef OR proname = ANY ($1)) AND pronamespace = 'public'::regnamespace
         AND has_function_privilege('public', oid, 'EXECUTE')`,
      [ownersOnly],
    );
    expect(open).toEqual([]);
  }, 300_000);

  it('has its tables and the segments of its log written anew by an owner who is no superuser, or says what that takes', async () => {
    const database = 'compacted';
    const made = (await commandsOf('Two roles in the database', addressOf))
      .replaceAll(/^createuser .*$/gm, '')
      .replaceAll('isnad isnad', `isnad ${database}`)
      .replaceAll('--dbname=isnad', `--dbname=${database}`);
    await shell(made, database);
    const env = { ...envOf(database, 'one'), DATABASE_OWNER_URL: addressOf(database, 'isnad') };
    await isnad(['migrate'], env);
    expect(await isnad(['erase', '--compact'], env)).toContain('The tables were written anew.');
    await shell(
      `psql --dbname=${database} --command='REVOKE EXECUTE ON FUNCTION pg_switch_wal() FROM isnad'`,
      database,
    );
    const refused = startProcess('src/cli/isnad.js', env, ['erase', '--compact']);
    expect([await refused.ended, refused.output()]).toEqual([
      1,
      expect.stringContaining('as the administrator of the server') as string,
    ]);
  }, 300_000);

  async function ask(statement: string, values: unknown[] = []): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: addressOf('restored') });
    await client.connect();
    try {
      return await client.query(statement, values);
    } finally {
      await client.end();
    }
  }
});
