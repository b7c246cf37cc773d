/** PURE: when two requests are the same, and how an `Idempotency-Key` is written. */

/** JSON in which the order of members does not count. Not RFC 8785 (domain/text/canonical-json.ts): it never throws. */
export function fingerprintJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(fingerprintJson).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${fingerprintJson(member)}`);
  return `{${members.join(',')}}`;
}

const quoted = /^\s*"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])+)"\s*$/;
const bare = /^[A-Za-z0-9._:~+/=-]+$/;
const longest = 255;

/**
 * The key in the header's value: a string of RFC 8941, as the draft asks for, or the same without quotes, as
 * most clients write it. Undefined where it is neither, or has more than 255 characters.
 */
export function parseIdempotencyKey(value: string): string | undefined {
  const inner = quoted.exec(value)?.[1]?.replace(/\\(["\\])/g, '$1');
  const key = inner ?? (bare.test(value) ? value : undefined);
  return key !== undefined && key.length <= longest ? key : undefined;
}
