/** Tables and columns that follow from others: made again by the functions that made them, and compared. */
import { foldGlosses } from '../../domain/text/fold-glosses.js';
import { foldText } from '../../domain/text/fold.js';
import { wordForms } from '../../domain/text/word-forms.js';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';

interface Wrong {
  row: string;
  expected: string | null;
  found: string | null;
}

/** Each gives the rows that are not as they should be; one is enough. */
const queries: readonly { table: string; column?: string; query: string }[] = [
  {
    table: 'claims',
    column: 'live_stage',
    query: `
      SELECT c.id::text AS row, t.stage::text AS expected, c.live_stage::text AS found FROM claims c
        LEFT JOIN review_tasks t ON t.claim_id = c.id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted')
      WHERE c.live_stage IS DISTINCT FROM t.stage`,
  },
  {
    table: 'review_tasks',
    column: 'language',
    query: `
      SELECT t.id::text AS row, c.language AS expected, t.language AS found FROM review_tasks t JOIN claims c ON c.id = t.claim_id
      WHERE t.language <> c.language`,
  },
  {
    // In the order in which the erasure gave them to its event; null where nothing was erased.
    table: 'privileged_changes',
    column: 'erased_seals',
    query: `
      SELECT c.id::text AS row, o.seals::text AS expected, c.erased_seals::text AS found FROM privileged_changes c
        LEFT JOIN LATERAL (SELECT ARRAY(
          SELECT seal_or_null(seal) FROM events e, jsonb_array_elements_text(array_or_empty(e.data -> 'seals')) WITH ORDINALITY AS named (seal, place)
          WHERE e.type = 'content.erased' AND e.subject_type = 'erasure' AND e.subject_id = c.id ORDER BY place) AS seals
        ) o ON c.kind = 'erase' AND c.status = 'confirmed'
      WHERE c.erased_seals IS DISTINCT FROM o.seals`,
  },
  {
    table: 'claim_keys',
    query: `
      SELECT coalesce(o.claim_id, k.claim_id)::text || ' ' || coalesce(o.key, k.key) AS row, o.key AS expected, k.key AS found
      FROM (SELECT id AS claim_id, key FROM claims, claim_keys_of(folded, folded_glosses) AS key) o
        FULL JOIN claim_keys k ON k.claim_id = o.claim_id AND k.key = o.key
      WHERE o.key IS NULL OR k.key IS NULL`,
  },
  {
    table: 'claim_words',
    query: `
      SELECT coalesce(c.id, w.claim_id)::text AS row, CASE WHEN c.id IS NOT NULL THEN 'what its text folds to' END AS expected,
        CASE WHEN w.claim_id IS NOT NULL THEN 'another text' END AS found
      FROM (
        SELECT id, o.* FROM claims, claim_words_of(folded, folded_glosses, ref, word_forms, gloss_forms) o
      ) c FULL JOIN claim_words w ON w.claim_id = c.id
      WHERE c.id IS NULL OR w.claim_id IS NULL OR (w.words, w.forms, w.keys) IS DISTINCT FROM (c.words, c.forms, c.keys)`,
  },
  {
    table: 'review_keys',
    query: `
      SELECT coalesce(o.review_id, k.review_id)::text || ' ' || coalesce(o.key, k.key) AS row, o.key AS expected, k.key AS found
      FROM (SELECT id AS review_id, key FROM external_reviews, match_keys(folded) AS key) o
        FULL JOIN review_keys k ON k.review_id = o.review_id AND k.key = o.key
      WHERE o.key IS NULL OR k.key IS NULL`,
  },
  {
    table: 'withheld_texts',
    query: `
      WITH owed AS (
        SELECT DISTINCT ON (coalesce(e.claim_id, e.subject_id), kind) coalesce(e.claim_id, e.subject_id) AS subject_id, kind,
          coalesce(e.ordinal, e.subject_ordinal) AS before, e.at AS since
        FROM events e, jsonb_array_elements_text(array_or_empty(e.data -> 'texts')) AS kind WHERE e.type = 'content.redacted'
        ORDER BY 1, 2, 3 DESC)
      SELECT coalesce(o.subject_id, w.subject_id)::text || ' ' || coalesce(o.kind, w.kind) AS row, to_jsonb(o)::text AS expected,
        to_jsonb(w)::text AS found
      FROM owed o FULL JOIN withheld_texts w ON w.subject_id = o.subject_id AND w.kind = o.kind
      WHERE to_jsonb(o) IS DISTINCT FROM to_jsonb(w)`,
  },
  {
    // As far as they have come along the feed: they hold what was told up to there, and nothing of what came since.
    table: 'task_spans',
    query: `
      SELECT coalesce(o.task_id, s.task_id)::text AS row, to_jsonb(o)::text AS expected, to_jsonb(s)::text AS found
      FROM spans_of_tasks(ARRAY(SELECT DISTINCT subject_id FROM events WHERE subject_type = 'task'), place_of_task_spans()) o
        FULL JOIN task_spans s USING (task_id)
      WHERE to_jsonb(o) IS DISTINCT FROM to_jsonb(s)`,
  },
  {
    table: 'feed',
    query: `
      SELECT f.position::text AS row, 'place ' || f.place AS expected, 'place ' || f.position AS found
      FROM (SELECT position, row_number() OVER (ORDER BY position) AS place FROM feed) f WHERE f.position <> f.place
      UNION ALL
      SELECT f.position::text, 'an event', 'no event ' || f.event_seq FROM feed f
      WHERE NOT EXISTS (SELECT FROM events e WHERE e.seq = f.event_seq)
      UNION ALL
      SELECT e.id::text, 'a place', NULL FROM events e
      WHERE NOT EXISTS (SELECT FROM feed f WHERE f.event_seq = e.seq) AND NOT EXISTS (SELECT FROM outbox o WHERE o.event_seq = e.seq)
      UNION ALL
      -- Along a chain, events were written and given their places one after the other.
      SELECT id::text, concat_ws(' ', 'behind place', place_before, 'and number', seq_before), concat_ws(' ', 'place', place, 'and number', seq)
      FROM (
        SELECT e.id, e.seq, f.position AS place, lag(e.seq) OVER chain AS seq_before, lag(f.position) OVER chain AS place_before
        FROM events e JOIN feed f ON f.event_seq = e.seq
        WINDOW chain AS (PARTITION BY e.claim_id, CASE WHEN e.claim_id IS NULL THEN e.subject_id END, CASE WHEN e.claim_id IS NULL THEN e.subject_type END
          ORDER BY coalesce(e.ordinal, e.subject_ordinal))
      ) placed WHERE place < place_before OR seq < seq_before`,
  },
  {
    table: 'outbox',
    query: `
      SELECT o.event_seq::text AS row, NULL AS expected, 'a row' AS found FROM outbox o
      WHERE NOT EXISTS (SELECT FROM events e WHERE e.seq = o.event_seq) OR EXISTS (SELECT FROM feed f WHERE f.event_seq = o.event_seq)`,
  },
  {
    table: 'events',
    query: `
      SELECT e.id::text AS row, NULL AS expected, 'both ordinals' AS found FROM events e
      WHERE (e.claim_id IS NULL) <> (e.ordinal IS NULL) OR (e.claim_id IS NULL) = (e.subject_ordinal IS NULL)`,
  },
];

