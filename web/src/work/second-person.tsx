/** What waits for a second person beside claims: what is asked for, and what this member may do about it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api/api.js';
import { inboxKey, secondPersonKey } from '../api/inbox.js';
import { useIdempotentSend } from '../api/once.js';
import { useWords } from '../language/words.js';
import { ConfirmedMoves } from '../moves/confirmed-moves.js';
import { sayMade } from '../moves/say-made.js';
import { announce } from '../parts/announce.js';
import { Fault } from '../parts/fault.js';
import { AskedFor } from './asked-for.js';
import { idIn, isErasure, readAsked } from './read-asked.js';

type Event = 'confirm' | 'reject' | 'withdraw';

/** `at`: its path, as the inbox gives it. */
export function SecondPerson({ at }: { at: string }) {
  const words = useWords();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const id = idIn(at);
  const queryKey = [...secondPersonKey, at];
  const link = useRef<HTMLAnchorElement>(null);
  const asked = useQuery({
    queryKey: [...queryKey, 'asked'],
    queryFn: ({ signal }) => readAsked(at, signal),
  });
  const moves = useQuery({
    queryKey: [...queryKey, 'moves'],
    queryFn: ({ signal }) =>
      isErasure(at)
        ? api.require('GET /v1/erasures/{id}/transitions', { id }, { signal })
        : api.require('GET /v1/privileged-changes/{id}/transitions', { id }, { signal }),
  });
  const ifMatch = asked.data?.tag;
  const decide = useMutation({
    mutationFn: (event: Event): Promise<unknown> =>
      once([event, ifMatch], (idempotencyKey): Promise<unknown> =>
        isErasure(at)
          ? api.require(
              'POST /v1/erasures/{id}/transitions',
              { id, body: { event } },
              { idempotencyKey, ifMatch },
            )
          : api.require(
              'POST /v1/privileged-changes/{id}/transitions',
              { id, body: { event } },
              { idempotencyKey, ifMatch },
            ),
      ),
    // It may ask for something else by now.
    onError: () => queries.invalidateQueries({ queryKey }),
    onSuccess: async (_made, event) => {
      announce(sayMade(words, { what: 'asked', event }));
      // The buttons go.
      link.current?.focus();
      await Promise.all([queryKey, inboxKey].map((key) => queries.invalidateQueries({ queryKey: key })));
    },
  });
  const status = moves.data?.status;
  return (
    <div className="stack second-person">
      {asked.data ? <AskedFor of={asked.data} /> : <Fault error={asked.error} />}
      <div>
        <a ref={link} className="small-target" href={at} target="_blank" rel="noreferrer noopener">
          {words('work.readAsked')}
        </a>
      </div>
      {status !== undefined && status !== 'waiting' && (
        <p className="small soft">{words(`work.decidedOn.${status}`)}</p>
      )}
      <ConfirmedMoves
        name={`second-${id}`}
        moves={asked.data ? (moves.data?.items ?? []) : []}
        make={decide}
        follows={(event) => words(event === 'confirm' ? 'asked.confirmFinal' : 'asked.decideFinal')}
      />
      <Fault error={decide.error ?? moves.error} />
    </div>
  );
}
