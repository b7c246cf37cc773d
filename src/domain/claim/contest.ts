/** PURE: when a claim is contested. */
import type { Polarity } from '../rating/polarity.js';
import type { ClaimStatus } from './lifecycle.js';

/** The relations that contest the claim they point at. */
export const contesting = ['denies', 'contradicts'] as const;

/** A claim that contests another, as far as it has been checked. */
export interface Contester {
  status: ClaimStatus;
  /** Of its published verdict; null while it has none. */
  polarity: Polarity | null;
}

/**
 * A denial is answered once a published verdict says whether it is so, or once it is off the table. A
 * verdict that leaves it open (unproven, disputed) answers nothing.
 */
export const isAnswered = ({ status, polarity }: Contester): boolean =>
  ['rejected', 'merged', 'retracted'].includes(status) || (polarity !== null && polarity !== 'neutral');

export const isContested = (contesters: readonly Contester[]): boolean =>
  contesters.some((contester) => !isAnswered(contester));
