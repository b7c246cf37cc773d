/** Whom work can be given to, as it is asked for and shown. */
import { z } from 'zod';
import { instant, ref, uuid } from '../../platform/http/schema.js';
import { roles } from '../../domain/access/rules.js';

export const peopleQuery = z.strictObject({
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
    role: z.enum(roles),
    languages: z.array(z.string()).describe('Languages they check claims in; none named: all'),
    topics: z.array(z.string()).describe('Topics they know'),
    away: z.boolean().describe('They are handed no work at the moment'),
    awayEndsAt: instant.nullable().describe('No work is handed to them before this moment'),
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

export const people = z
  .strictObject({ items: z.array(person), next: z.null().describe('All of them are on this page') })
  .meta({ id: 'DeskPeople' });
