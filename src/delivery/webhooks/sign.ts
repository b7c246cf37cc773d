/** Signatures and secrets as Standard Webhooks writes them. */
import { createHmac, randomBytes } from 'node:crypto';

const secretBytes = 32;

export const newSecret = (): Uint8Array<ArrayBuffer> => Uint8Array.from(randomBytes(secretBytes));

/** What the owner is shown, once. */
export const writeSecret = (secret: Uint8Array): string => `whsec_${Buffer.from(secret).toString('base64')}`;

interface Message {
  id: string;
  /** The event, byte for byte as it is sent. */
  body: Buffer;
  at: Date;
}

/** The headers that a receiver checks: one signature for each secret that is valid at the moment. */
export function signedHeaders({ id, body, at }: Message, secrets: readonly Uint8Array[]) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const sign = (secret: Uint8Array): string =>
    `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(sign).join(' '),
  };
}
