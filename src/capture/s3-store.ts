import { createHash } from 'node:crypto';
import { defaults } from '../platform/config/defaults.js';
import type { S3Settings } from '../platform/config/s3-settings.js';
/** Captured bytes in an S3-compatible store, path style: `<endpoint>/<bucket>/sha256/ab/cd/abcd…`. */
import { CallFailure } from '../platform/outbound/failure.js';
import type { Call, CallAnswer, Outbound } from '../platform/outbound/outbound.js';
import { requireWhole, sha256Of, StoreFault, type PageStore } from './page-store.js';
import { signS3 } from './s3-signature.js';

interface S3Parts {
  /** Must be allowed to call the endpoint: most are inside. */
  outbound: Pick<Outbound, 'call'>;
  now?: () => Date;
}

const nothing = sha256Of('');

export function createS3Store(
  { endpoint, bucket, ...keys }: S3Settings,
  { outbound, now = () => new Date() }: S3Parts,
): PageStore {
  const send = async (method: Call['method'], sha256: string, body?: Buffer): Promise<CallAnswer> => {
    const path = `${bucket}/sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    const url = new URL(path, endpoint.replace(/\/*$/, '/'));
    const payloadSha256 = body ? sha256 : nothing;
    try {
      return await outbound.call({
        method,
        url: url.href,
        headers: signS3({ method, url, payloadSha256, at: now() }, keys),
        ...(body && { body }),
        // Larger pages may have been captured before than are captured now.
        limits: {
          connectMs: 3_000,
          answerMs: 10_000,
          wholeMs: 15_000,
          bytes: defaults.mostEvidenceBytes,
          bytesPerSecond: 1,
        },
      });
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      throw new StoreFault('unavailable', `The store of captured pages: ${error.message}`, { cause: error });
    }
  };

  return {
    put: async (sha256, bytes) => {
      const { status, headers } = await send('HEAD', sha256);
      if (status === 200 && seemsWhole(headers, bytes)) return;
      // A key that may not list the bucket is answered 403 where there is nothing: the PUT tells.
      if (![200, 403, 404].includes(status)) throw unavailable(status);
      const { status: stored } = await send('PUT', sha256, bytes);
      if (stored < 200 || stored >= 300) throw unavailable(stored);
    },
    get: async (sha256) => {
      const { status, bytes, cut } = await send('GET', sha256);
      if (status === 404) throw new StoreFault('missing', `Nothing is stored under ${sha256}.`);
      if (status !== 200) throw unavailable(status);
      if (cut === 'too_long')
        throw new StoreFault('unavailable', 'The store of captured pages gave more than any page can have.');
      if (cut !== null) {
        throw new StoreFault('unavailable', 'The store of captured pages broke off its answer.');
      }
      return requireWhole(sha256, bytes);
    },
    remove: async (sha256) => {
      const { status } = await send('DELETE', sha256);
      if (status !== 404 && (status < 200 || status >= 300)) throw unavailable(status);
    },
  };
}

/** As far as its head tells: the ETag is the MD5 of the bytes, unless they were encrypted with a key that is not the store's. */
function seemsWhole(headers: CallAnswer['headers'], bytes: Buffer): boolean {
  if (headers['content-length'] !== String(bytes.length)) return false;
  const [, md5] = /^"([0-9a-f]{32})"$/.exec(String(headers['etag'])) ?? [];
  const isPlain =
    ['AES256', undefined].includes(headers['x-amz-server-side-encryption'] as string | undefined) &&
    headers['x-amz-server-side-encryption-customer-algorithm'] === undefined;
  return md5 === undefined || !isPlain || md5 === createHash('md5').update(bytes).digest('hex');
}

const unavailable = (status: number): StoreFault =>
  new StoreFault('unavailable', `The store of captured pages answered ${String(status)}.`);
