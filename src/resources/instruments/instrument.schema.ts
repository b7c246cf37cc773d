import { z } from 'zod';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import { patchOf } from '../../platform/http/patch.js';
import {
  byLanguage,
  commaSeparated,
  day,
  edtf,
  flag,
  instant,
  idOrRef,
  ref,
  reference,
  label,
  pageOf,
  pageQuery,
  prose,
  uuid,
} from '../../platform/http/schema.js';
import { directions } from '../../domain/instrument/rules.js';

const direction = z
  .enum(directions)
  .describe('Seen from the subject of the instrument; `none` where nothing is transferred');

const votes = z.int().min(0).max(1000);
const vote = z.strictObject({
  for: votes,
  against: votes,
  abstain: votes,
  confidence: z.enum(['low', 'medium', 'medium_high', 'high']).describe('How sure we are of the count'),
});

const printed = label(200);
const titles = byLanguage(label(500));
const issuer = label(200);
const subject = label(200, 'The party whose dealings it governs');
const effects = byLanguage(prose(4000)).describe('What it requires, in our words');
const verified = z.boolean().describe('Both the content and the paragraph number were seen in a stored copy');
const seenAt = 'Where it was seen';
const provisionSource = prose(2000);
const note = prose(4000);

export const newProvision = z.strictObject({
  ref: ref.optional().describe('Left out: the ref of the instrument, a dot and the paragraph'),
  paragraph: label(64),
  effects,
  direction,
  inForceFrom: day.nullable().default(null),
  inForceUntil: day.nullable().default(null).describe('The last day'),
  verified: verified.default(false),
  source: provisionSource.nullable().default(null).describe(seenAt),
});
export type NewProvision = z.output<typeof newProvision>;

export const newInstrument = z.strictObject({
  ref,
  label: label(200, 'As it is printed, `S/RES/1718 (2006)`; left out: the ref').optional(),
  titles,
  issuer,
  subject: subject.nullable().default(null),
  adopted: edtf.nullable().default(null),
  chapterVii: z.boolean().nullable().default(null),
  vote: vote.nullable().default(null),
  note: note.nullable().default(null),
  provisions: z.array(newProvision).max(200).default([]),
});
export type NewInstrument = z.output<typeof newInstrument>;

export const instrumentPatch = patchOf({
  label: printed.exactOptional(),
  titles: titles.exactOptional(),
  issuer: issuer.exactOptional(),
  subject: subject.nullable().exactOptional(),
  adopted: edtf.nullable().exactOptional(),
  chapterVii: z.boolean().nullable().exactOptional(),
  vote: vote.nullable().exactOptional(),
  note: note.nullable().exactOptional(),
});
export type InstrumentPatch = z.output<typeof instrumentPatch>;

export const provisionPatch = patchOf({
  effects: effects.exactOptional(),
  direction: direction.exactOptional(),
  inForceFrom: day.nullable().exactOptional(),
  inForceUntil: day.nullable().exactOptional(),
  verified: verified.exactOptional(),
  source: provisionSource.nullable().exactOptional().describe(seenAt),
});
export type ProvisionPatch = z.output<typeof provisionPatch>;

export const instrumentParams = z.strictObject({ id: idOrRef });
export const instrumentSorts = ['createdAt', 'updatedAt', 'ref'] as const;
export const instrumentQuery = pageQuery.extend({
  sort: sortedBy(instrumentSorts),
  ...createdWithin,
  updatedSince,
});
export type InstrumentQuery = z.output<typeof instrumentQuery>;

export const provisionQuery = pageQuery.extend({
  direction: commaSeparated(direction).optional(),
  verified: flag.optional(),
});
export type ProvisionQuery = z.output<typeof provisionQuery>;

const provisionFields = {
  id: uuid,
  ref: z.string(),
  label: z.string().describe('The label of the instrument and the paragraph: `S/RES/1718 (2006), 8(b)`'),
  paragraph: z.string(),
  effects: z.record(z.string(), z.string()),
  direction,
  inForceFrom: z.iso.date().nullable(),
  inForceUntil: z.iso.date().nullable(),
  verified,
  source: z.string().nullable(),
  version: z.int(),
};

const provisionOfInstrument = z.strictObject(provisionFields).meta({ id: 'ProvisionOfInstrument' });
export type ProvisionOfInstrument = z.output<typeof provisionOfInstrument>;

export const provision = z
  .strictObject({
    instrument: reference.extend({ label: z.string() }),
    ...provisionFields,
  })
  .meta({ id: 'Provision' });
export type Provision = z.output<typeof provision>;

const instrumentFields = {
  id: uuid,
  ref: z.string(),
  label: z.string().describe('As it is printed: `S/RES/1718 (2006)`'),
  titles: z.record(z.string(), z.string()),
  issuer: z.string(),
  subject: z.string().nullable(),
  adopted: z.string().nullable(),
  chapterVii: z.boolean().nullable(),
  vote: vote.nullable(),
  note: z.string().nullable(),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
};

const instrumentSummary = z.strictObject(instrumentFields).meta({ id: 'InstrumentSummary' });
export type InstrumentSummary = z.output<typeof instrumentSummary>;

export const instrument = z
  .strictObject({ ...instrumentFields, provisions: z.array(provisionOfInstrument) })
  .meta({ id: 'Instrument' });
export type Instrument = z.output<typeof instrument>;

export const instrumentPage = pageOf(instrumentSummary).meta({ id: 'InstrumentPage' });
