import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { contactFields, contactsOfClaim, type ContactRow } from './contact.view.js';

export async function insertContact(
  tx: Tx,
  contact: Prisma.ContactUncheckedCreateInput,
): Promise<ContactRow> {
  return tx.contact.create({ data: contact, select: contactFields });
}

/** Newest last. */
export async function listContacts(db: Db, claimId: string): Promise<ContactRow[]> {
  return db.contact.findMany({ where: { claimId }, ...contactsOfClaim });
}

export async function findSourceId(db: Db, idOrRef: string): Promise<string | undefined> {
  return (await db.source.findUnique({ where: byIdOrRef(idOrRef), select: { id: true } }))?.id;
}
