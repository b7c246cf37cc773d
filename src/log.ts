import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

/** Where a secret could stand in an object that is logged; paths are relative to the line. */
const secrets = ['authorization', 'password', 'secret', 'token', 'key', 'connectionString'].flatMap(
  (name) => [name, `*.${name}`, `*.*.${name}`],
);

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
  return destination ? pino(options, destination) : pino(options);
}
