/** Parts of statements that give JSON as the API writes it. */

/** A moment to the millisecond, or to the microsecond. */
export const instant = (column: string, digits: 'MS' | 'US' = 'MS'): string =>
  `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;

/** The rows of a query as a JSON array, `[]` where there are none. */
export const list = (query: string): string =>
  `coalesce((SELECT json_agg(row_to_json(item)) FROM (${query}) AS item), '[]')`;

/** The one row of a query as a JSON object, `null` where there is none. */
export const one = (query: string): string => `(SELECT row_to_json(item) FROM (${query}) AS item)`;

/** `{id, ref}` of a row that was joined, `null` where an outer join found none. */
export const reference = (alias: string): string =>
  one(`SELECT ${alias}.id, ${alias}.ref WHERE ${alias}.id IS NOT NULL`);

/** The verdict that a task `t` is about. */
export const verdictOfTask = one(`
  SELECT d.id FROM verdicts d
  WHERE d.claim_id = t.claim_id
    AND CASE WHEN t.stage = 'approval' THEN d.recorded_at <= t.opened_at ELSE d.task_id = t.id END
  ORDER BY CASE WHEN t.stage = 'approval' THEN d.recorded_at ELSE d.submitted_at END DESC, d.id DESC LIMIT 1`);

/** The names by language of a source that was joined as `s`. */
export const sourceNames = `(
  SELECT coalesce(json_agg(json_build_object('language', n.language, 'text', n.text) ORDER BY n.position), '[]')
  FROM source_names n WHERE n.source_id = s.id AND n.language <> '')`;
