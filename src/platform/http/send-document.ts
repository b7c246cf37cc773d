/** Documents for everybody. A shared cache may keep them for a second: what was taken back is gone after that. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import Negotiator from 'negotiator';
import { entityTag, matches } from './conditional.js';

interface Document {
  status?: number;
  type: string;
  body: string | Buffer;
  /** What a browser may load for it, and where it may be framed. */
  policy?: string;
  headers?: Readonly<Record<string, string>>;
}

export const forASecond = 'public, max-age=0, s-maxage=1';
/** Below, the headers weigh more. */
const worthCompressing = 1_400;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

export async function sendDocument(
  request: Request,
  response: Response,
  { status = 200, type, body, policy, headers = {} }: Document,
): Promise<void> {
  const bytes = Buffer.from(body as string);
  const isText = typeof body === 'string';
  const encoding = isText && bytes.length >= worthCompressing ? encodingFor(request) : undefined;
  const digest = createHash('sha256')
    .update(`${type} ${encoding ?? ''} `)
    .update(bytes)
    .digest('base64url');
  const tag = entityTag('public', digest.slice(0, 22));
  response.set({ 'Cache-Control': forASecond, ...headers });
  if (isText) response.vary('Accept-Encoding');
  if (policy !== undefined) response.set('Content-Security-Policy', policy);
  if (status === 200) {
    response.set('ETag', tag);
    if (matches(request, tag)) {
      response.status(304).end();
      return;
    }
  }
  response.status(status).set('Content-Type', type);
  if (encoding !== undefined) response.set('Content-Encoding', encoding);
  const sent = await compress(bytes, encoding);
  // An answer to HEAD has it, too: some ask first how large a picture is.
  response.set('Content-Length', String(sent.length)).end(sent);
}

/** The smaller one of those that are taken at all: browsers name both without saying which they would rather have. */
const encodingFor = (request: Request): 'br' | 'gzip' | undefined => {
  const accepted = new Negotiator(request).encodings(['br', 'gzip']);
  return (['br', 'gzip'] as const).find((one) => accepted.includes(one));
};

/** At a level that costs about a millisecond, outside of the thread that answers; what stands before us may do better. */
async function compress(bytes: Buffer, encoding: 'br' | 'gzip' | undefined): Promise<Buffer> {
  if (encoding === 'br') return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? zip(bytes) : bytes;
}
