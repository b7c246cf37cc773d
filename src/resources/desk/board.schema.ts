/** The board: claims by where they stand, as it is asked for and shown. */
import { z } from 'zod';
import { instant, wholeNumber } from '../../platform/http/schema.js';
import { claimQuery } from '../claims/claim-list.schema.js';
import { claimSummary } from '../claims/claim-output.schema.js';

/** Columns, in the order of the work. What was rejected, merged or retracted is found in the list. */
export const boardStatuses = [
  'submitted',
  'open',
  'in_review',
  'in_approval',
  'correcting',
  'published',
] as const;
export type BoardStatus = (typeof boardStatuses)[number];

/** What was published, and has not changed for so many days, is not on it any more. */
export const publishedDays = 7;

export const boardQuery = claimQuery
  .pick({ kind: true, priority: true, language: true, topic: true, article: true, assignee: true })
  .extend({
    limit: wholeNumber({ min: 1, max: 50 }).default(20).describe('How many claims of each column at most'),
  });
export type BoardQuery = z.output<typeof boardQuery>;

export const board = z
  .strictObject({
    columns: z
      .array(
        z.strictObject({
          status: z.enum(boardStatuses).describe('Where its claims stand'),
          count: z.int().describe('How many claims of the desk are in it, whatever was filtered'),
          overdue: z.int().describe('How many of their tasks are past the end of their clock'),
          oldestOpenedAt: instant.nullable().describe('Since when the oldest of their tasks is open'),
          items: z.array(claimSummary).describe('The first of what was asked for, the most urgent first'),
          more: z.boolean().describe('Whether more follow: `GET /v1/claims?status=` goes on'),
        }),
      )
      .describe('In the order of the work, also those that hold nothing'),
  })
  .meta({ id: 'Board' });
