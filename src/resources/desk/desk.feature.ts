import type { Pool } from '../../platform/db/client.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import type { Store } from '../../platform/db/transaction.js';
import type { ClaimReader } from '../claims/claim-reader.service.js';
import { createBoardService } from './board.service.js';
import { deskOperations } from './desk.routes.js';
import { listDoubts } from './doubts.queries.js';
import { inboxOperations } from './inbox.routes.js';
import { createInboxService } from './inbox.service.js';
import { createPeopleService } from './people.service.js';

interface Deps {
  store: Store;
  pool: Pool;
  workflow: Workflow;
  claims: Pick<ClaimReader, 'list'>;
}

/** What one screen of the desk needs in one question. */
export const createDeskScreens = ({ store, pool, workflow, claims }: Deps) => ({
  operations: [
    ...deskOperations({
      people: createPeopleService({ pool, workflow }),
      board: createBoardService({ pool, claims }),
      listDoubts: (query) => listDoubts(pool, query),
    }),
    ...inboxOperations(createInboxService({ store, pool })),
  ],
});
