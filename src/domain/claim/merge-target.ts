/** PURE: which claim another may be merged into. */
import type { ClaimStatus } from './lifecycle.js';

interface Target {
  status: ClaimStatus;
  /** A revision of its verdict is. */
  isPublished: boolean;
  /** Undefined where that is not known. */
  test?: boolean | undefined;
}

/** `gone`: it does not stand itself. `trial`, `unpublished`: readers would be led to what they cannot read. */
export type MergeTargetFault = 'gone' | 'trial' | 'unpublished';

/** Why a claim is not merged into that one. What readers know leads them to something that they can read. */
export function mergeTargetFault(
  { isPublished, test }: Omit<Target, 'status'>,
  into: Target,
): MergeTargetFault | undefined {
  if (into.status === 'merged' || into.status === 'rejected') return 'gone';
  if (!isPublished) return undefined;
  if (into.test === true && test !== true) return 'trial';
  return into.isPublished ? undefined : 'unpublished';
}
