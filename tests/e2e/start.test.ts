/** One installation of `npm start` from the first start on: what it leaves, what it survives, and a copy of it. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { createLog } from '../../src/platform/log.js';
import { errorOf } from '../support/error-of.js';
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

const degraded = async (url: string): Promise<string[]> =>
  ((await (await fetch(`${url}/readyz`)).json()) as { degraded: string[] }).degraded;

async function runIsnad(folder: string, ...args: string[]): Promise<string> {
  const command = startProcess('src/cli/isnad.js', { ISNAD_DIR: folder }, args);
  expect(await command.ended, command.output()).toBe(0);
  return command.output();
}

/** Files below a folder that hold the word: tables, the log of changes, captures, logs. */
async function filesWith(folder: string, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A file of the database can go while it is looked for.
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (bytes.includes(word)) found.push(path.slice(folder.length));
  }
  return found;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('npm start', () => {
  let isnad: Started;
  let url: string;
  let keys: Record<string, string>;
  const home = (): string => join(dir, 'isnad');
  const post = async (path: string, person: string, body: object): Promise<{ id: string; ref: string }> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keys[person] ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.ok, await response.clone().text()).toBe(true);
    return (await response.json()) as { id: string; ref: string };
  };

  beforeAll(async () => {
    isnad = start();
    url = await ready(isnad);
    keys = await readKeys();
  });

  it('brings everything up on an empty folder, with a key for each of the first people', async () => {
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await degraded(url)).not.toContain('not_adopted');
    expect(Object.keys(keys)).toEqual(['reader', 'checker', 'checker2', 'editor', 'editor2', 'admin']);
    for (const key of Object.values(keys)) expect(isnad.output()).toContain(key);
    expect((await stat(join(home(), 'keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('works as the application, and leaves the owner’s address to this account alone', async () => {
    const file = (name: string): string => join(home(), `${name}.url`);
    for (const name of ['owner', 'database']) expect((await stat(file(name))).mode & 0o777).toBe(0o600);
    const [owner, application] = [
      await readFile(file('owner'), 'utf8'),
      await readFile(file('database'), 'utf8'),
    ];
    for (const statement of [
      'UPDATE events SET id = id',
      'DELETE FROM contents',
      'TRUNCATE editions CASCADE',
    ])
      expect(await errorOf(application.trim(), statement)).toBe('42501');
    expect(await errorOf(application.trim(), 'ALTER TABLE events DISABLE TRIGGER USER')).toBe('42501');
    expect(
      await errorOf(owner.trim(), 'BEGIN; ALTER TABLE events DISABLE TRIGGER USER; ROLLBACK'),
    ).toBeUndefined();
    expect(await degraded(url)).not.toContain('one_database_role');
  });

  it('an erasure leaves the words in no file of it once the tables are written anew, and the history good', async () => {
    const word = 'canary-in-confidence-q7x';
    const contact = {
      label: word,
      channel: `mail to ${word}`,
      text: `${word} said no`,
      outcome: 'replied',
      date: '2024',
    };
    const { id } = await post('/v1/claims/C36/contacts', 'editor', contact);
    const claim = await post('/v1/claims', 'checker', {
      article: 'putin-pyongyang-2024',
      kind: 'denial',
      quote: { exact: 'نفت موسكو وبيونج يانج هذه الاتهامات' },
      glosses: { en: `A gloss with ${word}` },
    });
    expect((await filesWith(home(), word)).length).toBeGreaterThan(0);

    const alone = ['--alone', 'urgent'];
    await runIsnad(home(), 'erase', 'contact', id, '--reason', 'confidential', ...alone);
    const of = ['claim', claim.ref, '--reason', 'mistake'];
    const said = await runIsnad(home(), 'erase', ...of, ...alone, '--compact');
    expect(said).toContain('docs/PRIVACY.md');
    expect(await filesWith(home(), word)).toEqual([]);
    expect(await runIsnad(home(), 'verify')).toContain('Good');
  });

  it('ends with 0 by Ctrl-C, and finds data and keys again on a second start', async () => {
    await post('/v1/claims/C34/transitions', 'editor', { event: 'accept' });
    const before = await statusOf(url, keys['reader'] ?? '');
    expect(await isnad.end('SIGINT')).toBe(0);
    isnad = start();
    url = await ready(isnad);
    // A key is shown when it is made, and never again.
    for (const key of Object.values(keys)) expect(isnad.output()).not.toContain(key);
    expect(isnad.output()).toContain('keys.json');
    expect(await readKeys()).toEqual(keys);
    const { id } = before as { id: string };
    expect(await statusOf(url, keys['reader'] ?? '')).toMatchObject({ ref: 'C34', status: 'open', id });
  });

  it('killed, and then refused its port, says so in one line, leaves nothing running, and comes back at another, where isnad watch finds it', async () => {
    await isnad.end('SIGKILL');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const refused = start({ PORT: String(port), LOG_LEVEL: 'error' });
    expect(await refused.ended).toBe(1);
    expect(refused.output().trim()).toMatch(new RegExp(`^isnad: Port ${String(port)} .*already in use.*$`));
    // The database it had started is gone: the folder is free for the next.
    isnad = start();
    url = await ready(isnad);
    expect(await statusOf(url, keys['reader'] ?? '')).toMatchObject({ ref: 'C34', status: 'open' });
    const where = { ISNAD_DIR: home(), PORT: String(port) };
    const watching = startProcess('src/cli/isnad.js', where, ['watch', 'C34']);
    running.push(watching);
    await watching.says(/ C34 open/);
    expect(await watching.end('SIGINT')).toBe(0);
    taken.close();
    expect(await isnad.end()).toBe(0);
  });

  it('on a copy of the folder calls nobody and says so at /readyz, until it is adopted', async () => {
    const copy = join(dir, 'copy');
    await promisify(execFile)('cp', ['-a', home(), copy]);
    // As the original leaves it with its first captured page.
    const users = join(copy, 'evidence', 'databases');
    await mkdir(users, { recursive: true });
    await writeFile(join(users, 'original'), 'embedded');
    const copied = start({ ISNAD_DIR: copy });
    const there = await ready(copied);
    expect(await degraded(there)).toContain('not_adopted');
    await runIsnad(copy, 'adopt');
    // What it knows of its adoption is a second old at most.
    await expect.poll(() => degraded(there)).not.toContain('not_adopted');
    expect(await copied.end('SIGTERM'), copied.output()).toBe(0);
    expect(await readdir(users)).toEqual(['original']);
    await runIsnad(copy, 'adopt', '--evidence');
    expect(await readdir(users)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  it('is left by a command that is told to end as the command found it: with no database running', async () => {
    const command = startProcess('src/cli/isnad.js', { ISNAD_DIR: home() }, ['verify', '--rate', '1']);
    running.push(command);
    const pidFile = join(home(), 'postgres', 'postmaster.pid');
    const lines = async (): Promise<string[]> =>
      (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    // The eighth line says that it takes connections.
    await expect.poll(async () => (await lines())[7]?.trim(), { timeout: 30_000 }).toBe('ready');
    const [server] = await lines();
    expect(await command.end('SIGINT')).toBe(130);
    await expect.poll(() => isRunning(Number(server)), { timeout: 10_000 }).toBe(false);
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

  it.each([
    ['SECRETS_KEY_FILE', /^isnad: SECRETS_KEY_FILE is not set.*openssl rand -base64 32[^\n]*$/],
    ['INSTANCE_ID', /^isnad: INSTANCE_ID is not set, which is needed with DATABASE_URL: [^\n]*$/],
  ])('says in one line that a database is given without %s', async (name, said) => {
    for (const entry of ['src/server.js', 'workers/main.js']) {
      const process = startProcess(entry, { DATABASE_URL: 'postgresql://127.0.0.1:1/none', [name]: '' });
      expect(await process.ended).toBe(1);
      expect(process.output().trim()).toMatch(said);
    }
  });

  it('names every wrong setting in one line', async () => {
    const isnad = start({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await isnad.ended).toBe(1);
    expect(isnad.output()).toMatch(/^isnad: .*PORT.*LOG_LEVEL.*\n$/);
  });
});
