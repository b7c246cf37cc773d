import type { PrivilegedChange } from '../privileged-changes/privileged-change.schema.js';
import { wantedOf } from './erasure.repository.js';
import type { ErasureOutput } from './erasure.schema.js';

/** An erasure as it is shown: a privileged change whose wish is known. */
export function viewErasure({
  wanted,
  kind: _kind,
  member: _member,
  key: _key,
  ...more
}: PrivilegedChange): ErasureOutput {
  const { target, texts, reason, sources } = wantedOf({ wanted });
  return { ...more, target, texts: [...texts], reason, sources: [...sources] };
}
