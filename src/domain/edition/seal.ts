/**
 * PURE: the seal of a text that can be erased: SHA-256(0x01 ‖ salt ‖ RFC 8785 of the value). It stands in events and
 * editions; value and salt stand in `contents`, and once they are gone the seal says nothing.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../text/canonical-json.js';

/** How a sealed text stands in a document; 64 hex digits. */
export interface Sealed {
  sealed: string;
}

/** Bytes of a salt. */
export const saltLength = 32;

/** `salt` has 32 bytes, random and of this text alone. */
export const sealOf = (value: unknown, salt: Uint8Array): string =>
  createHash('sha256')
    .update(Uint8Array.of(1))
    .update(salt)
    .update(canonicalJson(value), 'utf8')
    .digest('hex');
