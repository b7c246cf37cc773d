import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { createLog } from '../../src/platform/log.js';
import { startProcess, type Started } from '../support/processes.js';

let dir: string;
const running: Started[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-start-'));
  // As root, the database runs under another account, which has to pass through.
  await chmod(dir, 0o711);
});
afterAll(async () => {
  for (const one of running) await one.end('SIGTERM');
  await rm(dir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Started {
  const started = startProcess('src/main.js', {
    PORT: '0',
    ISNAD_DIR: join(dir, 'isnad'),
    LOG_LEVEL: 'warn',
    ...env,
  });
  running.push(started);
  return started;
}

async function ready(isnad: Started): Promise<string> {
  const [, url = ''] = await isnad.says(/ready at (http:\S+)[^]*Ctrl-C/);
  return url;
}

const readKeys = async (): Promise<Record<string, string>> =>
  JSON.parse(await readFile(join(dir, 'isnad', 'keys.json'), 'utf8')) as Record<string, string>;

const statusOf = async (url: string, key: string): Promise<unknown> =>
  (await fetch(`${url}/v1/claims/C34/status`, { headers: { Authorization: `Bearer ${key}` } })).json();

describe('npm start', () => {
  let before: unknown;
  let keys: Record<string, string>;

  it('brings everything up on an empty folder, and Ctrl-C ends it with 0', async () => {
    const isnad = start();
    const url = await ready(isnad);
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
    keys = await readKeys();
    expect(Object.keys(keys)).toEqual(['reader', 'checker', 'checker2', 'editor', 'editor2', 'admin']);
    for (const key of Object.values(keys)) expect(isnad.output()).toContain(key);
    expect((await stat(join(dir, 'isnad', 'keys.json'))).mode & 0o777).toBe(0o600);
    const editor = { Authorization: `Bearer ${keys['editor'] ?? ''}`, 'Content-Type': 'application/json' };
    const accepted = await fetch(`${url}/v1/claims/C34/transitions`, {
      method: 'POST',
      headers: editor,
      body: JSON.stringify({ event: 'accept' }),
    });
    expect(accepted.status).toBe(200);
    before = await statusOf(url, keys['reader'] ?? '');
    expect(await isnad.end('SIGINT')).toBe(0);
  });

  it('finds data and keys again on a second start, and after everything was killed', async () => {
    const second = start();
    const url = await ready(second);
    // A key is shown when it is made, and never again.
    for (const key of Object.values(keys)) expect(second.output()).not.toContain(key);
    expect(second.output()).toContain('keys.json');
    expect(await readKeys()).toEqual(keys);
    expect(await statusOf(url, keys['reader'] ?? '')).toMatchObject({ ref: 'C34', status: 'open' });
    await second.end('SIGKILL');

    const third = start();
    expect(await statusOf(await ready(third), keys['reader'] ?? '')).toMatchObject({
      ref: 'C34',
      status: 'open',
      id: (before as { id: string }).id,
    });
    expect(await third.end('SIGINT')).toBe(0);
  });

  it('says in one line that its port is taken, leaves nothing running, and is found by isnad watch at another', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const isnad = start({ PORT: String(port) });
    expect(await isnad.ended).toBe(1);
    expect(isnad.output().trim()).toMatch(new RegExp(`^isnad: Port ${String(port)} .*already in use.*$`));
    // The database it had started is gone: the folder is free for the next.
    const next = start();
    await ready(next);
    const where = { ISNAD_DIR: join(dir, 'isnad'), PORT: String(port) };
    const watching = startProcess('src/cli/isnad.js', where, ['watch', 'C34']);
    running.push(watching);
    await watching.says(/ C34 open/);
    expect(await watching.end('SIGINT')).toBe(0);
    taken.close();
    expect(await next.end()).toBe(0);
  });

  it('says in one line that its data folder is broken, and touches nothing in it', async () => {
    const broken = join(dir, 'broken');
    await mkdir(join(broken, 'postgres'), { recursive: true });
    await writeFile(join(broken, 'postgres', 'PG_VERSION'), 'nonsense\n');
    const isnad = start({ ISNAD_DIR: broken });
    expect(await isnad.ended).toBe(1);
    expect(isnad.output().trim().split('\n')).toHaveLength(1);
    expect(isnad.output()).toMatch(/^isnad: /);
    expect(await readFile(join(broken, 'postgres', 'PG_VERSION'), 'utf8')).toBe('nonsense\n');
  });

  it('says in one line which folder to move away when it is of an earlier development version', async () => {
    const old = join(dir, 'old');
    const postgres = await startEmbeddedPostgres({
      dir: old,
      log: createLog({ level: 'silent', name: 'tests' }),
    });
    const client = new pg.Client({ connectionString: postgres.ownerUrl });
    await client.connect();
    await client.query(
      `CREATE TABLE _prisma_migrations AS SELECT '20261124000000_first_tables' AS migration_name, 'x' AS checksum,
         now() AS finished_at, NULL::timestamptz AS rolled_back_at`,
    );
    await client.end();
    await postgres.stop();
    const isnad = start({ ISNAD_DIR: old });
    expect(await isnad.ended).toBe(1);
    expect(isnad.output().trim()).toBe(
      `isnad: The database is of an earlier development version of Isnad and cannot be upgraded: move the folder ${old} away and start again.`,
    );
  });

  it('says in one line how to make the key of secrets, where a database is given without one', async () => {
    for (const entry of ['src/server.js', 'workers/main.js']) {
      const process = startProcess(entry, {
        DATABASE_URL: 'postgresql://127.0.0.1:1/none',
        SECRETS_KEY_FILE: '',
      });
      expect(await process.ended).toBe(1);
      expect(process.output().trim()).toMatch(
        /^isnad: SECRETS_KEY_FILE is not set.*openssl rand -base64 32[^\n]*$/,
      );
    }
  });

  it('names every wrong setting in one line', async () => {
    const isnad = start({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await isnad.ended).toBe(1);
    expect(isnad.output()).toMatch(/^isnad: .*PORT.*LOG_LEVEL.*\n$/);
  });
});
