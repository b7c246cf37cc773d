/** Every command of `isnad`; what is said of all of them is shown of one as it is shipped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database.js';
import { startProcess } from '../support/processes.js';
import { runCommand } from '../support/run-command.js';

const nowhere = 'postgresql://127.0.0.1:1/none';
const names = Object.keys(commands);
/** What each needs to begin its work. */
const needed: Record<string, string[]> = {
  'key create': ['--member', 'desk', '--role', 'editor'],
  'key revoke': ['laptop'],
  erase: ['--compact'],
};
const ofDatabase = names.filter((name) => name !== 'watch');

interface Said {
  code: number | null;
  said: string;
}
type Run = (args: string[], env?: Record<string, string>) => Promise<Said>;

const run: Run = async (args, env) => {
  const { code, out, err } = await runCommand(args, { DATABASE_URL: nowhere, ...env });
  return { code, said: out + err };
};
const runShipped: Run = async (args, env) => {
  const command = startProcess('src/cli/isnad.js', { DATABASE_URL: nowhere, ...env }, args);
  return { code: await command.ended, said: command.output() };
};
/** All of them here, and one of them as a process. */
const ways = (all: readonly string[]): [name: string, how: Run][] => [
  ...all.map((name): [string, Run] => [name, run]),
  ['key list', runShipped],
];

let folder: string;
let empty: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-command-'));
  empty = await createEmptyDatabase();
  await writeFile(join(folder, 'claims.jsonl'), '');
  needed['import'] = ['--claims', join(folder, 'claims.jsonl')];
});
afterAll(async () => {
  await empty.drop();
  await rm(folder, { recursive: true, force: true });
});

async function tablesOf({ url }: TestDatabase): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    "SELECT 1 FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname IN ('public', 'bullmq')",
  );
  await client.end();
  return rowCount ?? 0;
}

describe('every command', () => {
  it.each(ways(names))('has a --help that tells of it and does nothing else: isnad %s', async (name, how) => {
    const { code, said } = await how([...name.split(' '), ...(needed[name] ?? []), '--help'], {
      DATABASE_URL: empty.url,
    });
    expect([code, said.split('\n')[0]]).toEqual([0, commands[name]?.usage.split('\n')[0]]);
    expect(await tablesOf(empty)).toBe(0);
  });

  it.each(ways(['', 'seed']))('tells its version: isnad %s', async (name, how) => {
    const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await how([...name.split(' ').filter(Boolean), '--version'])).toEqual({
      code: 0,
      said: `${version}\n`,
    });
  });

  it.each(ways(names))(
    'refuses what it does not know, before it does anything: isnad %s',
    async (name, how) => {
      const { code, said } = await how([...name.split(' '), ...(needed[name] ?? []), '--nonsense'], {
        DATABASE_URL: empty.url,
      });
      expect(code).toBeGreaterThan(0);
      expect(said).toMatch(/^isnad: .*--nonsense[^\n]*\n$/);
      expect(await tablesOf(empty)).toBe(0);
    },
  );

  it.each(ways(ofDatabase.filter((name) => name !== 'migrate')))(
    'says what to do first, where the database is not migrated: isnad %s',
    async (name, how) => {
      const { code, said } = await how([...name.split(' '), ...(needed[name] ?? [])], {
        DATABASE_URL: empty.url,
      });
      expect(code).toBeGreaterThan(0);
      expect(said).toMatch(/^isnad: [^\n]*isnad migrate[^\n]*\n$/);
    },
  );

  it('ends with what it says to be found: isnad verify', async () => {
    expect(await runShipped(['verify', join(folder, 'nothing.jsonl')])).toEqual({
      code: 2,
      said: expect.stringMatching(/^isnad: [^\n]*nothing\.jsonl[^\n]*\n$/) as string,
    });
  });

  it.each(['requeue'])('names the setting that makes no sense: isnad %s', async (name) => {
    const { code, said } = await run([...name.split(' '), ...(needed[name] ?? [])], { LOG_LEVEL: 'loud' });
    expect(code).toBeGreaterThan(0);
    expect(said).toMatch(/^isnad: [^\n]*LOG_LEVEL[^\n]*\n$/);
  });

  it.each(['migrate', 'seed'])(
    'refuses a database in whose locale Arabic has no letters: isnad %s',
    async (name) => {
      const { code, said } = await run([...name.split(' '), ...(needed[name] ?? [])], { DATABASE_URL: c });
      expect(code).toBeGreaterThan(0);
      expect(said).toMatch(/^isnad: [^\n]*Arabic letters[^\n]*createdb[^\n]*\n$/);
      expect(await tablesOf({ ...empty, url: c })).toBe(0);
    },
  );
});

