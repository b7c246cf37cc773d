/** A claim on one screen: one statement that writes its JSON. What depends on who is looking is decided by `forDesk`. */
import { contactsOfClaim } from '../contacts/contact.queries.js';
import { evidenceOfClaim } from '../evidence/evidence.queries.js';
import type { Pool } from '../../platform/db/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { jsonList, jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { joinSource, namedSource } from '../sources/source.queries.js';
import { articleOfClaim, claimSummaryColumns } from './claim-summary.js';
import { verdictOfTask } from './verdict-of-task.js';

export interface ClaimRow {
  ref: string;
  version: number;
  /** The document up to its chain, and from behind it on. */
  before: string;
  after: string;
  links: LinkRow[];
}

/** One link of the chain; `shown` is what the document says of it, but the links it was heard from. */
export interface LinkRow {
  id: string;
  parentId: string | null;
  position: number;
  shown: object;
}

export async function readClaim(
  pool: Pool,
  idOrRef: string,
  forDesk: boolean,
): Promise<ClaimRow | undefined> {
  const key = byIdOrRef(idOrRef);
  const statement = statements[forDesk ? 'desk' : 'public']['id' in key ? 'id' : 'ref'];
  return (await pool.query<ClaimRow>({ ...statement, values: [idOrRef] })).rows[0];
}

/** Words of the desk about a link, a relation or a norm. No edition holds them, so readers are not given them. */
export const noteOf = (alias: string, forDesk: boolean): string =>
  forDesk ? `${alias}.note` : 'NULL::text AS note';

const links = (forDesk: boolean): string =>
  jsonList(`
  SELECT l.id, l.parent_id AS "parentId", l.position,
    ${jsonObject(`SELECT ${namedSource} AS source, l.label, l.verb, l.mode, l.anonymous, l.date, ${noteOf('l', forDesk)}`)} AS shown
  FROM attributions l ${joinSource('l.source_id')} WHERE l.claim_id = c.id`);

/** What is shown of the other claim `o`. */
export const relatedClaim = 'o.id, o.ref, o.quote_exact AS text, o.language, o.status, o.rating';

const relations = (direction: 'out' | 'in', own: string, other: string, forDesk: boolean): string => `(
  SELECT r.id, r.type, ${noteOf('r', forDesk)}, '${direction}' AS direction, ${jsonObject(`SELECT ${relatedClaim}`)} AS claim,
    ${moment('r.created_at')} AS "createdAt"
  FROM relations r JOIN claims o ON o.id = r.${other} WHERE r.${own} = c.id ORDER BY r.id)`;

/** A link `p` to an instrument `i` and, where one is named, its provision `n`. */
export const normColumns = (forDesk: boolean): string => `
  p.id, ${jsonObject('SELECT i.id, i.ref')} AS instrument,
  ${jsonObject('SELECT n.id, n.ref, n.paragraph, n.direction, n.verified WHERE n.id IS NOT NULL')} AS provision, ${noteOf('p', forDesk)}`;

const provisions = (forDesk: boolean): string =>
  jsonList(`
  SELECT ${normColumns(forDesk)}
  FROM claim_provisions p JOIN instruments i ON i.id = p.instrument_id
    LEFT JOIN provisions n ON n.id = p.provision_id
  WHERE p.claim_id = c.id ORDER BY p.id`);

const tasks = jsonList(`
  SELECT t.id, t.stage, t.round, t.status, ${referenceTo('holder', 'members holder WHERE holder.id = t.assignee_id')} AS assignee,
    ${verdictOfTask} AS verdict
  FROM review_tasks t
  WHERE t.claim_id = c.id ORDER BY t.opened_at, t.id`);

const author = referenceTo('author', 'members author WHERE author.id = d.author_id');

const verdicts = (forDesk: boolean): string =>
  jsonList(`
  SELECT d.id, d.status, d.revision, d.veracity${forDesk ? `, ${author} AS author` : ''}
  FROM verdicts d
  WHERE d.claim_id = c.id ${forDesk ? '' : 'AND d.revision IS NOT NULL'} ORDER BY d.submitted_at, d.id`);

/** Its finding was taken to hold until a moment that has passed; of the claim `c`. */
export const recheckDue = `EXISTS (
  SELECT FROM verdicts d WHERE d.claim_id = c.id AND d.status = 'published' AND d.recheck_asked_at IS NOT NULL)`;

const before = (forDesk: boolean): string => `
  SELECT ${claimSummaryColumns(articleOfClaim('a.title,'))},
    ${jsonObject('SELECT c.quote_exact AS exact, c.quote_prefix AS prefix, c.quote_suffix AS suffix, c.quote_start AS start, c.quote_end AS "end"')} AS quote,
    c.modality, c.statement_date AS "statementDate", ${forDesk ? 'c.date_basis' : 'NULL::text'} AS "dateBasis", ${forDesk ? 'c.worthiness' : 'NULL::text AS worthiness'},
    ${forDesk ? 'c.fidelity_note' : 'NULL::text'} AS "fidelityNote", ${forDesk ? 'c.leads' : "'{}'::text[] AS leads"}, c.test`;

const after = (forDesk: boolean): string => `
  SELECT ${jsonList(`${relations('out', 'from_id', 'to_id', forDesk)} UNION ALL ${relations('in', 'to_id', 'from_id', forDesk)}`)} AS relations,
    ${provisions(forDesk)} AS provisions, ${evidenceOfClaim(forDesk)} AS evidence, ${contactsOfClaim(forDesk)} AS contacts,
    ${forDesk ? `${tasks} AS tasks,` : ''} ${recheckDue} AS "recheckDue", ${verdicts(forDesk)} AS verdicts`;

const statement = (audience: 'desk' | 'public', key: string) => ({
  name: `claim-${key.slice(0, 3)}-${audience}`,
  text: `
    SELECT c.ref, c.version, ${jsonObject(before(audience === 'desk'))}::text AS before,
      ${jsonObject(after(audience === 'desk'))}::text AS after,
      ${links(audience === 'desk')} AS links
    FROM claims c WHERE c.${key}`,
});

const statements = {
  desk: { id: statement('desk', 'id = $1::uuid'), ref: statement('desk', 'ref = $1') },
  public: { id: statement('public', 'id = $1::uuid'), ref: statement('public', 'ref = $1') },
};

/** The chain of a claim alone, with its version. */
export async function readLinks(
  pool: Pool,
  idOrRef: string,
  forDesk: boolean,
): Promise<Pick<ClaimRow, 'version' | 'links'> | undefined> {
  const [key = ''] = Object.keys(byIdOrRef(idOrRef));
  const text = `SELECT c.version, ${links(forDesk)} AS links FROM claims c WHERE c.${key} = $1`;
  return (await pool.query<Pick<ClaimRow, 'version' | 'links'>>(text, [idOrRef])).rows[0];
}
