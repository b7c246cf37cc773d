import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that can be read as a digit or as another letter. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** 50 bits: with a million refs of one kind, the next one is taken once in a thousand million times. */
const length = 10;

/** A ref for what was given none: `newRef('a')` → `a-7k3m9q2x5v`. */
export const newRef = (prefix: string): string =>
  `${prefix}-${Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('')}`;
