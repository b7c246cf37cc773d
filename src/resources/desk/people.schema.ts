/** Whom work can be given to, as it is asked for and shown. */
import { z } from 'zod';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  flag,
  instant,
  languageTag,
  pageOf,
  pageQuery,
  ref,
  uuid,
} from '../../platform/http/schema.js';
import { topic } from '../../workflow/command.schema.js';

const deskRole = z.enum(['checker', 'editor']);

export const peopleSorts = ['role', 'ref', 'createdAt'] as const;
export const peopleQuery = pageQuery.extend({
  sort: sortedBy(peopleSorts),
  role: commaSeparated(deskRole).optional(),
  language: commaSeparated(languageTag)
    .optional()
    .describe('One of those they check claims in; who has named none checks all'),
  topic: commaSeparated(topic).optional().describe('One of those they know'),
  away: flag.optional().describe('Whether they are handed no work at the moment'),
  ...createdWithin,
  task: uuid.optional().describe('The task that is to be given to one of them'),
  verdict: uuid
    .optional()
    .describe('The verdict that you decide on out of turn, which one of them is to confirm'),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

const person = z
  .strictObject({
    id: uuid,
    ref,
    name: z.string(),
    role: deskRole,
    languages: z.array(z.string()).describe('Languages they check claims in; none named: all'),
    topics: z.array(z.string()).describe('Topics they know'),
    away: z.boolean().describe('They are handed no work at the moment'),
    awayEndsAt: instant.nullable().describe('No work is handed to them before this moment'),
    createdAt: instant.describe('When they became a member'),
    held: z.int().describe('How many tasks they hold'),
    limit: z.int().describe('How many they hold at most'),
    assignment: z
      .strictObject({
        allowed: z.boolean().describe('Whether the task can be given to them'),
        code: z.string().nullable().describe('Why not, for machines: a problem code'),
        why: z.string().nullable().describe('Why not, in words'),
        override: z.boolean().describe('An editor can give it to them all the same, on purpose'),
      })
      .nullable()
      .describe('null: no task was named'),
    confirmation: z
      .strictObject({
        allowed: z.boolean().describe('Whether they can be the second person'),
        why: z.string().nullable().describe('Why not, in words'),
      })
      .nullable()
      .describe('null: no verdict was named'),
  })
  .meta({ id: 'DeskPerson' });
export type DeskPerson = z.output<typeof person>;

export const people = pageOf(person).meta({ id: 'DeskPeople' });
