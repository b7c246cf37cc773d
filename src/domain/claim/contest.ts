/** PURE: when a claim is contested. */
import type { Polarity } from '../rating/polarity.js';
import { endedStatus, type ClaimStatus } from './lifecycle.js';

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
  endedStatus(status) !== null || (polarity !== null && polarity !== 'neutral');

/** A test claim contests test claims only. */
export const isContested = (
  contesters: readonly Contester[],
  { test = false }: { test?: boolean | undefined } = {},
): boolean => contesters.some((contester) => (test || !contester.test) && !isAnswered(contester));
