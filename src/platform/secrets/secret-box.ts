import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Failure } from '../errors.js';

export interface SecretBox {
  /** As it may lie in the database. `about` names whose secret it is: moved to another row, it opens no more. */
  seal: (secret: Uint8Array, about: string) => Uint8Array<ArrayBuffer>;
  /** Throws `secrets_key_wrong` where it was sealed under another key, or is not what was sealed. */
  open: (sealed: Uint8Array, about: string) => Uint8Array;
  /** HMAC-SHA256, 64 hex digits: the same for the same text, and says nothing of it to who has no key. */
  digest: (text: string) => string;
}

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** In front of each, so that another form can be told from this one. */
const form = 1;

/** Authenticated with each secret, so that none can be put in the place of another. */
const rowOf = (about: string): Buffer => Buffer.from(about);

/** `readKey` is called when a secret is first sealed or opened, or an event written. */
export function createSecretBox(readKey: () => Buffer): SecretBox {
  // One key file, a key of its own for each use.
  const derive = (use: string): (() => Buffer) => {
    let derived: Buffer | undefined;
    return () => (derived ??= Buffer.from(hkdfSync('sha256', readKey(), '', use, keyBytes)));
  };
  const key = derive('isnad secrets');
  const digestKey = derive('isnad digests');

  return {
    seal(secret, about) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key(), nonce).setAAD(rowOf(about));
      const text = Buffer.concat([sealing.update(secret), sealing.final()]);
      return Uint8Array.from(Buffer.concat([Buffer.of(form), nonce, sealing.getAuthTag(), text]));
    },

    open(sealed, about) {
      const bytes = Buffer.from(sealed);
      const at = { tag: 1 + nonceBytes, text: 1 + nonceBytes + tagBytes };
      try {
        if (bytes[0] !== form) throw new Error('another form');
        const opening = createDecipheriv(cipher, key(), bytes.subarray(1, at.tag), {
          authTagLength: tagBytes,
        })
          .setAAD(rowOf(about))
          .setAuthTag(bytes.subarray(at.tag, at.text));
        return Buffer.concat([opening.update(bytes.subarray(at.text)), opening.final()]);
      } catch {
        throw wrongKey();
      }
    },

    digest: (text) => createHmac('sha256', digestKey()).update(text, 'utf8').digest('hex'),
  };
}

const wrongKey = (): Failure =>
  new Failure(
    'busy',
    'The secrets of this installation cannot be opened: SECRETS_KEY_FILE is not the file they were kept under. Tell the operator.',
    { code: 'secrets_key_wrong', retryAfter: 60 },
  );
