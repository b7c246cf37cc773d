import { randomBytes, timingSafeEqual } from 'node:crypto';
import { parseKey } from '../../domain/access/key.js';
import type { Caller } from '../../domain/access/rules.js';
import { digestOfKey, type Digests } from './credential-digests.js';
import type { Credential } from './credential.queries.js';
import type { Credentials } from './credentials.js';

/** Which keys are used, and from where: for those who look at it later. */
export interface KeyUseLog {
  noteUse(keyId: string, address: string): void;
  /** Of a key that is wrong, revoked or expired; null where there is no such key. */
  noteRefusal(keyId: string | null, address: string): void;
}

/** Compared with where there is no such key, so that an unknown id takes the same path as a wrong secret. */
const noDigest = randomBytes(32);
const nobody = { keyId: '', memberId: '' };

interface Deps {
  credentials: Pick<Credentials<Credential>, 'find'>;
  digests: Digests;
  uses: KeyUseLog;
}

/**
 * Whose key this is; undefined where it is none, is revoked or expired, or its member is no longer active. The
 * use is noted where it is known from where.
 */
export const createKeyAuthentication =
  ({ credentials, digests, uses }: Deps) =>
  async (token: string, address?: string, atMostMs?: number): Promise<Caller | undefined> => {
    const parts = parseKey(token);
    const credential = parts && (await credentials.find(parts.id, atMostMs));
    const right = timingSafeEqual(
      digestOfKey(digests, credential?.caller ?? nobody, parts?.secret ?? ''),
      credential?.secretDigest ?? noDigest,
    );
    if (credential && right && credential.valid) {
      if (address !== undefined) uses.noteUse(credential.caller.keyId, address);
      return credential.caller;
    }
    if (address !== undefined) uses.noteRefusal(credential?.caller.keyId ?? null, address);
    return undefined;
  };
