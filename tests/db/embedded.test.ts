import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { startOf } from '../../src/platform/embedded/process-start.js';
import { Failure } from '../../src/platform/errors.js';
import { createLog } from '../../src/platform/log.js';

const isRoot = process.getuid?.() === 0;
const running: (() => Promise<void>)[] = [];
let folder: string;
/** A folder with a database at rest, made by the first start; the tests work on copies. */
let made: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-embedded-'));
  await chmod(folder, 0o711);
  made = join(folder, 'made');
  const first = await start(made);
  await query(first.ownerUrl, 'CREATE TABLE notes (text text)');
  await query(first.ownerUrl, "INSERT INTO notes VALUES ('kept')");
  await first.stop();
});
afterEach(async () => {
  for (const end of running.splice(0)) await end();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(dir: string, lines: string[] = []): Promise<EmbeddedPostgres> {
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const postgres = await startEmbeddedPostgres({
    dir,
    log: createLog({ level: 'info', name: 't', destination }),
  });
  running.push(() => postgres.stop());
  return postgres;
}

async function copy(name: string): Promise<string> {
  await promisify(execFile)('cp', ['-a', made, join(folder, name)]);
  return join(folder, name);
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const notes = async (url: string): Promise<string[]> =>
  (await query<{ text: string }>(url, 'SELECT text FROM notes')).map(({ text }) => text);

const serverOf = async (dir: string): Promise<number> =>
  Number((await readFile(join(dir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const isAlive = async (pid: number): Promise<boolean> => (await startOf(pid)) !== undefined;

/** Another process that has the database of `dir` running. */
async function hold(dir: string): Promise<{ holder: ChildProcess; url: string }> {
  const program = fileURLToPath(new URL('hold-embedded.ts', import.meta.url));
  const holder = spawn(process.execPath, ['--import', 'tsx', program, dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  return { holder, url: said.toString().trim() };
}

async function kill(holder: ChildProcess): Promise<void> {
  holder.kill('SIGKILL');
  await once(holder, 'exit');
}

const failureOf = async (dir: string): Promise<string> => {
  const failure: unknown = await start(dir).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Failure);
  const { message, kind } = failure as Failure;
  expect(kind).toBe('upstream');
  expect(message).not.toContain('\n');
  return message;
};

describe('the first start', () => {
  it('makes a database that knows Arabic letters', async () => {
    const { ownerUrl: url } = await start(await copy('arabic'));
    await query(url, 'CREATE EXTENSION pg_trgm');
    expect(
      await query(
        url,
        "SELECT similarity('كوريا', 'كوريا') AS alike, current_setting('server_encoding') AS encoding",
      ),
    ).toEqual([{ alike: 1, encoding: 'UTF8' }]);
  });

  it('is reached over the loopback interface only, and only with the password', async () => {
    const { ownerUrl: url, port } = await start(await copy('loopback'));
    expect(
      await query(
        url,
        "SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets",
      ),
    ).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
    await expect(
      query(`postgres://isnad:guess@127.0.0.1:${String(port)}/isnad`, 'SELECT 1'),
    ).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('shows data and password to nobody else', async () => {
    expect((await stat(join(made, 'postgres'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(made, 'postgres.password'))).mode & 0o777).toBe(0o600);
  });

  it('begins anew where the last one was killed half-way', async () => {
    const dir = join(folder, 'half');
    const program = fileURLToPath(new URL('hold-embedded.ts', import.meta.url));
    const holder = spawn(process.execPath, ['--import', 'tsx', program, dir], { stdio: 'ignore' });
    await vi.waitFor(
      async () => {
        const [unfinished] = (await readdir(dir)).filter((name) => name.includes('unfinished'));
        await stat(join(dir, unfinished ?? '', 'data', 'PG_VERSION'));
      },
      { timeout: 20_000, interval: 5 },
    );
    await kill(holder);
    expect(await readdir(dir)).not.toContain('postgres');

    const { ownerUrl: url } = await start(dir);
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a later start', () => {
  it('finds the data', async () => {
    expect(await notes((await start(await copy('second'))).ownerUrl)).toEqual(['kept']);
  });

  it('recovers what was committed before everything was killed', async () => {
    const dir = await copy('crashed');
    const { holder, url } = await hold(dir);
    await query(url, "INSERT INTO notes VALUES ('committed')");
    const server = await serverOf(dir);
    await kill(holder);
    process.kill(server, 'SIGKILL');
    expect(await notes((await start(dir)).ownerUrl)).toEqual(['kept', 'committed']);
  });

  it('ends a server that outlived its application, and says so', async () => {
    const dir = await copy('orphan');
    const { holder, url } = await hold(dir);
    const server = await serverOf(dir);
    await kill(holder);
    expect(await notes(url)).toEqual(['kept']);

    const lines: string[] = [];
    const { ownerUrl: next } = await start(dir, lines);
    expect(await isAlive(server)).toBe(false);
    expect(await notes(next)).toEqual(['kept']);
    expect(lines.filter((line) => line.includes('left behind'))).toHaveLength(1);
  });

  it('is not deceived by a process that has got the number of the last server', async () => {
    const dir = await copy('number');
    await writeFile(
      join(dir, 'postgres', 'postmaster.pid'),
      `${String(process.pid)}\n${dir}/postgres\n1\n5432\n\n127.0.0.1\n`,
    );
    expect(await notes((await start(dir)).ownerUrl)).toEqual(['kept']);
  });

  it('is not deceived by a process that has got the number of the last application', async () => {
    const dir = await copy('application');
    await writeFile(join(dir, 'postgres.lock'), `${String(process.pid)}\nanother boot/1\n\n`);
    expect(await notes((await start(dir)).ownerUrl)).toEqual(['kept']);
  });
});

describe('while it runs', () => {
  it('keeps everybody else from the folder, and names who has it', async () => {
    const dir = await copy('taken');
    const { holder, url } = await hold(dir);
    running.push(() => kill(holder).then(async () => (await start(dir)).stop()));
    expect(await failureOf(dir)).toBe(`${dir} is already in use by process ${String(holder.pid)}.`);
    expect(await notes(url)).toEqual(['kept']);
  });

  it('lets one of two that start at once have it', async () => {
    const dir = await copy('both');
    const starts = await Promise.allSettled([start(dir), start(dir), start(dir)]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('starts again on the same port when the server is killed', async () => {
    const dir = await copy('killed');
    const { ownerUrl: url } = await start(dir);
    process.kill(await serverOf(dir), 'SIGKILL');
    await vi.waitFor(
      async () => {
        expect(await notes(url)).toEqual(['kept']);
      },
      { timeout: 20_000, interval: 50 },
    );
  });

  it('leaves nothing running and no lock once it is stopped', async () => {
    const dir = await copy('stopped');
    const postgres = await start(dir);
    const server = await serverOf(dir);
    await Promise.all([postgres.stop(), postgres.stop()]);
    expect(await isAlive(server)).toBe(false);
    expect(await readdir(dir)).not.toContain('postgres.lock');
  });
});

describe('data that is not sound', () => {
  it('is left as it is when it is something else', async () => {
    const dir = join(folder, 'else');
    await mkdir(join(dir, 'postgres'), { recursive: true });
    await writeFile(join(dir, 'postgres', 'notes.txt'), 'mine');
    expect(await failureOf(dir)).toContain('is not a data folder of PostgreSQL');
    expect(await readdir(join(dir, 'postgres'))).toEqual(['notes.txt']);
  });

  it('is left as it is when another version made it', async () => {
    const dir = await copy('version');
    await writeFile(join(dir, 'postgres', 'PG_VERSION'), '15\n');
    expect(await failureOf(dir)).toContain('initialized by PostgreSQL version 15');
    expect(await readdir(join(dir, 'postgres'))).toContain('base');
  });

  it('is named when part of it is gone', async () => {
    const dir = await copy('damaged');
    await rm(join(dir, 'postgres', 'global', 'pg_control'));
    expect(await failureOf(dir)).toContain('could not find the database system');
  });

  it('is named when the password is gone', async () => {
    const dir = await copy('password');
    await rm(join(dir, 'postgres.password'));
    expect(await failureOf(dir)).toContain('postgres.password');
  });

  it('is named when the folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await failureOf(join(folder, 'file', 'isnad'))).toContain('ENOTDIR');
  });
});

describe.runIf(isRoot)('started by root', () => {
  it("keeps the data where the server's account can go, and finds it again", async () => {
    const dir = join(folder, 'private');
    await mkdir(dir, { mode: 0o700 });
    const lines: string[] = [];
    const first = await start(dir, lines);
    const data = (await readFile(join(dir, 'postgres.location'), 'utf8')).trim();
    try {
      expect(lines.filter((line) => line.includes(data))).toHaveLength(1);
      await query(first.ownerUrl, 'CREATE TABLE notes (text text)');
      await query(first.ownerUrl, "INSERT INTO notes VALUES ('far away')");
      await first.stop();
      expect(await notes((await start(dir)).ownerUrl)).toEqual(['far away']);
    } finally {
      for (const end of running.splice(0)) await end();
      await rm(data, { recursive: true });
    }
  });
});
