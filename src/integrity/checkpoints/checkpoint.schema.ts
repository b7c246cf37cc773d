import type { z } from 'zod';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import { pageQuery } from '../../platform/http/schema.js';

export const checkpointSorts = ['number'] as const;
export const checkpointQuery = pageQuery.extend({
  sort: sortedBy(checkpointSorts, '-number'),
  ...createdWithin,
});
export type CheckpointQuery = z.output<typeof checkpointQuery>;
