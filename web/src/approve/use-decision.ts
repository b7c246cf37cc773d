/** Sends a decision on a verdict, and leads on to the claim once it was made. Where the edition has changed, it is read again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Input } from '../../../client/routes.js';
import { api, isRefusal } from '../api/api.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { claimKeys } from '../api/claims.js';
import { taskKeys } from '../api/tasks.js';
import { editionOf, verdictKeys, type Verdict } from '../api/verdicts.js';
import { announce } from '../parts/announce.js';
import type { Texts } from '../kept/kept-texts.js';
import { useWords } from '../language/words.js';
import { sayMade } from '../moves/say-made.js';
import { useIsShown } from '../parts/use-is-shown.js';

type Body = Input<'POST /v1/verdicts/{id}/transitions'>['body'];

interface Written {
  texts: Texts;
  forget: (sent: Texts) => void;
}

export function useDecision(verdict: Verdict, { texts, forget }: Written) {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const once = useIdempotentSend();
  const isShown = useIsShown();
  return useMutation({
    mutationFn: (body: Body) =>
      once(body, (idempotencyKey) =>
        api.require('POST /v1/verdicts/{id}/transitions', { id: verdict.id, body }, { idempotencyKey }),
      ),
    onMutate: () => texts,
    onSuccess: async (_answer, { event }, sent) => {
      forget(sent);
      announce(sayMade(words, { what: 'verdict', event, of: verdict.claim.ref }));
      // First away from here: there is no edition of a verdict that was given back. Who went elsewhere is left there.
      if (isShown()) await navigate({ to: '/claims/$claim', params: { claim: verdict.claim.ref } });
      void readAgain(queries, taskKeys.all, claimKeys.all, verdictKeys.all);
    },
    onError: (error) => {
      // What was read is not what would be published any more: it is read again, and decided on anew.
      if (isRefusal(error) && error.status === 412)
        void queries.invalidateQueries({ queryKey: editionOf(verdict.id).queryKey });
    },
  });
}
