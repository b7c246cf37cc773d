import { createHash, hash } from 'node:crypto';
import type { z } from 'zod';
import { Failure } from '../errors.js';

const digestBytes = 6;

/**
 * Opaque to callers: base64url of a short digest and the JSON of `value`. The digest is no secret; it makes a
 * cut or mistyped cursor an error rather than another place in the list.
 */
export function encodeCursor(value: unknown): string {
  const json = JSON.stringify(value);
  // A digest of six bytes is eight whole characters, so the two may be written one after the other.
  return hash('sha256', json, 'base64url').slice(0, 8) + Buffer.from(json, 'utf8').toString('base64url');
}

/** What a cursor is bound to, in short: filters that are left out, and the order in which they are named, make no difference. */
export const queryFingerprint = (asked: object): string =>
  hash(
    'sha256',
    JSON.stringify(
      Object.entries(asked)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    'base64url',
  ).slice(0, 12);

/** The value a cursor stands for; undefined without a cursor. Throws `invalid`, naming the parameter `after`. */
export function decodeCursor<S extends z.ZodType>(
  cursor: string | undefined,
  schema: S,
): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(open(cursor));
  if (!parsed.success) throw invalidCursor();
  return parsed.data;
}

function open(cursor: string): unknown {
  const bytes = Buffer.from(cursor, 'base64url');
  const json = bytes.subarray(digestBytes);
  // Node decodes base64url leniently; only the one canonical spelling is ours.
  if (bytes.toString('base64url') !== cursor) throw invalidCursor();
  if (!digestOf(json).equals(bytes.subarray(0, digestBytes))) throw invalidCursor();
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    throw invalidCursor();
  }
}

const digestOf = (json: Buffer): Buffer =>
  createHash('sha256').update(json).digest().subarray(0, digestBytes);

export const invalidCursor = (): Failure =>
  new Failure('invalid', 'The cursor is not one this list gave out. Start again without `after`.', {
    code: 'invalid_cursor',
    faults: [
      { in: 'query', pointer: 'after', message: 'must be the `next` of an earlier page of this list' },
    ],
  });
