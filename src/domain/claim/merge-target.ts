/** PURE: what a claim says of the one it was merged into. */
import type { ClaimStatus } from './lifecycle.js';

/** Where a claim leads nobody who follows a merge any further. */
export const endedStatuses = ['rejected', 'merged', 'retracted'] as const satisfies readonly ClaimStatus[];
export type EndedStatus = (typeof endedStatuses)[number];

/** Null while the claim stands, whatever is done about it. */
export const endedStatus = (status: ClaimStatus): EndedStatus | null =>
  endedStatuses.find((ended) => ended === status) ?? null;

/** SQL that says the same of a claim of that name. */
export const endedStatusOf = (claim: string): string =>
  `CASE WHEN ${claim}.status IN (${endedStatuses.map((status) => `'${status}'`).join(', ')}) THEN ${claim}.status END`;
