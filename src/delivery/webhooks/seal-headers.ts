import type { SecretBox } from '../../platform/secrets/secret-box.js';
import type { SealedHeaders } from './webhook.repository.js';

/** Opened with no secret of the same webhook, and for no other one. */
const about = (webhookId: string): string => `headers of ${webhookId}`;

export function sealHeaders(
  box: SecretBox,
  webhookId: string,
  headers: Readonly<Record<string, string>>,
): SealedHeaders {
  const headerNames = Object.keys(headers).sort();
  if (headerNames.length === 0) return { headerNames, headers: null };
  return { headerNames, headers: box.seal(Buffer.from(JSON.stringify(headers), 'utf8'), about(webhookId)) };
}

export const openHeaders = (
  box: SecretBox,
  webhookId: string,
  sealed: Uint8Array | null,
): Record<string, string> =>
  sealed === null
    ? {}
    : (JSON.parse(Buffer.from(box.open(sealed, about(webhookId))).toString('utf8')) as Record<
        string,
        string
      >);
