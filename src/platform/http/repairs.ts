/** What of a body was changed when it was taken in: the answer to it tells, and no later one. */
import { z } from 'zod';
import { cleanAddress, cleaningOf } from '../../domain/text/clean-address.js';
import type { Reply } from './route.js';

const repair = z.strictObject({ pointer: z.string(), message: z.string() });
export type Repair = z.output<typeof repair>;

export const repairs = z
  .array(repair)
  .optional()
  .describe('What of the input was changed, and why; only in this answer');

/** Addresses that were cleaned: `sent` and `taken` have the same form. */
export function findRepairs(sent: unknown, taken: unknown, pointer = ''): Repair[] {
  // A document that was taken in as it is may be long.
  if (sent === taken) return [];
  if (typeof sent === 'string') return isAddress(taken) ? tellCleaning(sent, taken, pointer) : [];
  if (typeof sent !== 'object' || sent === null || typeof taken !== 'object' || taken === null) return [];
  return Object.entries(sent).flatMap(([name, value]) =>
    findRepairs(value, (taken as Record<string, unknown>)[name], `${pointer}/${name}`),
  );
}

/** Other texts lose the blanks around them as well, which is told of nobody. */
const isAddress = (taken: unknown): taken is string =>
  typeof taken === 'string' && /^https?:\/\//i.test(taken);

function tellCleaning(sent: string, taken: string, pointer: string): Repair[] {
  if (cleanAddress(sent) !== taken) return [];
  const { escaped, takenOut } = cleaningOf(sent, taken);
  return [
    ...(takenOut ? [{ pointer, message: 'invisible characters were taken out' }] : []),
    ...(escaped
      ? [{ pointer, message: 'a joiner between letters was written as %E2%80%8C or %E2%80%8D' }]
      : []),
  ];
}

/** The answer, with what was changed. */
export function tellRepairs(reply: Reply, found: readonly Repair[]): Reply {
  if (found.length === 0) return reply;
  const { rendered, ...rest } = reply;
  const body = rendered === undefined ? reply.body : (JSON.parse(rendered) as unknown);
  return { ...rest, body: { ...(body as object), repairs: found } };
}
