/** Verdicts as their JSON is written by the database: one, or all of a claim. What depends on who is looking is decided by `forDesk`. */
import type { Pool } from '../../platform/db/client.js';
import { idReferenceTo, jsonList, jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { ofClaim, readItemPage } from '../../platform/http/item-page.js';
import { anyOf, type List } from '../../platform/http/read-list.js';
import type { WarningFacts } from '../../domain/verdict/warning.js';
import { captureSummary } from '../evidence/evidence.queries.js';
import type { VerdictQuery, verdictSorts } from './verdict-list.schema.js';

export interface VerdictDocument {
  id: string;
  version: number;
  /** Whether it says why it was refused. */
  refused: boolean;
  /** The document, without its warnings. */
  text: string;
  /** What it is warned of by; for the desk. */
  facts: WarningFacts | null;
}

export const readVerdictDocument = async (
  pool: Pool,
  id: string,
  forDesk: boolean,
): Promise<VerdictDocument | undefined> =>
  (await pool.query<VerdictDocument>({ ...statements[forDesk ? 'desk' : 'public'], values: [id] })).rows[0];

const evidence = jsonList(`
  SELECT e.id, e.url, e.stance, e.note, ${captureSummary} AS capture
  FROM verdict_evidence x JOIN evidence e ON e.id = x.evidence_id LEFT JOIN captures k ON k.id = x.capture_id
  WHERE x.verdict_id = d.id ORDER BY x.evidence_id`);

/** Whether a provision was verified may change later: outside the desk it stands as it was published. */
const verified = (forDesk: boolean): string =>
  forDesk
    ? 'n.verified'
    : `(SELECT (held.document::jsonb #> ARRAY['provisions', x.position::text, 'verified'])::boolean
        FROM editions held WHERE held.verdict_id = d.id) AS verified`;

const provisions = (forDesk: boolean): string =>
  jsonList(`
  SELECT ${jsonObject('SELECT n.id, n.ref')} AS provision, ${verified(forDesk)}, x.act, x.actor, x.date, x.direction
  FROM verdict_provisions x JOIN provisions n ON n.id = x.provision_id
  WHERE x.verdict_id = d.id ORDER BY x.position`);

const nameOf = (member: string): string => referenceTo('m', `members m WHERE m.id = ${member}`);

/** Outside the desk a verdict is what was approved until another takes its place: what becomes of it at the desk is no other version. */
const version = (forDesk: boolean): string =>
  forDesk ? 'd.version' : "CASE WHEN d.status = 'published' THEN 1 ELSE 2 END";
const updated = (forDesk: boolean): string =>
  forDesk ? 'd.updated_at' : "CASE WHEN d.status = 'published' THEN d.published_at ELSE d.updated_at END";

const document = (forDesk: boolean): string => `
  d.id, ${jsonObject('SELECT c.id, c.ref')} AS claim, d.status, d.revision,
  ${jsonObject('SELECT d.attribution, d.fidelity, d.veracity')} AS findings,
  ${jsonObject('SELECT g.scale, g.slug, g.labels, g.polarity')} AS rating, d.rationale, ${evidence} AS evidence,
  ${provisions(forDesk)} AS provisions, ${moment('d.valid_until')} AS "recheckAt",
  ${jsonObject("SELECT d.correction_reason AS reason, coalesce(d.correction_note, '') AS note WHERE d.correction_reason IS NOT NULL")} AS correction,
  d.second_id IS NOT NULL AS "brokeGlass", ${moment('d.submitted_at')} AS "submittedAt",
  ${moment('d.recorded_at')} AS "recordedAt", ${moment('d.published_at')} AS "publishedAt",
  ${moment(updated(forDesk))} AS "updatedAt", ${version(forDesk)} AS version`;

/** Outside the desk, those with ratings that were published themselves: the ones that its edition holds. */
const publishedConflicts = `coalesce((
  SELECT jsonb_agg(x || '{"status": "published", "note": null}')
  FROM editions held, jsonb_array_elements(held.document::jsonb -> 'conflicts') x WHERE held.verdict_id = d.id), '[]')`;

const forReaders = `, ${publishedConflicts} AS conflicts`;

const forTheDesk = `, d.conflicts,
  d.status = 'published' AND d.recheck_asked_at IS NOT NULL AS "recheckDue",
  ${idReferenceTo('d.task_id')} AS task, d.note, d.problem, ${nameOf('d.author_id')} AS author, ${nameOf('d.last_editor_id')} AS "lastEditor",
  ${nameOf('d.approver_id')} AS approver,
  ${jsonObject(`
    SELECT coalesce(d.break_glass_reason, '') AS reason, ${nameOf('d.approver_id')} AS by, ${nameOf('d.second_id')} AS second
    WHERE d.second_id IS NOT NULL
    UNION ALL SELECT g.reason, ${nameOf('g.by_id')}, ${nameOf('g.second_id')} FROM glass_breaks g
    WHERE g.verdict_id = d.id AND d.second_id IS NULL`)} AS "breakGlass"`;

const contacts = 'count_contacts(d.claim_id)::int';

const facts = jsonObject(`
  SELECT c.kind, g.polarity, d.rationale, ${contacts} AS contacts,
    array_to_json(ARRAY(
      SELECT e.stance FROM verdict_evidence x JOIN evidence e ON e.id = x.evidence_id WHERE x.verdict_id = d.id)) AS stances,
    ${jsonList('SELECT n.verified FROM verdict_provisions x JOIN provisions n ON n.id = x.provision_id WHERE x.verdict_id = d.id')} AS provisions`);

const from =
  'verdicts d JOIN claims c ON c.id = d.claim_id JOIN ratings g ON g.scale = d.scale AND g.slug = d.veracity';

const shown = (forDesk: boolean): string =>
  jsonObject(`SELECT ${document(forDesk)}${forDesk ? forTheDesk : forReaders}`);

const factsFor = (forDesk: boolean): string => (forDesk ? facts : 'NULL::json');

/** Outside the desk, one that is or was published. */
const seen = (forDesk: boolean): string => (forDesk ? 'true' : 'd.revision IS NOT NULL');

const one = (forDesk: boolean) => ({
  name: `verdict-${forDesk ? 'desk' : 'public'}`,
  text: `
    SELECT d.id, ${version(forDesk)} AS version, d.problem IS NOT NULL AS refused, ${shown(forDesk)}::text AS text, ${factsFor(forDesk)} AS facts
    FROM ${from} WHERE d.id = $1 AND ${seen(forDesk)}`,
});
const statements = { desk: one(true), public: one(false) };

const items = (forDesk: boolean): List<(typeof verdictSorts)[number]> => ({
  from,
  alias: 'd',
  created: 'd.submitted_at',
  updated: updated(forDesk),
  sorts: { submittedAt: byMoment('d.submitted_at'), updatedAt: byMoment(updated(forDesk)) },
  columns: `${shown(forDesk)} AS shown, ${factsFor(forDesk)} AS facts`,
});

export const listVerdicts = (pool: Pool, claim: string, query: VerdictQuery, forDesk: boolean) =>
  readItemPage(pool, ofClaim('d.claim_id', claim), items(forDesk), query, (put) => [
    seen(forDesk),
    anyOf('d.status', query.status, 'verdict_status', put),
  ]);
