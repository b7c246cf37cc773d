import { sqlState } from '../db/sql-errors.js';

/** Prisma: not reachable, timed out, connection closed, pool exhausted, transaction not started or too long. */
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);

const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT']);

/**
 * PostgreSQL: connection exceptions, shutting down or starting, too many connections, statement and lock
 * timeouts, an idle transaction ended, and conflicts that outlived every retry.
 */
const sqlStates = /^(?:08\w{3}|57P0[1-5]|57014|55P03|53\w{3}|25P0[34]|40001|40P01)$/;

/** The same as `pg` and the driver adapter say it, without a code. */
const wordings =
  /timeout exceeded when trying to connect|connection (?:was )?terminated|connection timeout|connection error and is not queryable|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections/i;

/**
 * Whether this error says that the database cannot answer at the moment: the request was fine, and the same
 * request may succeed later.
 */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (prismaCodes.has(code) || systemCodes.has(code) || sqlStates.test(code)) return true;
  if (sqlStates.test(sqlState(error) ?? '')) return true;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  if (error instanceof Error && wordings.test(`${error.message} ${kindOf(error)}`)) return true;
  return 'cause' in error && isUnavailable(error.cause);
}

function kindOf(error: Error): string {
  const meta =
    'meta' in error ? (error.meta as { driverAdapterError?: { cause?: { kind?: unknown } } }) : undefined;
  const kind = meta?.driverAdapterError?.cause?.kind;
  return typeof kind === 'string' ? kind : '';
}
