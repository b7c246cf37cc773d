/** Instruments in their list, without their provisions, as their JSON is written by the database. */
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment } from '../../platform/db/json-sql.js';
import { byId, byMoment } from '../../platform/db/list-page.js';
import { ofInstrument, readItemPage } from '../../platform/http/item-page.js';
import { anyOf, readList, type List } from '../../platform/http/read-list.js';
import type { InstrumentQuery, instrumentSorts, ProvisionQuery } from './instrument.schema.js';

const instruments: List<(typeof instrumentSorts)[number]> = {
  from: 'instruments i',
  alias: 'i',
  created: 'i.created_at',
  updated: 'i.updated_at',
  sorts: {
    createdAt: byMoment('i.created_at'),
    updatedAt: byMoment('i.updated_at'),
    ref: { expression: 'i.ref', type: 'text' },
  },
  columns: `
    i.id, i.ref, i.label, i.titles, i.issuer, i.subject, i.adopted, i.chapter_vii AS "chapterVii", i.vote, i.note,
    i.version, ${moment('i.created_at')} AS "createdAt", ${moment('i.updated_at')} AS "updatedAt"`,
};

export const listInstruments = (pool: Pool, query: InstrumentQuery) => readList(pool, instruments, query);

const provisions: List<'id'> = {
  from: 'provisions p JOIN instruments i ON i.id = p.instrument_id',
  alias: 'p',
  sorts: { id: byId('p.id') },
  columns: `
    ${jsonObject('SELECT i.id, i.ref, i.label')} AS instrument, p.id, p.ref, p.paragraph, p.effects, p.direction,
    p.in_force_from AS "inForceFrom", p.in_force_until AS "inForceUntil", p.verified, p.source, p.version,
    i.label || ', ' || p.paragraph AS label`,
};

export const listProvisions = (pool: Pool, instrument: string, query: ProvisionQuery) =>
  readItemPage(
    pool,
    ofInstrument('p.instrument_id', instrument),
    provisions,
    { ...query, sort: 'id' },
    (put) => [
      anyOf('p.direction', query.direction, 'direction', put),
      query.verified !== undefined && `${query.verified ? '' : 'NOT '}p.verified`,
    ],
  );
