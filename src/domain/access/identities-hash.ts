import { createHash } from 'node:crypto';
import { canonicalJson } from '../text/canonical-json.js';

/**
 * What the event of a privileged change says of the identities that it asks for: 64 hex digits, which verifying makes again of
 * those that were tied. The change is part of it, so that what was rejected is not found again in another one.
 */
export const hashOfIdentities = (change: string, digests: readonly string[]): string =>
  createHash('sha256')
    .update(canonicalJson([change, [...digests].sort()]), 'utf8')
    .digest('hex');
