/** Instruments in their list, without their provisions, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { readList, type List } from '../../platform/http/read-list.js';
import type { InstrumentQuery, instrumentSorts } from './instrument.schema.js';

const instruments: List<(typeof instrumentSorts)[number]> = {
  from: 'instruments i',
  alias: 'i',
  created: 'i.created_at',
  sorts: { createdAt: byMoment('i.created_at'), ref: { expression: 'i.ref', type: 'text' } },
  columns: `
    i.id, i.ref, i.label, i.titles, i.issuer, i.subject, i.adopted, i.chapter_vii AS "chapterVii", i.vote, i.note,
    i.version, ${moment('i.created_at')} AS "createdAt"`,
};

export const listInstruments = (pool: Pool, query: InstrumentQuery) => readList(pool, instruments, query);
