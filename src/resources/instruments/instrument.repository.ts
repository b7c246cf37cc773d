import type { Db, Tx } from '../../platform/db/client.js';
import { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import type {
  Instrument,
  InstrumentPatch,
  InstrumentSummary,
  NewInstrument,
  NewProvision,
  Provision,
  ProvisionOfInstrument,
  ProvisionPatch,
} from './instrument.schema.js';

const summaryFields = {
  id: true,
  ref: true,
  label: true,
  titles: true,
  issuer: true,
  subject: true,
  adopted: true,
  chapterVii: true,
  vote: true,
  note: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.InstrumentSelect;

const provisionFields = {
  id: true,
  ref: true,
  paragraph: true,
  effects: true,
  direction: true,
  inForceFrom: true,
  inForceUntil: true,
  verified: true,
  source: true,
  version: true,
} satisfies Prisma.ProvisionSelect;

const instrumentFields = {
  ...summaryFields,
  provisions: { select: provisionFields, orderBy: { id: 'asc' } },
} satisfies Prisma.InstrumentSelect;

const ownProvisionFields = {
  ...provisionFields,
  instrument: { select: { id: true, ref: true, label: true } },
} satisfies Prisma.ProvisionSelect;

export async function insertInstrument(
  tx: Tx,
  instrument: Omit<NewInstrument, 'provisions'>,
): Promise<{ id: string }> {
  const { ref, label = ref, vote, ...fields } = instrument;
  const data = { ...fields, ref, label, vote: vote ?? Prisma.DbNull };
  return tx.instrument.create({ data, select: { id: true } });
}

export async function insertProvision(
  tx: Tx,
  instrumentId: string,
  provision: NewProvision & { ref: string },
): Promise<Provision> {
  const data = { ...provision, ...daysOf(provision), instrumentId };
  return toOwnProvision(await tx.provision.create({ data, select: ownProvisionFields }));
}

export async function findInstrument(db: Db, idOrRef: string): Promise<Instrument | undefined> {
  const row = await db.instrument.findUnique({ where: byIdOrRef(idOrRef), select: instrumentFields });
  return row ? toInstrument(row) : undefined;
}

/** The instrument with its provisions, locked until the transaction ends: they are changed under its lock. */
export async function lockInstrument(tx: Tx, idOrRef: string): Promise<Instrument | undefined> {
  const found = await tx.instrument.findUnique({ where: byIdOrRef(idOrRef), select: { id: true } });
  if (!found) return undefined;
  await tx.$queryRaw`SELECT 1 FROM instruments WHERE id = ${found.id}::uuid FOR NO KEY UPDATE`;
  return findInstrument(tx, found.id);
}

/** A new version of the instrument: it changes with its provisions, which are shown with it. */
export async function updateInstrument(
  tx: Tx,
  id: string,
  { vote, ...fields }: InstrumentPatch = {},
): Promise<Instrument> {
  const data = {
    ...fields,
    ...(vote !== undefined && { vote: vote ?? Prisma.DbNull }),
    version: { increment: 1 },
  };
  return toInstrument(await tx.instrument.update({ where: { id }, data, select: instrumentFields }));
}

export async function findProvision(db: Db, idOrRef: string): Promise<Provision | undefined> {
  const row = await db.provision.findUnique({ where: byIdOrRef(idOrRef), select: ownProvisionFields });
  return row ? toOwnProvision(row) : undefined;
}

export async function updateProvision(tx: Tx, id: string, patch: ProvisionPatch): Promise<Provision> {
  const data = { ...patch, ...daysOf(patch), version: { increment: 1 } };
  return toOwnProvision(await tx.provision.update({ where: { id }, data, select: ownProvisionFields }));
}

interface Days {
  inForceFrom?: string | null;
  inForceUntil?: string | null;
}

const daysOf = ({ inForceFrom, inForceUntil }: Days) => ({
  ...(inForceFrom !== undefined && { inForceFrom: toDate(inForceFrom) }),
  ...(inForceUntil !== undefined && { inForceUntil: toDate(inForceUntil) }),
});

const toDate = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));
const toDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

type InstrumentRow<Fields extends Prisma.InstrumentSelect> = Prisma.InstrumentGetPayload<{ select: Fields }>;
type ProvisionRow<Fields extends Prisma.ProvisionSelect> = Prisma.ProvisionGetPayload<{ select: Fields }>;

// What is read from a Json column is what a schema let in.
const toSummary = (row: InstrumentRow<typeof summaryFields>): InstrumentSummary => ({
  ...row,
  titles: row.titles as Record<string, string>,
  vote: row.vote as InstrumentSummary['vote'],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const toInstrument = ({ provisions, ...row }: InstrumentRow<typeof instrumentFields>): Instrument => ({
  ...toSummary(row),
  provisions: provisions.map((provision) => toProvision(provision, row.label)),
});

const toProvision = (
  row: ProvisionRow<typeof provisionFields>,
  instrument: string,
): ProvisionOfInstrument => ({
  ...row,
  label: `${instrument}, ${row.paragraph}`,
  effects: row.effects as Record<string, string>,
  inForceFrom: toDay(row.inForceFrom),
  inForceUntil: toDay(row.inForceUntil),
});

const toOwnProvision = ({ instrument, ...row }: ProvisionRow<typeof ownProvisionFields>): Provision => ({
  instrument,
  ...toProvision(row, instrument.label),
});
