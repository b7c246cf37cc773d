import { jsonList, jsonObject } from '../../platform/db/json-sql.js';

/** The names of the source `s` as they were given. The shown name has a row among them too, without a language. */
export const namesOfSource = jsonList(`
  SELECT n.language, n.text FROM source_names n
  WHERE n.source_id = s.id AND n.language <> '' ORDER BY n.position`);

/** The source `s` as it is shown wherever it is named, null where an outer join found none. */
export const namedSource = jsonObject(
  `SELECT s.id, s.ref, s.name, ${namesOfSource} AS names, s.kind WHERE s.id IS NOT NULL`,
);
