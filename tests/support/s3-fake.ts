/** As much of S3 as we use. It computes each signature itself, from the request as it came over the wire. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';

interface S3FakeOptions {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface S3Fake {
  listener: RequestListener;
  /** Key → bytes. */
  objects: Map<string, Buffer>;
  puts: number;
  /** The key may not list the bucket: what is not there is forbidden. */
  mayNotList: boolean;
}

const hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

export function createS3Fake(options: S3FakeOptions): S3Fake {
  const fake: S3Fake = {
    objects: new Map(),
    puts: 0,
    mayNotList: false,
    listener: (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const prefix = `/${options.bucket}/`;
        const path = request.url ?? '';
        if (!isSigned(request, body, options) || !path.startsWith(prefix)) {
          response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
          return;
        }
        const key = path.slice(prefix.length);
        if (request.method === 'PUT') {
          fake.puts++;
          fake.objects.set(key, body);
          response.writeHead(200).end();
          return;
        }
        const found = fake.objects.get(key);
        if (!found) response.writeHead(fake.mayNotList ? 403 : 404).end();
        else
          response
            .writeHead(200, {
              'Content-Length': found.length,
              ETag: `"${createHash('md5').update(found).digest('hex')}"`,
            })
            .end(request.method === 'HEAD' ? undefined : found);
      });
    },
  };
  return fake;
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/;

function isSigned(request: IncomingMessage, body: Buffer, options: S3FakeOptions): boolean {
  const [, id, day = '', region = '', names = '', signature = ''] =
    form.exec(request.headers.authorization ?? '') ?? [];
  if (id !== options.accessKeyId || region !== options.region) return false;
  const signed = names.split(';');
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => signed.includes(name))) return false;
  if (request.headers['x-amz-content-sha256'] !== hex(body)) return false;
  const time = String(request.headers['x-amz-date']);
  if (!time.startsWith(day)) return false;
  const canonical = `${String(request.method)}\n${String(request.url)}\n\n${signed
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('')}\n${names}\n${hex(body)}`;
  const toSign = `AWS4-HMAC-SHA256\n${time}\n${day}/${region}/s3/aws4_request\n${hex(canonical)}`;
  const key = hmac(hmac(hmac(hmac(`AWS4${options.secretAccessKey}`, day), region), 's3'), 'aws4_request');
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'));
}
