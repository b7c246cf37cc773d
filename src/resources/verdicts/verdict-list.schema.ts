/** What the list of a claim's verdicts can be asked for. */
import { z } from 'zod';
import { verdictStatuses } from '../../domain/verdict/lifecycle.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import { commaSeparated, pageQuery } from '../../platform/http/schema.js';

export const verdictSorts = ['submittedAt', 'updatedAt'] as const;
export const verdictQuery = pageQuery.extend({
  sort: sortedBy(verdictSorts),
  status: commaSeparated(z.enum(verdictStatuses)).optional(),
  ...createdWithin,
  updatedSince,
});
export type VerdictQuery = z.output<typeof verdictQuery>;
