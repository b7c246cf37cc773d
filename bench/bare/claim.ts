import type { RequestHandler } from 'express';
import type pg from 'pg';
import { claimFields, joinedToClaim } from './claims.js';
import { instant, list, one, reference, sourceNames, verdictOfTask } from './sql.js';

interface Link {
  id: string;
  parentId: string | null;
  position: number;
}

/** A claim on one screen, as the desk sees it. */
export const readClaim =
  (pool: pg.Pool): RequestHandler<{ id: string }> =>
  async (request, response) => {
    const { rows } = await pool.query<{ chain: Link[]; [field: string]: unknown }>({
      name: 'claim',
      text: statement,
      values: [request.params.id],
    });
    const [claim] = rows;
    response.json(claim && { ...claim, chain: treeOf(claim.chain, null)[0] });
  };

function treeOf(links: readonly Link[], parent: string | null): object[] {
  return links
    .filter(({ parentId }) => parentId === parent)
    .sort((a, b) => a.position - b.position)
    .map(({ id, parentId: _, position: __, ...link }) => ({ ...link, from: treeOf(links, id) }));
}

const source = one(`SELECT s.id, s.ref, s.name, ${sourceNames} AS names, s.kind WHERE s.id IS NOT NULL`);

const chain = `
  SELECT l.id, l.parent_id AS "parentId", l.position, ${source} AS source, l.label, l.verb, l.mode, l.anonymous, l.date, l.note
  FROM attributions l LEFT JOIN sources s ON s.id = l.source_id WHERE l.claim_id = c.id`;

const relations = (direction: 'out' | 'in', own: string, other: string): string => `
  SELECT r.id, r.type, r.note, '${direction}' AS direction,
    ${one('SELECT o.id, o.ref, o.quote_exact AS text, o.language, o.status, o.rating')} AS claim, ${instant('r.created_at')} AS "createdAt"
  FROM relations r JOIN claims o ON o.id = r.${other} WHERE r.${own} = c.id`;

const provisions = `
  SELECT p.id, ${reference('i')} AS instrument, ${one('SELECT n.id, n.ref, n.paragraph, n.direction, n.verified WHERE n.id IS NOT NULL')} AS provision, p.note
  FROM claim_provisions p JOIN instruments i ON i.id = p.instrument_id LEFT JOIN provisions n ON n.id = p.provision_id
  WHERE p.claim_id = c.id ORDER BY p.id`;

const captureOf = (k: string): string =>
  one(`SELECT ${k}.id, ${k}.number, ${k}.outcome, ${instant(`${k}.at`)} AS "attemptedAt", ${k}.sha256, ${k}.title,
    ${one(`SELECT ${k}.reason AS code, coalesce(${k}.detail, '') AS detail WHERE ${k}.reason IS NOT NULL`)} AS failure, ${k}.change
    WHERE ${k}.id IS NOT NULL`);

const evidence = `
  SELECT e.id, ${reference('c')} AS claim, e.url, e.stance, e.note, ${instant('e.created_at')} AS "createdAt",
    json_build_object('status', CASE WHEN e.capture_due_at IS NOT NULL OR k.id IS NULL THEN 'owed' ELSE k.outcome::text END,
      'latest', ${captureOf('k')}, 'previous', ${captureOf('p')}) AS capture
  FROM evidence e LEFT JOIN LATERAL (SELECT * FROM captures WHERE evidence_id = e.id ORDER BY number DESC LIMIT 1) k ON true
    LEFT JOIN LATERAL (SELECT * FROM captures WHERE evidence_id = e.id AND number < k.number AND outcome = 'captured' ORDER BY number DESC LIMIT 1) p ON true
  WHERE e.claim_id = c.id ORDER BY e.id`;

const contacts = `
  SELECT t.id, ${reference('c')} AS claim, t.label, t.outcome, t.channel, t.text, t.date, ${source} AS source,
    ${instant('t.created_at')} AS "recordedAt", t.status, ${reference('by')} AS "recordedBy"
  FROM contacts t LEFT JOIN sources s ON s.id = t.source_id JOIN members by ON by.id = t.recorded_by_id
  WHERE t.claim_id = c.id ORDER BY t.created_at`;

const tasks = `
  SELECT t.id, t.stage, t.round, t.status, ${reference('by')} AS assignee, ${verdictOfTask} AS verdict
  FROM review_tasks t LEFT JOIN members by ON by.id = t.assignee_id WHERE t.claim_id = c.id ORDER BY t.opened_at`;

const verdicts = `
  SELECT d.id, d.status, d.revision, d.veracity, ${reference('by')} AS author
  FROM verdicts d JOIN members by ON by.id = d.author_id WHERE d.claim_id = c.id ORDER BY d.submitted_at`;

const statement = `
  SELECT ${claimFields.replace('SELECT a.id, a.ref,', 'SELECT a.id, a.ref, a.title,')},
    ${one('SELECT c.quote_exact AS exact, c.quote_prefix AS prefix, c.quote_suffix AS suffix, c.quote_start AS start, c.quote_end AS "end"')} AS quote,
    c.modality, c.statement_date AS "statementDate", c.date_basis AS "dateBasis", c.worthiness,
    c.fidelity_note AS "fidelityNote", c.leads, c.test, ${list(chain)} AS chain,
    ${list(`(${relations('out', 'from_id', 'to_id')} ORDER BY r.id) UNION ALL (${relations('in', 'to_id', 'from_id')} ORDER BY r.id)`)} AS relations,
    ${list(provisions)} AS provisions, ${list(evidence)} AS evidence, ${list(contacts)} AS contacts, ${list(tasks)} AS tasks,
    EXISTS (SELECT FROM verdicts d WHERE d.claim_id = c.id AND d.status = 'published' AND d.recheck_asked_at IS NOT NULL) AS "recheckDue",
    ${list(verdicts)} AS verdicts
  FROM claims c ${joinedToClaim} WHERE c.id = $1`;