let c: string;
beforeAll(async () => {
  await administer(`CREATE DATABASE command_locale TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`);
  const url = new URL(inject('clusterUrl'));
  url.pathname = '/command_locale';
  c = url.href;
});
afterAll(() => administer('DROP DATABASE command_locale WITH (FORCE)'));

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

it('workers refuse a database in whose locale Arabic has no letters, and end with 1 and one line', async () => {
  const worker = startProcess('workers/main.js', { DATABASE_URL: c, LOG_LEVEL: 'silent' });
  expect(await worker.ended).toBe(1);
  expect(worker.output()).toMatch(/^isnad: [^\n]*Arabic letters[^\n]*\n$/);
});

describe('isnad seed', () => {
  it('refuses a database with people in it without --yes, and loads nothing', async () => {
    const desk = await createTestDatabase();
    try {
      expect(
        (await run(['key', 'create', '--member', 'desk', '--role', 'editor'], { DATABASE_URL: desk.url }))
          .code,
      ).toBe(0);
      const refused = await run(['seed'], { DATABASE_URL: desk.url });
      expect(refused).toEqual({
        code: 1,
        said: expect.stringMatching(/^isnad: There are people .*--yes\n$/) as string,
      });
      const client = new pg.Client({ connectionString: desk.url });
      await client.connect();
      expect((await client.query('SELECT 1 FROM claims')).rowCount).toBe(0);
      await client.end();
      expect(await run(['seed', '--yes'], { DATABASE_URL: desk.url })).toEqual({
        code: 0,
        said: expect.stringContaining('51 claims') as string,
      });
    } finally {
      await desk.drop();
    }
  });
});

describe('.env where a process is started', () => {
  const entries = ['src/cli/isnad.js', 'src/main.js', 'src/server.js', 'workers/main.js'];
  const start = async (entry: string, env: Record<string, string>): Promise<string> => {
    await writeFile(join(folder, '.env'), 'LOG_LEVEL=from-the-file\n');
    const child = spawn(process.execPath, [join(projectRoot, 'dist', entry), 'requeue'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT: 'x', DATABASE_URL: nowhere, ISNAD_DIR: folder, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child, 'close');
    return said;
  };

  it.each(entries)('is read by %s', async (entry) => {
    expect(await start(entry, {})).toMatch(/PORT: .*LOG_LEVEL: /);
  });

  it.each([
    ['where the environment says something else', { LOG_LEVEL: 'warn' }],
    ['in tests', { NODE_ENV: 'test' }],
  ])('does not count %s', async (_when, env) => {
    const said = await start('src/cli/isnad.js', env);
    expect(said).toContain('PORT: ');
    expect(said).not.toContain('LOG_LEVEL');
  });
});

it('isnad … | head ends in silence', async () => {
  const seeded = await createTestDatabase({ seeded: true });
  try {
    const shell = spawn('bash', ['-c', 'set -o pipefail; "$NODE" "$ISNAD" export | head -n 1 >/dev/null'], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        NODE: process.execPath,
        ISNAD: join(projectRoot, 'dist/src/cli/isnad.js'),
        DATABASE_URL: seeded.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(shell, 'close')) as [number];
    expect([code, said]).toEqual([0, '']);
  } finally {
    await seeded.drop();
  }
});
