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
import { AskedChange, AskedErasure } from './asked-for.js';

type Event = 'confirm' | 'reject' | 'withdraw';

/** `at`: its path, as the inbox gives it. */
export function SecondPerson({ at }: { at: string }) {
  const words = useWords();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const id = at.slice(at.lastIndexOf('/') + 1);
  const isErasure = at.startsWith('/v1/erasures/');
  const queryKey = [...secondPersonKey, at];
  const link = useRef<HTMLAnchorElement>(null);
  const moves = useQuery({
    queryKey: [...queryKey, 'moves'],
    queryFn: ({ signal }) =>
      isErasure
        ? api.require('GET /v1/erasures/{id}/transitions', { id }, { signal })
        : api.require('GET /v1/privileged-changes/{id}/transitions', { id }, { signal }),
  });
  const decide = useMutation({
    mutationFn: (event: Event): Promise<unknown> =>
      once(event, (idempotencyKey): Promise<unknown> =>
        isErasure
          ? api.require('POST /v1/erasures/{id}/transitions', { id, body: { event } }, { idempotencyKey })
          : api.require(
              'POST /v1/privileged-changes/{id}/transitions',
              { id, body: { event } },
              { idempotencyKey },
            ),
      ),
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
      {isErasure ? <AskedErasure id={id} queryKey={queryKey} /> : <AskedChange id={id} queryKey={queryKey} />}
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
        moves={moves.data?.items ?? []}
        make={decide}
        follows={(event) => words(event === 'confirm' ? 'asked.confirmFinal' : 'asked.decideFinal')}
      />
      <Fault error={decide.error ?? moves.error} />
    </div>
  );
}
