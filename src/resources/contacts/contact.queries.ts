/** Contacts in the list and on their claim's screen, as their JSON is written by the database. */
import { jsonList, moment } from '../../platform/db/json-sql.js';
import { namedSource } from '../sources/source.queries.js';

/** A reply is for every reader; who on the desk asked for it is not. */
const contact = (condition: string, forDesk: boolean): string => `
  SELECT t.id, t.label, t.outcome, t.channel, t.text, t.date, ${namedSource} AS source,
    ${moment('t.created_at')} AS "recordedAt"${forDesk ? ', recorder.ref AS "recordedBy"' : ''}
  FROM contacts t LEFT JOIN sources s ON s.id = t.source_id
    ${forDesk ? 'JOIN members recorder ON recorder.id = t.recorded_by_id' : ''}
  WHERE ${condition}`;

/** All contacts of a claim `c`, newest last, as a list. */
export const contactsOfClaim = (forDesk: boolean): string =>
  jsonList(`${contact('t.claim_id = c.id', forDesk)} ORDER BY t.created_at, t.id`);
