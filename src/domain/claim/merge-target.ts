/** PURE: what a claim says of the one it was merged into. */
import { endedStatuses } from './lifecycle.js';

/** SQL that says the same of a claim of that name. */
export const endedStatusOf = (claim: string): string =>
  `CASE WHEN ${claim}.status IN (${endedStatuses.map((status) => `'${status}'`).join(', ')}) THEN ${claim}.status END`;
