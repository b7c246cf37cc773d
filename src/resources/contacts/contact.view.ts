/** A contact in the list and beside the verdict: which fields are read and how they are shown. */
import type { z } from 'zod';
import type { Prisma } from '../../platform/db/generated/client.js';
import type { contact } from './contact.schema.js';

export const contactFields = {
  id: true,
  label: true,
  outcome: true,
  channel: true,
  text: true,
  date: true,
  createdAt: true,
  source: { select: { ref: true, name: true, kind: true, version: true } },
  recordedBy: { select: { ref: true } },
} as const;

export type ContactRow = Prisma.ContactGetPayload<{ select: typeof contactFields }>;

/** All contacts of a claim, newest last. */
export const contactsOfClaim = { orderBy: { createdAt: 'asc' }, select: contactFields } as const;

/** A reply is for every reader; who on the desk asked for it is not. */
export const viewContact = (
  { createdAt, source, recordedBy, ...row }: ContactRow,
  forDesk: boolean,
): z.input<typeof contact> => ({
  ...row,
  source: source && { ref: source.ref, name: source.name, kind: source.kind },
  recordedAt: createdAt.toISOString(),
  ...(forDesk && { recordedBy: recordedBy.ref }),
});
