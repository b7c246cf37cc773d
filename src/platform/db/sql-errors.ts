/** What PostgreSQL said, out of what Prisma throws. */
import pg from 'pg';

export const serializationFailure = '40001';

/**
 * Prisma shows a database error in three shapes: P2034 for a conflict in a model query, P2010 with the
 * driver's error inside for raw SQL, and a driver error without a code when COMMIT itself fails. The driver shows it as it is.
 */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (error instanceof pg.DatabaseError) return error.code;
  if ('code' in error && error.code === 'P2034') return serializationFailure;
  const cause = driverCause(error);
  return typeof cause?.['originalCode'] === 'string' ? cause['originalCode'] : undefined;
}

/** Whether a rule of the database refused a write: a constraint, or a trigger that says why. */
export const isRefusedByRule = (error: unknown): boolean => /^(?:23\w{3}|P0001)$/.test(sqlState(error) ?? '');

/** The name of the constraint that refused a write, where one did. */
export function violatedConstraint(error: unknown): string | undefined {
  if (error instanceof pg.DatabaseError) return error.constraint;
  const message = JSON.stringify(driverCause(error) ?? (error as { meta?: unknown } | null)?.meta ?? '');
  return /constraint \\?"(\w+)\\?"/.exec(message)?.[1];
}

function driverCause(error: unknown): Record<string, unknown> | undefined {
  const meta = (error as { meta?: { driverAdapterError?: { cause?: unknown } } } | null)?.meta;
  const cause = meta?.driverAdapterError?.cause ?? (error as { cause?: unknown } | null)?.cause;
  return typeof cause === 'object' && cause !== null ? (cause as Record<string, unknown>) : undefined;
}
