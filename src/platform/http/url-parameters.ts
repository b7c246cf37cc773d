import { Failure } from '../errors.js';
import type { Fault } from '../errors.js';

/** PURE: paths and queries as they were sent, refused where decoding would change or lose something. */

/** Throws `invalid` when the path has bytes or escapes that are no text. */
export function requireReadablePath(path: string): void {
  const decoded = decode(path, false);
  if (typeof decoded === 'string') return;
  throw new Failure('invalid', `The path ${decoded.message}.`, {
    code: 'malformed_url',
    faults: [{ in: 'path', pointer: '', message: decoded.message }],
  });
}

/**
 * Name → value. `a[b]=1` is a parameter called `a[b]`, which nobody knows. One given twice holds both, with a comma
 * between or as a list, where it takes several values; otherwise it is a fault, because which of the two counts would be a guess.
 */
export function readQuery(
  search: string,
  manyOf: (name: string) => 'commas' | 'repeated' | undefined,
): { values: Record<string, string | string[]>; faults: Fault[] } {
  const values = new Map<string, string | string[]>();
  const faults: Fault[] = [];
  const warn = (pointer: string, message: string): void => {
    faults.push({ in: 'query', pointer, message });
  };
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const equals = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = decode(pair.slice(0, equals), true);
    const value = decode(pair.slice(equals + 1), true);
    if (typeof name !== 'string') warn('', `has a name that ${name.message}`);
    else if (name === '__proto__') warn(name, 'is not known here');
    else if (typeof value !== 'string') warn(name, value.message);
    else if (!values.has(name)) values.set(name, value);
    else {
      const many = manyOf(name);
      const before = values.get(name) ?? [];
      if (many === undefined) warn(name, 'is given more than once');
      else values.set(name, many === 'commas' ? `${String(before)},${value}` : [before, value].flat());
    }
  }
  return { values: Object.fromEntries(values), faults };
}

function decode(text: string, plusIsSpace: boolean): string | { message: string } {
  // Beyond ASCII a request line has no encoding; Node would read the bytes as Latin-1.
  if (/[^\x21-\x7e]/.test(text)) return { message: 'must be percent-encoded UTF-8' };
  try {
    const decoded = decodeURIComponent(plusIsSpace ? text.replaceAll('+', ' ') : text);
    return decoded.includes('\0') ? { message: 'must not contain the character NUL' } : decoded;
  } catch {
    return { message: 'has percent-encoding that is not valid UTF-8' };
  }
}
