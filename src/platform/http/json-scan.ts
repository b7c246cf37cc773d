import type { Fault } from '../errors.js';
import { textFault } from '../../domain/text/wellformed.js';

/**
 * PURE: what `JSON.parse` lets pass and a system of record must not. It keeps the last of two equal keys,
 * rounds numbers, and accepts any depth. This is one pass without recursion over the text, before parsing;
 * broken syntax ends it quietly, because the parser says that better.
 */

const deepest = 32;
const mostFaults = 100;
const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);
const literal = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

interface Frame {
  /** Keys so far of an object; undefined for an array. */
  keys: Set<string> | undefined;
  /** Where in this container the scan is: a key or an index. */
  at: string | number;
}

/**
 * Every fault of the text, with RFC 6901 pointers; empty when it may be parsed. `mostEntries` is far more than any
 * request needs, and few enough that naming a fault in each costs nothing.
 */
export function scanJson(text: string, mostEntries = 20_000): Fault[] {
  const faults: Fault[] = [];
  const stack: Frame[] = [];
  const warn = (message: string): void => {
    faults.push({ in: 'body', pointer: pointerOf(stack), message });
  };
  /** What came in UTF-8 holds what cannot be stored only by an escape, or NUL as it is. */
  const suspicious = text.includes('\\') || text.includes('\0');
  let position = 0;
  let keyExpected = false;
  let entries = 0;
  while (position < text.length && faults.length < mostFaults) {
    const character = text.charAt(position);
    const frame = stack.at(-1);
    if (character === '"') {
      const end = endOfString(text, position);
      if (end === undefined) break;
      if (!suspicious && !keyExpected) {
        position = end;
        continue;
      }
      const value = readString(text.slice(position, end));
      if (value === undefined) break;
      position = end;
      if (keyExpected && frame?.keys) {
        frame.at = value;
        if (prototypeKeys.has(value)) warn('is a name that is not allowed');
        else if (frame.keys.has(value)) warn('is given twice');
        frame.keys.add(value);
        keyExpected = false;
      }
      const message = textFault(value);
      if (message) warn(message);
      continue;
    }
    if (character === '{' || character === '[') {
      if (stack.length === deepest) {
        warn(`must not be nested deeper than ${String(deepest)} levels`);
        break;
      }
      keyExpected = character === '{';
      stack.push({ keys: keyExpected ? new Set() : undefined, at: keyExpected ? '' : 0 });
    } else if (character === '}' || character === ']') {
      stack.pop();
      keyExpected = false;
    } else if (character === ',' && frame) {
      if (++entries === mostEntries) {
        warn(`is too much: a body has at most ${mostEntries.toLocaleString('en')} entries in all`);
        break;
      }
      keyExpected = frame.keys !== undefined;
      if (typeof frame.at === 'number') frame.at++;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      literal.lastIndex = position;
      const number = literal.exec(text)?.[0];
      if (number === undefined) break;
      position += number.length;
      if (!survives(number)) warn('is a number that cannot be kept exactly; send it as text');
      continue;
    }
    position++;
  }
  return faults;
}

/** Where the string that opens at `start` ends (after its quote). */
function endOfString(text: string, start: number): number | undefined {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text.charCodeAt(quote - 1 - escapes) === 0x5c) escapes++;
    // Two of them are one backslash; an odd one stands for the quote.
    if (escapes % 2 === 0) return quote + 1;
  }
  return undefined;
}

function readString(raw: string): string | undefined {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    return JSON.parse(raw) as string;
  } catch {
    return undefined;
  }
}

function survives(number: string): boolean {
  const value = Number(number);
  if (!Number.isFinite(value)) return false;
  if (value === 0) return !/[1-9]/.test(number.split(/e/i)[0] ?? '');
  return !/^-?\d+$/.test(number) || Number.isSafeInteger(value) || BigInt(number) === BigInt(value);
}

const pointerOf = (stack: readonly Frame[]): string => toPointer(stack.map((frame) => frame.at));

/** RFC 6901. A pointer is told to the caller, so what cannot be shown in a key is replaced in it. */
export const toPointer = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD')
    .slice(0, 500);
