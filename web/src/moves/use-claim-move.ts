/** Sends a move of a claim, and reads again what it changes. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Input } from '../../../client/routes.js';
import { api } from '../api/api.js';
import { claimKeys } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { taskKeys } from '../api/tasks.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { sayMade } from './say-made.js';

export type ClaimMove = Input<'POST /v1/claims/{id}/transitions'>['body'];
interface Asked {
  body: ClaimMove;
  /** Once the desk has it, wherever they are by then. */
  onMade?: () => void;
}

/** `onMade`: what is on the screen makes room. */
export function useClaimMove(claim: string, onMade: (event: ClaimMove['event']) => void) {
  const words = useWords();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  return useMutation({
    mutationFn: ({ body }: Asked) =>
      once(body, (idempotencyKey) =>
        api.require('POST /v1/claims/{id}/transitions', { id: claim, body }, { idempotencyKey }),
      ),
    onSuccess: async ({ ref }, asked) => {
      asked.onMade?.();
      announce(sayMade(words, { what: 'claim', event: asked.body.event, of: ref }));
      onMade(asked.body.event);
      void readAgain(queries, taskKeys.all);
      await readAgain(queries, claimKeys.all);
    },
  });
}
