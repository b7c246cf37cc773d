import type { S3Keys } from '../platform/config/s3-settings.js';
/**
 * AWS Signature Version 4 for a request without a query. It is what every S3-compatible store asks for:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
import { createHash, createHmac } from 'node:crypto';

interface S3Request {
  method: string;
  url: URL;
  /** In lower case; `host` and the two of AWS are added. */
  headers?: Record<string, string>;
  payloadSha256: string;
  at: Date;
}

/** All headers to send, `authorization` among them. */
export function signS3(
  { method, url, headers = {}, payloadSha256, at }: S3Request,
  { region, accessKeyId, secretAccessKey }: S3Keys,
): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const signed: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': payloadSha256,
    'x-amz-date': time,
  };
  const names = Object.keys(signed).sort();
  const canonical = [
    method,
    url.pathname,
    '',
    ...names.map((name) => `${name}:${signed[name]?.trim() ?? ''}`),
    '',
    names.join(';'),
    payloadSha256,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')];
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    Buffer.from(`AWS4${secretAccessKey}`, 'utf8'),
  );
  const signature = createHmac('sha256', key).update(toSign.join('\n')).digest('hex');
  return {
    ...signed,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`,
  };
}
