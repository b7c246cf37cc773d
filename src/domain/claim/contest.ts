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
  /** Made to try something out. */
  test: boolean;
}

/**
 * A denial is answered once a published verdict says whether it is so, or once it is off the table. A
 * verdict that leaves it open (unproven, disputed) answers nothing.
 */
export const isAnswered = ({ status, polarity }: Omit<Contester, 'test'>): boolean =>
  ['rejected', 'merged', 'retracted'].includes(status) || (polarity !== null && polarity !== 'neutral');

/** What was made to try something out contests nothing but its like. */
export const isContested = (
  contesters: readonly Contester[],
  { test = false }: { test?: boolean | undefined } = {},
): boolean => contesters.some((contester) => (test || !contester.test) && !isAnswered(contester));
