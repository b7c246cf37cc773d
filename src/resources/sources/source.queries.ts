import { jsonObject } from '../../platform/db/json-sql.js';

/** The source `s` as it is shown wherever it is named, null where an outer join found none. */
export const namedSource = jsonObject('SELECT s.id, s.ref, s.name, s.kind WHERE s.id IS NOT NULL');
