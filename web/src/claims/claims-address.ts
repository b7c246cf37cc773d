/** What the address of the list of claims may hold. */
import { claimStatuses, type ClaimStatus } from '../../../src/domain/claim/lifecycle.js';

interface FindClaims {
  q?: string | undefined;
  status?: ClaimStatus | undefined;
}

export const readFindClaims = (search: Record<string, unknown>): FindClaims => ({
  q: typeof search['q'] === 'string' && search['q'] !== '' ? search['q'] : undefined,
  status: claimStatuses.find((one) => one === search['status']),
});
