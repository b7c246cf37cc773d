/** What the filters of the list of claims ask of the database, of a claim `c`. */
import { liveStatuses } from '../../domain/task/lifecycle.js';
import { answering } from '../contacts/contact.schema.js';
import { named } from '../../platform/db/named.js';
import { recheckDue } from './claim.queries.js';
import type { ClaimFilters } from './claim-list.schema.js';
import { denying } from '../../domain/claim/relation.js';

type Put = (value: unknown) => string;

/** What a claim must be to be in the list; all of it. Its status and its words are looked up by claim-list.queries.ts. */
export function conditionsOf(filters: ClaimFilters, put: Put): string[] {
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
  const { source, article, instrument, externalId, assignee, updatedSince, createdSince, createdBefore } =
    filters;
  const kinds = kind && put(kind);
  return [
    kinds && `(c.kind = ANY (${kinds}::claim_kind[]) OR c.secondary_kinds && ${kinds}::claim_kind[])`,
    rating && `c.rating = ANY (${put(rating)}::text[])`,
    priority && `c.priority = ANY (${put(priority)}::priority[])`,
    language && speaks(language, put),
    topic && `c.topics && ${put(topic)}::text[]`,
    contested !== undefined && (contested ? 'c.contested' : 'NOT c.contested'),
    recheck !== undefined && (recheck ? `c.id IN (${rechecks})` : `NOT ${recheckDue}`),
    test !== undefined && (test ? 'c.test' : 'NOT c.test'),
    unanswered !== undefined && `${accusation} AND ${unanswered ? 'NOT' : ''} (${answered})`,
    source &&
      `c.id IN (SELECT claim_id FROM attributions WHERE source_id IN (${named('sources', source, put)}))`,
    article &&
      `c.article_version_id IN (SELECT id FROM article_versions WHERE article_id IN (${named('articles', article, put)}))`,
    instrument &&
      `c.id IN (SELECT claim_id FROM claim_provisions WHERE instrument_id IN (${named('instruments', instrument, put)}))`,
    externalId && `c.external_id = ANY (${put(externalId)}::text[])`,
    assignee &&
      `c.id IN (SELECT claim_id FROM review_tasks WHERE status IN (${live}) AND assignee_id IN (${named('members', assignee, put)}))`,
    updatedSince !== undefined && `c.updated_at >= ${put(updatedSince)}::timestamptz`,
    createdSince !== undefined && `c.created_at >= ${put(createdSince)}::timestamptz`,
    createdBefore !== undefined && `c.created_at < ${put(createdBefore)}::timestamptz`,
  ].filter((condition) => typeof condition === 'string');
}

/** With its regional variants; no tag holds a letter that stands for more than itself in a pattern. */
const speaks = (tags: readonly string[], put: Put): string =>
  `(c.language = ANY (${put(tags)}::text[]) OR c.language LIKE ANY (${put(tags.map((tag) => `${tag}-%`))}::text[]))`;

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const live = quoted(liveStatuses);

const rechecks = `SELECT claim_id FROM verdicts WHERE status = 'published' AND recheck_asked_at IS NOT NULL`;

const accusation = `(c.kind = 'accusation' OR 'accusation' = ANY (c.secondary_kinds))`;

/** Somebody denies it (a denial that was rejected is none), or was asked and said something, or that they won't. */
const answered = `
  EXISTS (SELECT FROM relations r JOIN claims o ON o.id = r.from_id
    WHERE r.to_id = c.id AND r.type IN (${quoted(denying)}) AND o.status <> 'rejected')
  OR EXISTS (SELECT FROM contacts t WHERE t.claim_id = c.id AND t.outcome IN (${quoted(answering)}))`;
