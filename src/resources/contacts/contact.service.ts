import { may, type Caller } from '../../domain/access/rules.js';
import { findClaim } from '../../workflow/find-claim.js';
import type { Tx } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { findSourceId, insertContact, listContacts } from './contact.repository.js';
import type { ContactInput } from './contact.schema.js';
import { viewContact } from './contact.view.js';

export type ContactService = ReturnType<typeof createContactService>;

interface Deps {
  store: Store;
}

export function createContactService({ store: { db, transact } }: Deps) {
  return {
    /** Notes that somebody was asked, or what they answered; what was noted is never changed. */
    async record(claimIdOrRef: string, input: ContactInput, caller: Caller) {
      const { id: claimId } = await findClaim(db, claimIdOrRef);
      return transact(async (tx) => {
        const row = await insertContact(tx, {
          claimId,
          sourceId: input.source === undefined ? null : await demandSource(tx, input.source),
          label: input.label ?? null,
          outcome: input.outcome,
          channel: input.channel ?? null,
          text: input.text ?? null,
          date: input.date,
          recordedById: caller.memberId,
        });
        await appendEvents(tx, caller, [
          {
            type: 'claim.contact_recorded',
            subject: { type: 'claim', id: claimId },
            claimId,
            data: {
              contact: row.id,
              source: row.source?.ref ?? null,
              label: row.label,
              outcome: row.outcome,
            },
          },
        ]);
        return viewContact(row, true);
      });
    },

    async list(claimIdOrRef: string, caller: Caller) {
      const { id } = await findClaim(db, claimIdOrRef);
      const forDesk = may(caller.role, 'read_desk');
      return (await listContacts(db, id)).map((row) => viewContact(row, forDesk));
    },
  };
}

async function demandSource(tx: Tx, idOrRef: string): Promise<string> {
  const id = await findSourceId(tx, idOrRef);
  if (id !== undefined) return id;
  throw new Failure('unprocessable', `There is no source "${idOrRef}": create it, or give a label.`, {
    code: 'unknown_source',
    faults: [{ in: 'body', pointer: '/source', message: `there is no source "${idOrRef}"` }],
  });
}
