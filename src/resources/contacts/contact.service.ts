import { may, type Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { notFound } from '../../platform/errors.js';
import { recordContact, docketForContact } from '../../workflow/record-contact.js';
import { withdrawContact } from '../../workflow/withdraw-contact.js';
import type { Docket } from '../../workflow/docket.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { findClaimOf, listContacts, readContact } from './contact.queries.js';
import type { ContactInput, ContactQuery } from './contact.schema.js';

export type ContactService = ReturnType<typeof createContactService>;

/** Contacts as they are shown, as JSON. */
export function createContactService({
  pool,
  workflow,
}: {
  pool: Pool;
  workflow: Pick<Workflow, 'changeClaim' | 'listContactMoves'>;
}) {
  const claimOf = async (id: string): Promise<string> => {
    const claim = await findClaimOf(pool, id);
    if (claim === undefined) throw notFound('contact', id);
    return claim;
  };

  return {
    /** `expect` sees the version of the claim under lock, and throws where the caller has read another. */
    async record(
      claim: string,
      { source, date, outcome, ...given }: ContactInput,
      caller: Caller,
      expect: (version: number) => void,
    ) {
      const { label = null, channel = null, text = null } = given;
      const contact = { id: newId(), source, label, outcome, channel, text, date };
      const asked = { claim, ...docketForContact(contact) };
      const decide = (docket: Docket) => {
        expect(docket.claim.version);
        return recordContact(docket, contact, caller);
      };
      const id = await workflow.changeClaim(asked, decide, contact.id);
      return { id, text: await readContact(pool, id, true) };
    },

    async read(id: string, caller: Caller) {
      const text = await readContact(pool, id, may(caller.role, 'read_desk'));
      if (text === 'null') throw notFound('contact', id);
      return text;
    },

    async listMoves(id: string, caller: Caller) {
      return workflow.listContactMoves(await claimOf(id), id, caller);
    },

    /** `expect`: as in `record`. */
    async withdraw(id: string, caller: Caller, expect: (version: number) => void) {
      const decide = (docket: Docket) => {
        expect(docket.claim.version);
        return withdrawContact(docket, id, caller);
      };
      await workflow.changeClaim({ claim: await claimOf(id), contact: id }, decide);
      return readContact(pool, id, true);
    },

    list: (claim: string, query: ContactQuery, caller: Caller) =>
      listContacts(pool, claim, query, may(caller.role, 'read_desk')),
  };
}
