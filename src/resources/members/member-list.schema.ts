/** What the list of members can be asked for. */
import { z } from 'zod';
import { roles } from '../../domain/access/rules.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import { commaSeparated, flag, languageTag, pageQuery } from '../../platform/http/schema.js';
import { topic } from '../../workflow/command.schema.js';
import { memberKinds } from './member.schema.js';

export const memberSorts = ['createdAt', 'updatedAt', 'ref'] as const;
export const memberQuery = pageQuery.extend({
  sort: sortedBy(memberSorts),
  kind: commaSeparated(z.enum(memberKinds)).optional(),
  role: commaSeparated(z.enum(roles)).optional(),
  language: commaSeparated(languageTag).optional().describe('One of those they can check claims in'),
  topic: commaSeparated(topic).optional().describe('One of those they know'),
  active: flag.optional().describe('Whether their keys work'),
  ...createdWithin,
  updatedSince,
});
export type MemberQuery = z.output<typeof memberQuery>;
