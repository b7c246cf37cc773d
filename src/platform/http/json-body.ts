import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { Failure } from '../errors.js';
import { headerOf } from './header.js';
import { scanJson } from './json-scan.js';

/**
 * Room for the longest article in any script, escaped or not. Inflated size: what a gzip bomb becomes counts,
 * not what it weighs on the way.
 */
const largestBody = 4 * 1024 * 1024;

/** It reads Node's own requests as well as Express's, which its type does not say. */
const readRaw = express.raw({ type: () => true, limit: largestBody }) as unknown as (
  request: IncomingMessage,
  response: ServerResponse,
  done: (error?: unknown) => void,
) => void;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** Whether the request carries a body at all; `Content-Length: 0` is none. */
const carriesBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The parsed body, or undefined without one. Throws what is wrong with it, every fault at once. */
export async function readJsonBody(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  if (!carriesBody(request)) return undefined;
  demandJson(headerOf(request, 'content-type'));
  await new Promise<void>((resolve, reject) => {
    readRaw(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else
        reject(error instanceof Error ? error : new Error('The body could not be read.', { cause: error }));
    });
  });
  const { body: bytes } = request as { body?: unknown };
  return Buffer.isBuffer(bytes) && bytes.length > 0 ? parseJson(bytes) : undefined;
}

function demandJson(contentType: string | undefined): void {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const isJson = type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
  const isUtf8 = charset === undefined || /^"?utf-?8"?$/.test(charset);
  if (isJson && isUtf8) return;
  throw new Failure('invalid', 'Send the body as `Content-Type: application/json`, encoded in UTF-8.', {
    code: 'unsupported_media_type',
    faults: [{ in: 'header', pointer: 'Content-Type', message: 'must be application/json in UTF-8' }],
  });
}

function parseJson(bytes: Buffer): unknown {
  const text = decode(bytes);
  const faults = scanJson(text);
  if (faults.length > 0) throw new Failure('invalid', 'The body cannot be accepted as it is.', { faults });
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('is not valid JSON');
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
