import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

/** Where a secret could stand in an object that is logged; paths are relative to the line. */
const secrets = ['authorization', 'password', 'secret', 'token', 'key', 'connectionString'].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
);

/** Lines wait for each other until they are worth a write, but not for long. Bytes, milliseconds. */
const gathering = { minLength: 4_096, periodicFlush: 100 };

/**
 * Where lines go: 1 is stdout, 2 is stderr. A write for each of them would be the largest part of a polled
 * request. The last ones are written before the process ends, whatever it ends of, short of being killed.
 */
export const output = (fd: 1 | 2): DestinationStream => pino.destination({ fd, sync: false, ...gathering });

/** What PostgreSQL says of an error beside its message: the row that failed, or the statement, with the words in it. */
const wordsOfErrors: ReadonlySet<string> = new Set(['detail', 'where', 'internalQuery']);

/** Errors hold others, or themselves: no deeper than anybody would look. */
const deepest = 8;

function withoutWords(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[deeper]';
  if (Array.isArray(value)) return value.map((one) => withoutWords(one, depth + 1));
  const shown = value instanceof Error ? pino.stdSerializers.err(value) : value;
  return Object.fromEntries(
    Object.entries(shown).flatMap(([name, one]) =>
      wordsOfErrors.has(name) ? [] : [[name, withoutWords(one, depth + 1)]],
    ),
  );
}

/** One JSON object per line: what callers send can break neither lines nor terminals. */
export function createLog({
  level,
  name,
  destination,
}: {
  level: string;
  name: string;
  destination?: DestinationStream;
}): Log {
  const options = {
    level,
    name,
    serializers: { err: (error: unknown) => withoutWords(error) },
    redact: { paths: secrets, censor: '[secret]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination ?? output(1));
}
