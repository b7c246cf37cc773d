/** Whether each draft that somebody else went on from says of its holder what its words do. */
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';

/** A draft that was passed on, and is not said to be its holder's. */
interface Unsaid {
  claim: string;
  id: string;
  ordinal: number;
  holder: string | null;
  value: Draft;
  /** It was passed on before in the same task, and was another one then. */
  isChanged: boolean;
  /** By what the task before left its words to this one, or they were dropped since; null where there are none. */
  left: string | null;
  /** Of one that expired: the seal of its draft. */
  seal: string | null;
  /** Of a verdict that was given back. */
  verdict: string | null;
}

type Draft = Readonly<Record<string, unknown>>;

/**
 * Seals of the same words differ by their salts, so the words are compared, as long as they are not erased: only a database has
 * them. The first holder of a task began with what the one before it left, as src/workflow/open-task.ts has it: the draft with
 * which that expired, or the verdict that was given back.
 */
export async function verifyPassedDrafts(snapshot: Snapshot): Promise<void> {
  for await (const unsaid of snapshot.stream<Unsaid>(notSaidToBeWritten)) {
    if (!unsaid.isChanged && !(await isOtherThanLeft(snapshot, unsaid))) continue;
    const { claim, id, ordinal, holder } = unsaid;
    throw new VerificationError(
      `says of the draft that ${holder ?? 'its holder'} wrote none of it, and its words are others than before`,
      { chain: `claim/${claim}`, ordinal, id },
    );
  }
}

async function isOtherThanLeft(snapshot: Snapshot, { value, left, seal, verdict }: Unsaid): Promise<boolean> {
  if (left === 'task.expired' && seal !== null) {
    const draft = await readContent(snapshot, seal);
    return draft !== undefined && !isSame(value, draft);
  }
  if ((left === 'claim.returned' || left === 'claim.withdrawn') && verdict !== null)
    return isOtherThanVerdict(snapshot, value, verdict);
  return true;
}

const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

async function readContent(snapshot: Snapshot, seal: string): Promise<unknown> {
  const query = `SELECT value FROM contents WHERE seal = seal_or_null($1)`;
  return (await snapshot.one<{ value: unknown }>(query, [seal]))?.value ?? undefined;
}

/** A draft and a verdict name what they cite in ways of their own; what somebody wrote stands in both alike. */
async function isOtherThanVerdict(snapshot: Snapshot, draft: Draft, verdict: string): Promise<boolean> {
  const written: Record<string, unknown> = {};
  const events = snapshot.stream<{ data: Draft }>(
    `SELECT data FROM events WHERE subject_id = $1 AND type IN ('verdict.submitted', 'verdict.edited') ORDER BY seq`,
    [verdict],
  );
  for await (const { data } of events) Object.assign(written, data);
  const { sealed } = (written['rationale'] ?? {}) as { sealed?: string };
  const rationale = sealed === undefined ? undefined : await readContent(snapshot, sealed);
  const captures = citedIn(written['evidence'], ({ capture }) => capture);
  return (
    (rationale !== undefined && !isSame(draft['rationale'] ?? {}, rationale)) ||
    !isSame(draft['findings'] ?? {}, written['findings'] ?? {}) ||
    !isSame(citedIn(draft['evidence'], String).sort(), citedIn(written['evidence'], evidenceIn).sort()) ||
    // Where it names none, the last one that succeeded was meant.
    !citedIn(draft['captures'], String).every((one) => captures.includes(one)) ||
    !isSame(await actsIn(snapshot, draft['provisions']), citedIn(written['provisions'], actIn)) ||
    momentOf(draft['recheckAt']) !== momentOf(written['recheckAt'])
  );
}

const momentOf = (at: unknown): number | null => (typeof at === 'string' ? Date.parse(at) : null);

/** A draft names provisions by id or ref, and an event by id. */
async function actsIn(snapshot: Snapshot, drafted: unknown): Promise<Draft[]> {
  const acts: Draft[] = [];
  for (const act of citedIn(drafted, (one) => one)) {
    const query = 'SELECT id FROM provisions WHERE ref = $1 OR id::text = lower($1)';
    const provision = (await snapshot.one<{ id: string }>(query, [String(act['id'])]))?.id;
    acts.push(actIn({ ...act, provision }));
  }
  return acts;
}

const citedIn = <Cited>(list: unknown, toCited: (one: Draft) => Cited): Cited[] =>
  Array.isArray(list) ? list.map(toCited) : [];

const evidenceIn = ({ evidence }: Draft): string => String(evidence);

const actIn = ({ provision, act, actor, date, direction = null }: Draft): Draft => ({
  ...{ provision, act, actor, date, direction },
});

const notSaidToBeWritten = `
  WITH passed AS (
    SELECT e.claim_id, e.id, e.ordinal, e.subject_id, e.data, c.value, row_number() OVER of_task AS place, lag(c.value) OVER of_task AS before
    FROM events e LEFT JOIN contents c ON c.seal = decode(e.data #>> '{draft,sealed}', 'hex')
    WHERE e.claim_id IS NOT NULL AND passes_on_draft(e.type) AND e.data #>> '{draft,sealed}' ~ '^[0-9a-f]{64}$'
    WINDOW of_task AS (PARTITION BY e.subject_id ORDER BY e.ordinal)
  )
  SELECT p.claim_id AS claim, p.id, p.ordinal, p.data ->> 'holder' AS holder, p.value, p.place > 1 AS "isChanged",
    before.type AS "left", before.data #>> '{draft,sealed}' AS seal, before.data ->> 'verdict' AS verdict
  FROM passed p JOIN review_tasks t ON t.id = p.subject_id
    LEFT JOIN review_tasks last ON last.claim_id = t.claim_id AND last.stage = t.stage AND last.round = t.round - 1
    LEFT JOIN LATERAL (
      SELECT e.type, e.data FROM events e
      WHERE e.claim_id = p.claim_id AND e.ordinal < p.ordinal AND (
        e.type IN ('claim.reopened', 'claim.correction_canceled')
        OR e.type = 'task.expired' AND e.subject_id = last.id
        OR e.type IN ('claim.returned', 'claim.withdrawn')
          AND e.data ->> 'verdict' IN (SELECT v.id::text FROM verdicts v WHERE v.task_id = last.id))
      ORDER BY e.ordinal DESC LIMIT 1) before ON p.place = 1
  WHERE p.data ->> 'wrote' IS DISTINCT FROM 'true' AND p.value <> '{}' AND (p.place = 1 OR p.value <> p.before)
  ORDER BY p.claim_id, p.ordinal`;
