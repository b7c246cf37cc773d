/** A claim in a list, or beside its task, as its JSON is written by the database. */
import { endedStatuses } from '../../domain/claim/lifecycle.js';
import { underCorrection } from '../../domain/claim/under-correction.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';

/** How the claim `target`, into which one was merged, has ended itself; null where it has not. */
export const endedStatus = `CASE WHEN target.status IN (${endedStatuses.map((status) => `'${status}'`).join(', ')}) THEN target.status END`;

/** What a list shows of a claim `c`; `article` is what it shows of the text it stands in. */
export const claimSummaryColumns = (article = articleOfClaim('')): string => `
  c.id, c.ref, c.external_id AS "externalId", c.kind, c.secondary_kinds AS "secondaryKinds", c.language, c.quote_exact AS text, c.glosses, c.topics,
  c.priority, c.status, c.rating, c.revision, c.contested, ${underCorrection('c')} AS "underCorrection",
  ${jsonObject(`SELECT target.id, target.ref, ${endedStatus} AS ended FROM claims target WHERE target.id = c.merged_into`)} AS "mergedInto", ${article} AS article,
  ${moment('c.created_at')} AS "createdAt", ${moment('c.updated_at')} AS "updatedAt", c.version`;

/** Where the quote of a claim `c` stands in the version of its article. */
export const quoteSpan = jsonObject('SELECT c.quote_start AS start, c.quote_end AS "end"');

/** The text a claim `c` stands in; `more` are further columns of its article `a`. */
export const articleOfClaim = (more: string): string =>
  jsonObject(`SELECT a.id, a.ref, ${more} v.number AS version
    FROM article_versions v JOIN articles a ON a.id = v.article_id WHERE v.id = c.article_version_id`);
