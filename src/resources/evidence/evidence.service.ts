import { may, type Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { notFound } from '../../platform/errors.js';
import { ofClaim, readItemPage, type PageQuery } from '../../platform/http/item-page.js';
import { addEvidence } from '../../workflow/add-evidence.js';
import type { Docket } from '../../workflow/docket.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { evidenceItems, readEvidence } from './evidence.queries.js';
import type { EvidenceInput } from './evidence.schema.js';

export type EvidenceService = ReturnType<typeof createEvidenceService>;

interface Deps {
  pool: Pool;
  desk: Pick<Desk, 'changeClaim'>;
}

/** Evidence as it is shown, as JSON. */
export function createEvidenceService({ pool, desk }: Deps) {
  return {
    async add(claim: string, { note, ...given }: EvidenceInput, caller: Caller) {
      const evidence = { id: newId(), ...given, note: note ?? null };
      const decide = (docket: Docket) => addEvidence(docket, evidence, caller);
      const id = await desk.changeClaim({ claim }, decide, evidence.id);
      return { id, text: await readEvidence(pool, id, true) };
    },

    async read(id: string, caller: Caller) {
      const text = await readEvidence(pool, id, may(caller.role, 'read_desk'));
      if (text === 'null') throw notFound('evidence', id);
      return text;
    },

    list: (claim: string, page: PageQuery, caller: Caller) =>
      readItemPage(pool, ofClaim('e.claim_id', claim), evidenceItems(may(caller.role, 'read_desk')), page),
  };
}
