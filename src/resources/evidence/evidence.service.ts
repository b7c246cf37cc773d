import { may, type Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import { newId } from '../../platform/db/new-id.js';
import { notFound } from '../../platform/errors.js';
import { addEvidence } from '../../workflow/add-evidence.js';
import type { Docket } from '../../workflow/docket.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { listCaptures } from './capture-list.queries.js';
import type { CaptureQuery } from './capture.schema.js';
import { isCaptureSeen, listEvidence, readEvidence } from './evidence.queries.js';
import type { EvidenceInput, EvidenceQuery } from './evidence.schema.js';

export type EvidenceService = ReturnType<typeof createEvidenceService>;

/** Evidence as it is shown, as JSON. */
export function createEvidenceService({
  pool,
  workflow,
}: {
  pool: Pool;
  workflow: Pick<Workflow, 'changeClaim'>;
}) {
  return {
    /** `expect` sees the version of the claim under lock, and throws where the caller has read another. */
    async add(
      claim: string,
      { note, ...given }: EvidenceInput,
      caller: Caller,
      expect: (version: number) => void,
    ) {
      const evidence = { id: newId(), ...given, note: note ?? null };
      const decide = (docket: Docket) => {
        expect(docket.claim.version);
        return addEvidence(docket, evidence, caller);
      };
      const id = await workflow.changeClaim({ claim, counts: true }, decide, evidence.id);
      return { id, text: await readEvidence(pool, id, true) };
    },

    async read(id: string, caller: Caller) {
      const text = await readEvidence(pool, id, may(caller.role, 'read_desk'));
      if (text === 'null') throw notFound('evidence', id);
      return text;
    },

    isCaptureSeen: (id: string, caller: Caller) => isCaptureSeen(pool, id, may(caller.role, 'read_desk')),

    /** What came of each look at its page. */
    async listCaptures(id: string, query: CaptureQuery, caller: Caller) {
      const read = await listCaptures(pool, id, query, may(caller.role, 'read_desk'));
      // Whoever may not see the evidence may not see where its page is.
      await this.read(id, caller);
      return read;
    },

    list: (claim: string, query: EvidenceQuery, caller: Caller) =>
      listEvidence(pool, claim, query, may(caller.role, 'read_desk')),
  };
}
