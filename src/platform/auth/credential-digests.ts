/**
 * What the database has of keys, sessions and identities: HMACs under the key that lies outside it, which say whose they are.
 * Whoever can write to the database makes none of them by that, and moves none to another member.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { SecretBox } from '../secrets/secret-box.js';

export type Digests = Pick<SecretBox, 'digest'>;

interface Holder {
  keyId: string;
  memberId: string;
}

export const digestOfKey = ({ digest }: Digests, { keyId, memberId }: Holder, secret: string): Buffer =>
  Buffer.from(digest(`key ${keyId} ${memberId} ${secret}`), 'hex');

/** What an identity at the provider is known by: without the key nobody can tell whose it is. */
export const digestOfIdentity = (
  { digest }: Digests,
  { issuer, subject }: { issuer: string; subject: string | undefined },
): string => digest(canonicalJson([issuer, subject]));

/** That an identity at the provider is this member's; 64 hex digits. */
export const macOfIdentity = ({ digest }: Digests, identity: string, memberId: string): string =>
  digest(`identity ${identity} ${memberId}`);

/** By which a session is found: 64 hex digits. */
export const digestOfSession = ({ digest }: Digests, token: string): string => digest(`session ${token}`);

const half = 16;

const macOfHolder = ({ digest }: Digests, random: Buffer, { keyId, memberId }: Holder): Buffer =>
  Buffer.from(digest(`session of ${keyId} ${memberId} ${random.toString('hex')}`), 'hex').subarray(0, half);

/** 43 characters of base64url: one half is random, the other says with which key of whom it was begun. */
export function newSessionToken(digests: Digests, holder: Holder): string {
  const random = randomBytes(half);
  return Buffer.concat([random, macOfHolder(digests, random, holder)]).toString('base64url');
}

export function isSessionOf(digests: Digests, token: string, holder: Holder): boolean {
  const bytes = Buffer.from(token, 'base64url');
  const mac = macOfHolder(digests, bytes.subarray(0, half), holder);
  return bytes.length === 2 * half && timingSafeEqual(bytes.subarray(half), mac);
}
