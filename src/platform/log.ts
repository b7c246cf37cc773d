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
    redact: { paths: secrets, censor: '[secret]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination ?? output(1));
}
