import { z } from 'zod';
import { privilegedMoveNames, privilegedStatuses } from '../../domain/access/privileged-change.js';
import { erasableKinds, erasureReasons, erasureTargets } from '../../domain/erasure/erasure.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import { commaSeparated, idOrRef, pageOf, pageQuery, reference, uuid } from '../../platform/http/schema.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { askedAndDecided, privilegedSorts } from '../privileged-changes/privileged-change.schema.js';

const texts = z.array(z.enum(erasableKinds)).min(1).max(erasableKinds.length);

export const newErasure = z
  .strictObject({
    target: z.strictObject({
      kind: z.enum(erasureTargets),
      id: idOrRef.describe('id or ref of what the words belong to'),
    }),
    texts: texts
      .optional()
      .describe(
        'Which of its texts. Where none are named, all of them, but for quotes, titles and addresses of articles',
      ),
    reason: z.enum(erasureReasons),
  })
  .meta({ id: 'NewErasure' });
export type NewErasure = z.output<typeof newErasure>;

export const erasure = z
  .strictObject({
    id: uuid,
    target: z.strictObject({ kind: z.enum(erasureTargets), id: uuid }),
    texts: z.array(z.enum(erasableKinds)),
    reason: z.enum(erasureReasons),
    sources: z
      .array(reference)
      .describe(
        'Where it is a source: the sources whose names go, itself and those that were merged into it when this was asked for',
      ),
    ...askedAndDecided,
    status: askedAndDecided.status.describe('`confirmed`: the words are gone, or withheld'),
  })
  .meta({ id: 'Erasure' });
export type ErasureOutput = z.output<typeof erasure>;

export const erasureParams = z.strictObject({ id: uuid.describe('id of the erasure') });
export const erasureQuery = pageQuery.extend({
  sort: sortedBy(privilegedSorts),
  status: commaSeparated(z.enum(privilegedStatuses)).optional(),
  target: commaSeparated(z.enum(erasureTargets)).optional(),
  ...createdWithin,
  updatedSince,
});
export type ErasureQuery = z.output<typeof erasureQuery>;
export const erasurePage = pageOf(erasure).meta({ id: 'ErasurePage' });
export const erasureMoves = transitionsOf(privilegedMoveNames, privilegedStatuses).meta({
  id: 'ErasureTransitions',
});
