/** What waits for a second person beside claims: where it is read, and what this member may do with it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../api/api.js';
import { inboxKey, secondPersonKey } from '../api/inbox.js';
import { useIdempotentSend } from '../api/once.js';
import { onEscape } from '../keys/form-keys.js';
import { useWords } from '../language/words.js';
import { announce } from '../parts/announce.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';

type Event = 'confirm' | 'reject' | 'withdraw';

/** `at`: its path, as the inbox gives it. */
export function SecondPerson({ at }: { at: string }) {
  const words = useWords();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const [asked, setAsked] = useState<Event>();
  const id = at.slice(at.lastIndexOf('/') + 1);
  const isErasure = at.startsWith('/v1/erasures/');
  const name = useId();
  const queryKey = [...secondPersonKey, at];
  const moves = useQuery({
    queryKey,
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
      announce(words('work.decided', { move: words.known('move.', event) }));
      setAsked(undefined);
      focus('read');
      await Promise.all([queryKey, inboxKey].map((key) => queries.invalidateQueries({ queryKey: key })));
    },
  });
  const items = moves.data?.items ?? [];
  const status = moves.data?.status;
  const focus = (part: string): void => {
    requestAnimationFrame(() => document.getElementById(`${name}-${part}`)?.focus());
  };
  const leave = (): void => {
    setAsked(undefined);
    if (asked !== undefined) focus(asked);
  };
  return (
    <div className="stack second-person">
      <div>
        <a id={`${name}-read`} className="small-target" href={at} target="_blank" rel="noreferrer noopener">
          {words('work.readAsked')}
        </a>
      </div>
      {status !== undefined && status !== 'waiting' && (
        <p className="small soft">{words(`work.decidedOn.${status}`)}</p>
      )}
      {asked === undefined ? (
        <div className="row">
          {items.map(({ event, allowed, why }) => (
            <Button
              key={event}
              id={`${name}-${event}`}
              data-move={`second-${id}.${event}`}
              refused={allowed ? undefined : (why ?? undefined)}
              onPress={() => {
                decide.reset();
                setAsked(event);
                focus('sure');
              }}
            >
              {words.known('move.', event)}
            </Button>
          ))}
        </div>
      ) : (
        <div className="notice" role="group" aria-labelledby={`${name}-what`} onKeyDown={onEscape(leave)}>
          <p id={`${name}-what`}>{words(asked === 'confirm' ? 'work.confirmFinal' : 'work.decideFinal')}</p>
          <div className="row">
            <Button
              id={`${name}-sure`}
              kind="primary"
              busy={decide.isPending}
              onPress={() => {
                decide.mutate(asked);
              }}
            >
              {words.known('move.', asked)}
            </Button>
            <Button kind="quiet" onPress={leave}>
              {words('cancel')}
            </Button>
          </div>
        </div>
      )}
      {[...new Set(items.flatMap(({ why }) => why ?? []))].map((why) => (
        <p key={why} className="small soft">
          {why}
        </p>
      ))}
      <Fault error={decide.error ?? moves.error} />
    </div>
  );
}
