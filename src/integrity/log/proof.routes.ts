import { z } from 'zod';
import type { Pool } from '../../platform/db/client.js';
import { replyOr304 } from '../../platform/http/conditional.js';
import { tagOfDocument } from '../../platform/http/document-tag.js';
import { ok, operationsTagged, type Operation } from '../../platform/http/route.js';
import { uuid } from '../../platform/http/schema.js';
import { proveEvent } from './prove-event.js';

const operation = operationsTagged('Checkpoints');

const params = z.strictObject({ id: uuid.describe('Id of the event, as the feed has it') });

export const proofOperations = ({ pool, dir }: { pool: Pool; dir?: string | undefined }): Operation[] => [
  operation('GET /v1/events/{id}/proof', {
    id: 'getEventProof',
    summary: 'That an event is in the signed log',
    description:
      'Inclusion in the log of the feed as a text (c2sp.org/tlog-proof@v1): the place of the event, the hashes that lead from its entry to the root, and the checkpoint with its signature. The entry is the canonical JSON `{"event": id, "hash": …, "position": index + 1}`.',
    permission: 'read',
    params,
    answers: {
      200: { description: 'The proof', body: z.string(), contentType: 'text/plain' },
      304: { description: 'No later checkpoint was signed' },
    },
    problems: ['event_not_found', 'event_not_covered'],
    handle: async ({ params: { id }, request }) => {
      const proof = await proveEvent(pool, dir, id);
      return replyOr304(request, tagOfDocument('proof', proof), ok(proof));
    },
  }),
];
