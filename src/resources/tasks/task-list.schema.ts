/** What the list of tasks can be asked for. */
import { z } from 'zod';
import { priorities } from '../../domain/task/priority.js';
import { topic } from '../../workflow/command.schema.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import { commaSeparated, flag, idOrRef, languageTag, pageQuery } from '../../platform/http/schema.js';
import { stages, taskStatuses } from '../../domain/task/lifecycle.js';
import { claimKind } from '../claims/claim.schema.js';

export const taskSorts = ['openedAt', 'updatedAt', 'dueAt', 'priority'] as const;

export const taskQuery = pageQuery.extend({
  sort: sortedBy(taskSorts),
  status: commaSeparated(z.enum(taskStatuses)).optional(),
  stage: commaSeparated(z.enum(stages)).optional(),
  priority: commaSeparated(z.enum(priorities)).optional(),
  topic: commaSeparated(topic).optional().describe('Of its claim; one of them'),
  kind: commaSeparated(claimKind).optional().describe('Of its claim'),
  language: commaSeparated(languageTag).optional().describe('Of its claim'),
  article: commaSeparated(idOrRef).optional().describe('In which its claim was found'),
  assignee: commaSeparated(idOrRef).optional().describe('id or ref of a member; `me` for your own'),
  unassigned: flag.optional().describe('Whether nobody holds it'),
  overdue: flag.optional().describe('Whether the clock that runs is past its end'),
  escalated: flag.optional().describe('Whether it was brought before the editors'),
  updatedSince,
  ...createdWithin,
});
export type TaskQuery = z.output<typeof taskQuery>;

/** All but where to begin and how many; `me` is a member. */
export type TaskFilters = Omit<TaskQuery, 'limit' | 'after' | 'sort'>;
