import { join } from 'node:path';
import { z } from 'zod';

/** Empty counts as not set, as in `REDIS_URL= npm start`. */
const optional = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const number = (fallback: number, { min, max }: { min: number; max: number }) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? fallback : value),
    z.coerce
      .number()
      .int(`must be a whole number from ${String(min)} to ${String(max)}`)
      .min(min)
      .max(max),
  );

/** Every setting there is. `.env.example` shows the same names and defaults; a test compares them. */
export const settings = {
  PORT: {
    default: '4545',
    about: 'Where the API listens',
    schema: number(4545, { min: 0, max: 65_535 }),
  },
  HOST: {
    default: '127.0.0.1',
    about: 'The address it listens on; 0.0.0.0 in a container',
    schema: optional.transform((value) => value ?? '127.0.0.1'),
  },
  ISNAD_DIR: {
    default: '.isnad',
    about: 'Where `npm start` keeps its database and the first keys',
    schema: optional.transform((value) => value ?? '.isnad'),
  },
  DATABASE_URL: {
    default: '',
    about: 'PostgreSQL 15 or later; empty: an embedded one in ISNAD_DIR',
    schema: optional,
  },
  DATABASE_CONNECTIONS: {
    default: '10',
    about: 'Connections one process holds at most',
    schema: number(10, { min: 2, max: 500 }),
  },
  REDIS_URL: {
    default: '',
    about: 'Redis for the queue, with maxmemory-policy noeviction; empty: the queue lives in PostgreSQL',
    schema: optional,
  },
  WORKER_CONCURRENCY: {
    default: '10',
    about: 'Jobs one worker process works on at the same time',
    schema: number(10, { min: 1, max: 200 }),
  },
  CHECKPOINT_DIR: {
    default: '',
    about:
      'Where signed checkpoints and their key are kept, outside the database; empty: `checkpoints` in ISNAD_DIR',
    schema: optional,
  },
  LOG_LEVEL: {
    default: 'info',
    about: 'fatal, error, warn, info, debug, trace or silent',
    schema: z.preprocess(
      (value) => (value === undefined || value === '' ? 'info' : value),
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    ),
  },
} as const;

const environment = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, { schema }]) => [name, schema])) as {
    [Name in keyof typeof settings]: (typeof settings)[Name]['schema'];
  },
);

export interface Env {
  port: number;
  host: string;
  dir: string;
  /** Undefined: embedded. */
  databaseUrl: string | undefined;
  databaseConnections: number;
  redisUrl: string | undefined;
  checkpointDir: string;
  logLevel: string;
  workers: { concurrency: number };
}

/** Reads the environment; throws one line that names every setting that is wrong. */
export function readEnv(given: NodeJS.ProcessEnv = process.env): Env {
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`The environment is not right. ${wrong.join('; ')}.`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dir: env.ISNAD_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseConnections: env.DATABASE_CONNECTIONS,
    redisUrl: env.REDIS_URL,
    checkpointDir: env.CHECKPOINT_DIR ?? join(env.ISNAD_DIR, 'checkpoints'),
    logLevel: env.LOG_LEVEL,
    workers: { concurrency: env.WORKER_CONCURRENCY },
  };
}

/** The environment of a child process: ours, with changes. */
export const environmentWith = (changes: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...changes,
});

/** For processes that stand on a database of their own kind: only `npm start` brings one along. */
export function requireDatabase(env: Env): Env & { databaseUrl: string } {
  if (env.databaseUrl === undefined) {
    throw new Error('DATABASE_URL is not set. Set it, or use "npm start", which brings a database along.');
  }
  return { ...env, databaseUrl: env.databaseUrl };
}
