/** What the API is held against: a bare Express, started on the core that the API has. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrom } from './api.js';
import { cores, startNode } from './processes.js';

interface Express {
  port: number;
  pid: number;
}

/** Beside an Express that answers this document whatever it is asked. */
export async function withConstant<Result>(
  folder: string,
  { path, payload }: { path: string; payload: unknown },
  work: (express: Express) => Promise<Result>,
): Promise<Result> {
  const file = join(folder, `constant-${String(Date.now())}.json`);
  await writeFile(file, JSON.stringify({ path, payload }));
  return withExpress(folder, { entry: 'bench/bare/constant.js', args: [file] }, work);
}

/** Beside an Express that reads and writes this database with SQL of its own; what it writes is of this member. */
export const withBare = <Result>(
  folder: string,
  { databaseUrl, member }: { databaseUrl: string; member: string },
  work: (express: Express) => Promise<Result>,
): Promise<Result> => withExpress(folder, { entry: 'bench/bare/main.js', args: [databaseUrl, member] }, work);

async function withExpress<Result>(
  folder: string,
  start: { entry: string; args: string[] },
  work: (express: Express) => Promise<Result>,
): Promise<Result> {
  const logFile = join(folder, `express-${String(Date.now())}.log`);
  const server = startNode({ ...start, env: { NODE_ENV: 'production' }, core: cores.server, logFile });
  try {
    const port = Number(await readFrom(logFile, /"port":(\d+)/));
    return await work({ port, pid: server.pid });
  } finally {
    await server.stop();
  }
}
