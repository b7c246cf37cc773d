import { jsonList, jsonObject } from '../../platform/db/json-sql.js';
import { named } from '../../platform/db/named.js';

/** The source `s` that stands for the one that a row was recorded with; nulls where it has none. */
export const joinSource = (recorded: string): string =>
  `LEFT JOIN LATERAL standing_source(${recorded}) s ON true`;

/** SQL for the ids of those that are named, and of all that were found to be the same. */
export const namedSources = (names: readonly string[], put: (value: unknown) => string): string =>
  `ARRAY(SELECT same.id FROM unnest(${named('sources', names, put)}) AS one (id) CROSS JOIN same_sources(one.id) AS same (id))`;

/** Whether the source `s` stands for itself, and which one does where not. */
export const standingColumns = `CASE WHEN s.merged_into_id IS NULL THEN 'active' ELSE 'merged' END AS status,
  ${jsonObject('SELECT m.id, m.ref, m.name FROM sources m WHERE m.id = s.merged_into_id')} AS "mergedInto"`;

/** The names of the source `s` as they were given. The shown name has a row among them too, without a language. */
export const namesOfSource = jsonList(`
  SELECT n.language, n.text FROM source_names n
  WHERE n.source_id = s.id AND n.language <> '' ORDER BY n.position`);

/** The source `s` as it is shown wherever it is named, null where an outer join found none. */
export const namedSource = jsonObject(
  `SELECT s.id, s.ref, s.name, ${namesOfSource} AS names, s.kind WHERE s.id IS NOT NULL`,
);
