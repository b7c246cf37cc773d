import type { Pool } from '../../platform/db/client.js';
import type { Desk } from '../../workflow/workflow.service.js';
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
  desk: Desk;
  claims: Pick<ClaimReader, 'list'>;
}

/** What one screen of the desk needs in one question. */
export const createDeskScreens = ({ store, pool, desk, claims }: Deps) => ({
  operations: [
    ...deskOperations({
      people: createPeopleService({ pool, desk }),
      board: createBoardService({ pool, claims }),
      listDoubts: (query) => listDoubts(pool, query),
    }),
    ...inboxOperations(createInboxService({ store, pool })),
  ],
});