/** How many weeks were passed over because the figures have not come so far along the feed. */
export async function verifyDerivedTables(snapshot: Snapshot): Promise<number> {
  await verifyFolded(snapshot);
  for (const { table, column, query } of queries) {
    const wrong = await snapshot.one<Wrong>(`${query} LIMIT 1`);
    if (wrong) throw derivedError({ table, ...wrong, ...(column !== undefined && { column }) });
  }
  return verifyWeeks(snapshot);
}

interface Folded {
  row: string;
  texts: string[];
  found: unknown;
}

const formsOf = ([folded = '']: string[]): readonly string[] => wordForms(folded);

const folded: readonly {
  table: string;
  column: string;
  query: string;
  fold: (texts: string[]) => unknown;
}[] = [
  {
    table: 'claims',
    column: 'folded',
    fold: ([text = '']) => foldText(text, 'search'),
    query: 'SELECT id::text AS row, ARRAY[quote_exact] AS texts, folded AS found FROM claims',
  },
  {
    table: 'claims',
    column: 'folded_glosses',
    fold: foldLines,
    query: `
      SELECT id::text AS row, ARRAY(SELECT value FROM jsonb_each_text(glosses)) AS texts, folded_glosses AS found FROM claims
      WHERE glosses <> '{}' OR folded_glosses <> ''`,
  },
  {
    table: 'claims',
    column: 'word_forms',
    fold: formsOf,
    query: `SELECT id::text AS row, ARRAY[folded] AS texts, to_jsonb(word_forms) AS found FROM claims`,
  },
  {
    table: 'claims',
    column: 'gloss_forms',
    fold: formsOf,
    query: `
      SELECT id::text AS row, ARRAY[folded_glosses] AS texts, to_jsonb(gloss_forms) AS found FROM claims
      WHERE folded_glosses <> '' OR gloss_forms IS DISTINCT FROM '{}'`,
  },
  {
    table: 'source_names',
    column: 'folded',
    fold: ([text = '']) => foldText(text, 'search'),
    query: 'SELECT id::text AS row, ARRAY[text] AS texts, folded AS found FROM source_names',
  },
  {
    table: 'external_reviews',
    column: 'folded',
    fold: ([text = '']) => foldText(text, 'search'),
    query: 'SELECT id::text AS row, ARRAY[claim_text] AS texts, folded AS found FROM external_reviews',
  },
];

