/** What the list of claims can be asked for. */
import { z } from 'zod';
import { priorities } from '../../domain/task/priority.js';
import { topic } from '../../workflow/command.schema.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  flag,
  idOrRef,
  label,
  languageTag,
  pageQuery,
  repeated,
} from '../../platform/http/schema.js';
import { claimStatuses } from '../../domain/claim/lifecycle.js';
import { claimKind } from './claim.schema.js';

export const claimSorts = ['createdAt', 'updatedAt', 'priority', 'ref'] as const;

export const claimQuery = pageQuery.extend({
  sort: sortedBy(claimSorts),
  status: commaSeparated(z.enum(claimStatuses)).optional(),
  kind: commaSeparated(claimKind).optional().describe('Its kind, or one of its secondary kinds'),
  rating: commaSeparated(label(64)).optional(),
  priority: commaSeparated(z.enum(priorities)).optional(),
  language: commaSeparated(languageTag).optional().describe('`pt` finds `pt-BR` too'),
  topic: commaSeparated(topic).optional().describe('One of them'),
  contested: flag.optional(),
  recheckDue: flag
    .optional()
    .describe('Whether the time has passed for which the published finding was taken to hold'),
  test: flag.optional().describe('Whether it was made to try something out'),
  unanswered: flag
    .optional()
    .describe(
      'true: accusations that no claim denies and to which nobody who was asked replied or declined to; ' +
        'false: accusations that were answered. Outside the desk, by replies that were published',
    ),
  source: commaSeparated(idOrRef).optional().describe('id or ref of a source that its chain names'),
  article: commaSeparated(idOrRef).optional(),
  instrument: commaSeparated(idOrRef).optional(),
  externalId: repeated(label(255)).optional().describe('Repeat it for several: it may hold commas'),
  assignee: commaSeparated(idOrRef)
    .optional()
    .describe('Who holds a task on it; `me` for yourself. For the desk'),
  q: label(200)
    .optional()
    .describe(
      'Words of its quote, its glosses, its ref or the names of its sources, all of them; spelling variants of Arabic letters and punctuation are ignored, other forms of a word are found (صاروخ: صواريخ), and what is nearly the same where nothing else is',
    ),
  updatedSince,
  ...createdWithin,
});
export type ClaimQuery = z.output<typeof claimQuery>;

/** All but where to begin and how many; `me` is a member, and `q` is words that are folded for search. */
export type ClaimFilters = Omit<ClaimQuery, 'limit' | 'after' | 'q' | 'sort'> & { words?: string[] };
