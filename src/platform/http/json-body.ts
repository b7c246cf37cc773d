import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';
import { scanJson } from './json-scan.js';

const MiB = 1024 * 1024;

/** It reads Node's own requests as well as Express's, which its type does not say. */
const readUpTo = (limit: number) =>
  express.raw({ type: () => true, limit }) as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    done: (error?: unknown) => void,
  ) => void;

/**
 * Room for the longest article in any script, escaped or not, or for a thousand claims with all that is known about
 * them. Inflated size: what a gzip bomb becomes counts, not what it weighs on the way.
 */
const one = { read: readUpTo(4 * MiB), mostEntries: 20_000, lines: false };
const many = { read: readUpTo(16 * MiB), mostEntries: 200_000, lines: true };

/** More lines than any operation takes: who sends so many is refused for it. */
const mostLines = 10_000;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Whether the request carries a body at all; `Content-Length: 0` is none. */
const carriesBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The parsed body, or undefined without one. Throws what is wrong with it, every fault at once. With `takesMany`,
 * lines of NDJSON become `{items: […]}`, those that cannot be read as a `Failure` each.
 */
export async function readJsonBody(
  request: IncomingMessage,
  response: ServerResponse,
  { takesMany = false } = {},
): Promise<unknown> {
  if (!carriesBody(request)) return undefined;
  const { read, lines, mostEntries } = takesMany ? many : one;
  const type = mediaTypeOf(headerOf(request, 'content-type'), lines);
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else
        reject(error instanceof Error ? error : new Error('The body could not be read.', { cause: error }));
    });
  });
  const { body: bytes } = request as { body?: unknown };
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined;
  const text = decode(bytes);
  return type === 'lines' ? { items: parseLines(text) } : parseJson(text, mostEntries);
}

function mediaTypeOf(contentType: string | undefined, lines: boolean): 'json' | 'lines' {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  if (isUtf8 && lines && /^application\/(x-)?ndjson$/.test(type)) return 'lines';
  if (isUtf8 && /^application\/(json|[\w.-]+\+json)$/.test(type)) return 'json';
  const types = lines ? 'application/json or application/x-ndjson' : 'application/json';
  throw new Failure('invalid', `Send the body as \`Content-Type: ${types}\`, encoded in UTF-8.`, {
    code: 'unsupported_media_type',
    faults: [{ in: 'header', pointer: 'Content-Type', message: `must be ${types} in UTF-8` }],
  });
}

function parseJson(text: string, mostEntries: number): unknown {
  const faults = scanJson(text, mostEntries);
  if (faults.length > 0) throw new Failure('invalid', 'The body cannot be accepted as it is.', { faults });
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('is not valid JSON');
  }
}

/** Blank lines count for nothing. */
function parseLines(text: string): unknown[] {
  const items: unknown[] = [];
  for (let start = 0; start < text.length && items.length < mostLines;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end === -1 ? undefined : end);
    if (line.trim() !== '') items.push(parseLine(line));
    start += line.length + 1;
  }
  return items;
}

/** The value of one line of NDJSON, or why it has none. */
export function parseLine(line: string): unknown {
  try {
    return parseJson(line, one.mostEntries);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function decode(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw malformed('is not valid UTF-8');
  }
}

const malformed = (message: string): Failure =>
  new Failure('invalid', `The body ${message}.`, {
    code: 'malformed_body',
    faults: [{ in: 'body', pointer: '', message }],
  });