/** The database keeps glosses in an order of its own. */
function foldLines(texts: string[]): string {
  return inOrder(foldGlosses(Object.fromEntries(texts.map((text, index) => [`g${String(index)}`, text]))));
}
const inOrder = (lines: string): string => lines.split('\n').sort().join('\n');

async function verifyFolded(snapshot: Snapshot): Promise<void> {
  for (const { table, column, query, fold } of folded) {
    for await (const { row, texts, found } of snapshot.stream<Folded>(query)) {
      const isInAnyOrder = column === 'folded_glosses' && typeof found === 'string';
      const same = canonicalJson(isInAnyOrder ? inOrder(found) : found) === canonicalJson(fold(texts));
      // They are words, or made of them.
      if (!same)
        throw derivedError({ table, column, row, expected: 'what its text folds to', found: 'another text' });
    }
  }
}

/** A week that is not summed up yet has no row, and is summed up when it is asked for. */
async function verifyWeeks(snapshot: Snapshot): Promise<number> {
  const query = `
    WITH behind AS MATERIALIZED (
      SELECT e.type, e.data, e.at, e.subject_id FROM feed f JOIN events e ON e.seq = f.event_seq WHERE f.position > place_of_task_spans()
      UNION ALL
      SELECT e.type, e.data, e.at, e.subject_id FROM outbox o JOIN events e ON e.seq = o.event_seq
    ), unsettled AS MATERIALIZED (
      SELECT week_of(at) AS week FROM behind WHERE is_counted_in_flow(type, data)
      UNION SELECT week_of(ended_at) FROM task_spans WHERE task_id IN (SELECT subject_id FROM behind) AND ended_at IS NOT NULL
    )
    SELECT week::text || ' ' || test AS row, sums, week = week_of(week) AND week + interval '7 days 1 hour' <= desk_now() AS over,
      CASE WHEN week IN (SELECT week FROM unsettled) THEN NULL ELSE sum_flow(week, week + interval '7 days', test) END AS owed
    FROM flow_weeks`;
  let passedOver = 0;
  for await (const { row, sums, over, owed } of snapshot.stream<Week>(query)) {
    const found = canonicalSums(sums);
    if (!over) throw derivedError({ table: 'flow_weeks', row, expected: null, found });
    if (owed === null) passedOver++;
    else if (canonicalSums(owed) !== found)
      throw derivedError({ table: 'flow_weeks', row, expected: canonicalSums(owed), found });
  }
  return passedOver;
}

interface Week {
  row: string;
  sums: unknown;
  over: boolean;
  owed: unknown;
}

/** Counts are gathered in whatever order the database comes upon them. */
const canonicalSums = (sums: unknown): string =>
  canonicalJson(
    Object.fromEntries<unknown>(
      Object.entries(sums as Record<string, unknown>).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map((one) => canonicalJson(one)).sort() : value,
      ]),
    ),
  );

const derivedError = ({ table, row, column, expected, found }: Wrong & { table: string; column?: string }) =>
  new VerificationError(
    `should be ${expected ?? 'nothing'}, and is ${found ?? 'nothing'}: it follows from what the events say`,
    { table, row, ...(column !== undefined && { column }) },
  );
