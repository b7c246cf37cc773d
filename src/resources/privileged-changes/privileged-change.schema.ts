import { z } from 'zod';
import {
  privilegedMoveNames,
  privilegedKinds,
  privilegedStatuses,
} from '../../domain/access/privileged-change.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  idReference,
  instant,
  pageOf,
  pageQuery,
  reference,
  uuid,
} from '../../platform/http/schema.js';
import { transitionsOf } from '../../platform/http/transitions.js';

/** Who asked, who decided, and when. */
export const askedAndDecided = {
  status: z.enum(privilegedStatuses),
  askedBy: reference.nullable().describe('The admin who asked for it; null for the command'),
  askedAt: instant.describe('When it was asked for'),
  lapsesAt: instant.describe('Nobody confirms it from then on'),
  decidedBy: reference.nullable().describe('Who confirmed, rejected or withdrew it; null where nobody did'),
  decidedAt: instant.nullable().describe('When it was decided on, or lapsed'),
};

const fields = {
  id: uuid,
  kind: z.enum(privilegedKinds),
  member: reference.nullable().describe('Whom it is about; null for somebody who is yet to be added'),
  key: idReference.nullable().describe('Which key it is about, or would be made'),
  wanted: z
    .record(z.string(), z.unknown())
    .describe('What was asked for, as the request had it: nothing of it has happened while it is `waiting`'),
  ...askedAndDecided,
};

export const privilegedChange = z.strictObject(fields).meta({ id: 'PrivilegedChange' });
export type PrivilegedChange = z.output<typeof privilegedChange>;

export const waitingKey = z
  .strictObject({
    ...fields,
    secret: z
      .string()
      .describe('The key itself: it works once the change is confirmed. It is shown now and never again.'),
  })
  .meta({ id: 'WaitingKey' });

export const privilegedParams = z.strictObject({ id: uuid });
export const privilegedSorts = ['askedAt'] as const;
/** Erasures are listed on a path of their own. */
const listedKind = z.enum(privilegedKinds).exclude(['erase']);

export const privilegedQuery = pageQuery.extend({
  sort: sortedBy(privilegedSorts),
  status: commaSeparated(z.enum(privilegedStatuses)).optional(),
  kind: commaSeparated(listedKind).optional(),
  ...createdWithin,
  updatedSince,
});
export type PrivilegedQuery = z.output<typeof privilegedQuery>;
export const privilegedPage = pageOf(privilegedChange);
export const privilegedMoves = transitionsOf(privilegedMoveNames, privilegedStatuses).meta({
  id: 'PrivilegedChangeTransitions',
});
export const privilegedCommand = z.strictObject({ event: z.enum(privilegedMoveNames) });
