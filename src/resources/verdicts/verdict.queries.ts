/** Verdicts as their JSON is written by the database: one, or all of a claim. What depends on who is looking is decided by `forDesk`. */
import type { Pool } from '../../platform/db/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { idReferenceTo, jsonList, jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import type { WarningFacts } from '../../domain/verdict/warning.js';
import { captureSummary } from '../evidence/evidence.queries.js';

export interface VerdictDocument {
  id: string;
  version: number;
  /** For the desk, grows with what changes beside it: the provisions it cites, and whom it has asked. */
  surroundings: number;
  /** The document, without its warnings. */
  text: string;
  /** What it is warned of by; for the desk. */
  facts: WarningFacts | null;
}

export async function readVerdictDocument(
  pool: Pool,
  id: string,
  forDesk: boolean,
): Promise<VerdictDocument | undefined> {
  return (await pool.query<VerdictDocument>({ ...one[forDesk ? 'desk' : 'public'], values: [id] })).rows[0];
}

/** In the order in which they were submitted; undefined where there is no such claim. */
export async function listVerdictDocuments(
  pool: Pool,
  claimIdOrRef: string,
  forDesk: boolean,
): Promise<VerdictDocument[] | undefined> {
  const statement = ofClaim[forDesk ? 'desk' : 'public']['id' in byIdOrRef(claimIdOrRef) ? 'id' : 'ref'];
  const { rows } = await pool.query<{ verdicts: VerdictDocument[] }>({
    ...statement,
    values: [claimIdOrRef],
  });
  return rows[0]?.verdicts;
}

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

const document = (forDesk: boolean): string => `
  d.id, ${jsonObject('SELECT c.id, c.ref')} AS claim, d.status, d.revision,
  ${jsonObject('SELECT d.attribution, d.fidelity, d.veracity')} AS findings,
  ${jsonObject('SELECT g.scale, g.slug, g.labels, g.polarity')} AS rating, d.rationale, ${evidence} AS evidence,
  ${provisions(forDesk)} AS provisions, ${moment('d.valid_until')} AS "recheckAt",
  d.status = 'published' AND d.recheck_asked_at IS NOT NULL AS "recheckDue",
  ${jsonObject("SELECT d.correction_reason AS reason, coalesce(d.correction_note, '') AS note WHERE d.correction_reason IS NOT NULL")} AS correction,
  d.second_id IS NOT NULL AS "brokeGlass", ${moment('d.submitted_at')} AS "submittedAt",
  ${moment('d.recorded_at')} AS "recordedAt", ${moment('d.published_at')} AS "publishedAt", d.version`;

/** Outside the desk, those with ratings that were published themselves: the ones that its edition holds. */
const publishedConflicts = `coalesce((
  SELECT jsonb_agg(x || '{"status": "published", "note": null}')
  FROM editions held, jsonb_array_elements(held.document::jsonb -> 'conflicts') x WHERE held.verdict_id = d.id), '[]')`;

const forReaders = `, ${publishedConflicts} AS conflicts`;

const forTheDesk = `, d.conflicts,
  ${idReferenceTo('d.task_id')} AS task, d.note, d.problem, ${nameOf('d.author_id')} AS author, ${nameOf('d.last_editor_id')} AS "lastEditor",
  ${nameOf('d.approver_id')} AS approver,
  ${jsonObject(`SELECT coalesce(d.break_glass_reason, '') AS reason, ${nameOf('d.second_id')} AS second WHERE d.second_id IS NOT NULL`)} AS "breakGlass"`;

const contacts = '(SELECT count(*)::int FROM contacts t WHERE t.claim_id = d.claim_id)';

const facts = jsonObject(`
  SELECT c.kind, g.polarity, ${contacts} AS contacts,
    array_to_json(ARRAY(
      SELECT e.stance FROM verdict_evidence x JOIN evidence e ON e.id = x.evidence_id WHERE x.verdict_id = d.id)) AS stances,
    ${jsonList('SELECT n.verified FROM verdict_provisions x JOIN provisions n ON n.id = x.provision_id WHERE x.verdict_id = d.id')} AS provisions`);

const surroundings = (forDesk: boolean): string =>
  forDesk
    ? `(SELECT coalesce(sum(n.version), 0)::int FROM verdict_provisions x JOIN provisions n ON n.id = x.provision_id
    WHERE x.verdict_id = d.id) + ${contacts}`
    : '0';

const row = (forDesk: boolean): string => `
  SELECT d.id, d.version, ${surroundings(forDesk)} AS surroundings,
    ${jsonObject(`SELECT ${document(forDesk)}${forDesk ? forTheDesk : forReaders}`)}::text AS text,
    ${forDesk ? facts : 'NULL::json'} AS facts
  FROM verdicts d JOIN claims c ON c.id = d.claim_id JOIN ratings g ON g.scale = d.scale AND g.slug = d.veracity`;

/** Outside the desk, one that is or was published. */
const seen = (forDesk: boolean): string => (forDesk ? '' : 'AND d.revision IS NOT NULL');

const statementsFor = (audience: 'desk' | 'public') => {
  const forDesk = audience === 'desk';
  const all = (key: string) => ({
    name: `verdicts-of-${key.slice(0, 3)}-${audience}`,
    text: `
      SELECT ${jsonList(`${row(forDesk)} WHERE d.claim_id = asked.id ${seen(forDesk)} ORDER BY d.submitted_at, d.id`)} AS verdicts
      FROM claims asked WHERE asked.${key}`,
  });
  return {
    one: { name: `verdict-${audience}`, text: `${row(forDesk)} WHERE d.id = $1 ${seen(forDesk)}` },
    ofClaim: { id: all('id = $1::uuid'), ref: all('ref = $1') },
  };
};

const desk = statementsFor('desk');
const open = statementsFor('public');
const one = { desk: desk.one, public: open.one };
const ofClaim = { desk: desk.ofClaim, public: open.ofClaim };
