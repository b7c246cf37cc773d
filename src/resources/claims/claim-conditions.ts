/** What the filters of the list of claims ask of the database, of a claim `c`. */
import { liveStatuses } from '../../domain/task/lifecycle.js';
import { contactSeen } from '../contacts/contact.queries.js';
import { named } from '../../platform/db/named.js';
import { isOfLanguage } from '../../platform/http/read-list.js';
import { namedSources } from '../sources/source.queries.js';
import { recheckDue } from './claim.queries.js';
import type { ClaimFilters } from './claim-list.schema.js';
import { answeringOutcomes } from '../../domain/evidence/contact.js';
import { denialTypes } from '../../domain/claim/relation.js';

type Put = (value: unknown) => string;

/**
 * What few claims are, whatever the names: their ids are read once, and nobody walks past the others. Status and words
 * are looked up by claim-list.queries.ts.
 */
export function selectiveConditionsOf(filters: ClaimFilters, put: Put): string[] {
  const { recheckDue: recheck, contested, test, source, article, instrument, externalId, assignee } = filters;
  const anyOf = (table: string, condition: string): string =>
    `c.id = ANY (ARRAY(SELECT claim_id FROM ${table} WHERE ${condition}))`;
  return [
    contested && 'c.contested',
    test && 'c.test',
    recheck && anyOf('verdicts', `status = 'published' AND recheck_asked_at IS NOT NULL`),
    source && anyOf('attributions', `source_id = ANY (${namedSources(source, put)})`),
    article &&
      `c.article_version_id = ANY (ARRAY(
        SELECT id FROM article_versions WHERE article_id = ANY (${named('articles', article, put)})))`,
    instrument && anyOf('claim_provisions', `instrument_id = ANY (${named('instruments', instrument, put)})`),
    externalId && `c.external_id = ANY (${put(externalId)}::text[])`,
    assignee &&
      anyOf('review_tasks', `status IN (${live}) AND assignee_id = ANY (${named('members', assignee, put)})`),
  ].filter((condition) => typeof condition === 'string');
}

/** What many claims may be; a walk in the order of the list meets them soon. */
export function conditionsOf(filters: ClaimFilters, forDesk: boolean, put: Put): string[] {
  const {
    kind,
    rating,
    priority,
    language,
    topic,
    contested,
    recheckDue: recheck,
    test,
    unanswered,
  } = filters;
  const { updatedSince, createdSince, createdBefore } = filters;
  return [
    kind && `array_append(c.secondary_kinds, c.kind) && ${put(kind)}::claim_kind[]`,
    rating && `c.rating = ANY (${put(rating)}::text[])`,
    priority && `c.priority = ANY (${put(priority)}::priority[])`,
    language && isOfLanguage('c.language', language, put),
    topic && `c.topics && ${put(topic)}::text[]`,
    contested === false && 'NOT c.contested',
    recheck === false && `NOT ${recheckDue}`,
    test === false && 'NOT c.test',
    unanswered !== undefined && `${accusation} AND ${unanswered ? 'NOT' : ''} (${answered(forDesk)})`,
    updatedSince !== undefined && `c.updated_at >= ${put(updatedSince)}::timestamptz`,
    createdSince !== undefined && `c.created_at >= ${put(createdSince)}::timestamptz`,
    createdBefore !== undefined && `c.created_at < ${put(createdBefore)}::timestamptz`,
  ].filter((condition) => typeof condition === 'string');
}

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const live = quoted(liveStatuses);

const accusation = `(c.kind = 'accusation' OR 'accusation' = ANY (c.secondary_kinds))`;

/**
 * Somebody denies it (a denial that was rejected is none), or was asked and said something, or that they won't: as far
 * as the caller may read it.
 */
const answered = (forDesk: boolean): string => `
  EXISTS (SELECT FROM relations r JOIN claims o ON o.id = r.from_id
    WHERE r.to_id = c.id AND r.type IN (${quoted(denialTypes)}) AND o.status <> 'rejected')
  OR EXISTS (SELECT FROM contacts t WHERE t.claim_id = c.id AND t.outcome IN (${quoted(answeringOutcomes)}) AND ${forDesk ? `t.status = 'recorded'` : contactSeen(forDesk, 'c.id')})`;
