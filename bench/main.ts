/** Entry of `npm run bench`. Exit codes: 0 everything under its limit, 1 not. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/embedded/postgres.js';
import { createLog } from '../src/log.js';
import { benchDesk } from './desk.js';
import { benchFlow } from './flow.js';
import { renderTable, type Row } from './table.js';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const folder = await mkdtemp(join(tmpdir(), 'isnad-bench-'));
// As root, the database runs under another account, which has to pass through.
await chmod(folder, 0o711);
try {
  const postgres = await startEmbeddedPostgres({
    dir: join(folder, 'isnad'),
    log: createLog({ level: 'warn', name: 'bench' }),
    // What is measured is reading; the data goes with the folder.
    settings: { fsync: 'off', max_wal_size: '4GB' },
  });
  try {
    const rows: Row[] = [
      ...(await benchFlow(await createDatabases(postgres.url, 'flow'), say)),
      ...(await benchDesk(await createDatabases(postgres.url, 'desk'), say)),
    ];
    say(`\n${renderTable(rows)}`);
    if (rows.some(({ large, limit = Infinity }) => large >= limit)) process.exitCode = 1;
  } finally {
    await postgres.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** An empty database for each size. */
async function createDatabases(clusterUrl: string, name: string): Promise<{ small: string; large: string }> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    const create = async (size: string): Promise<string> => {
      await client.query(`CREATE DATABASE ${name}_${size}`);
      return Object.assign(new URL(clusterUrl), { pathname: `/${name}_${size}` }).href;
    };
    return { small: await create('small'), large: await create('large') };
  } finally {
    await client.end();
  }
}
