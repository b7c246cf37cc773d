/** One capture as a WARC 1.1 file (ISO 28500:2017), which web archives and their tools read. */
import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Header, Hop } from './fetch-page.js';

interface WarcCapture {
  id: string;
  url: string;
  at: Date;
  redirects: readonly Hop[];
  requestHeaders: readonly Header[];
  status: number;
  headers: readonly Header[];
}

/** A connection's own business: the bytes are kept as they were once it was taken off. */
const ofTheConnection = new Set([
  'transfer-encoding',
  'connection',
  'keep-alive',
  'trailer',
  'content-length',
]);

export function writeWarc(capture: WarcCapture, bytes: Buffer): Buffer {
  const date = capture.at.toISOString();
  const idOf = (part: string): string => recordId(capture.id, part);
  const about = `software: Isnad\r\nformat: WARC File Format 1.1\r\ndescription: capture ${capture.id}; values of Cookie and Set-Cookie and what concerns only the connection are left out\r\n`;
  const request = requestOf(capture);
  const response = Buffer.concat([responseHead(capture, bytes.length), bytes]);
  const led = capture.redirects.map(({ url, status }) => `redirect: ${String(status)} ${url}\r\n`).join('');
  return Buffer.concat([
    record('warcinfo', idOf('warcinfo'), date, { 'Content-Type': 'application/warc-fields' }, about),
    record(
      'request',
      idOf('request'),
      date,
      {
        'WARC-Target-URI': capture.url,
        'WARC-Concurrent-To': idOf('response'),
        'WARC-Warcinfo-ID': idOf('warcinfo'),
        'Content-Type': 'application/http;msgtype=request',
      },
      request,
    ),
    record(
      'response',
      idOf('response'),
      date,
      {
        'WARC-Target-URI': capture.url,
        'WARC-Warcinfo-ID': idOf('warcinfo'),
        'WARC-Payload-Digest': digestOf(bytes),
        'Content-Type': 'application/http;msgtype=response',
      },
      response,
    ),
    ...(led === ''
      ? []
      : [
          record(
            'metadata',
            idOf('metadata'),
            date,
            {
              'WARC-Target-URI': capture.url,
              'WARC-Concurrent-To': idOf('response'),
              'WARC-Warcinfo-ID': idOf('warcinfo'),
              'Content-Type': 'application/warc-fields',
            },
            led,
          ),
        ]),
  ]);
}

function record(
  type: string,
  id: string,
  date: string,
  fields: Readonly<Record<string, string>>,
  block: Buffer | string,
): Buffer {
  const content = Buffer.from(block as string);
  const head = Object.entries({
    'WARC-Type': type,
    'WARC-Record-ID': id,
    'WARC-Date': date,
    ...fields,
    'WARC-Block-Digest': digestOf(content),
    'Content-Length': String(content.length),
  });
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${linesOf(head)}\r\n`), content, Buffer.from('\r\n\r\n')]);
}

function requestOf({ url, requestHeaders }: WarcCapture): string {
  const { pathname, search, host } = new URL(url);
  return `GET ${pathname}${search} HTTP/1.1\r\n${linesOf([['host', host], ...requestHeaders])}\r\n`;
}

function responseHead({ status, headers }: WarcCapture, length: number): Buffer {
  const kept = headers.filter(([name]) => !ofTheConnection.has(name));
  const lines = linesOf([...kept, ['content-length', String(length)]]);
  // Headers were read byte by byte as Latin-1, and are written so: a name in bare UTF-8 stays the bytes that came.
  return Buffer.from(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n`, 'latin1');
}

/** A value cannot end its own line. */
const linesOf = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\r\n`).join('');

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The same for the same capture, so that two exports are the same file (a UUID of version 8, RFC 9562). */
function recordId(capture: string, part: string): string {
  const hex = createHash('sha256').update(`${capture} ${part}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `<urn:uuid:${uuid.join('-')}>`;
}
