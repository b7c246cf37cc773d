/** The moves of a claim as the API lists them for this member. What is refused says why; what is made elsewhere leads there. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { Input } from '../../../client/routes.js';
import { api } from '../api/api.js';
import { useOnce } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { claimKeys, claimMoves, type Claim } from '../api/claims.js';
import { taskKeys } from '../api/tasks.js';
import { announce } from '../frame/announce.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { mayTakeFocus } from '../parts/focus.js';
import { MoveForm } from './move-form.js';
import { fieldsOf } from './move-fields.js';

type Body = Input<'POST /v1/claims/{id}/transitions'>['body'];
interface Asked {
  body: Body;
  /** Once the desk has it, wherever they are by then. */
  onMade?: () => void;
}

export function ClaimMoves({ claim }: { claim: Claim }) {
  const words = useWords();
  const queries = useQueryClient();
  const id = useId();
  const moves = useQuery(claimMoves(claim.id));
  const once = useOnce();
  const section = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const focusMove = (event: string): void => {
    requestAnimationFrame(() => document.getElementById(`${id}-${event}`)?.focus());
  };
  const [chosen, setChosen] = useState<string>();
  const make = useMutation({
    mutationFn: ({ body }: Asked) =>
      once(body, (idempotencyKey) =>
        api.demand('POST /v1/claims/{id}/transitions', { id: claim.id, body }, { idempotencyKey }),
      ),
    onSuccess: async (_answer, { body: { event }, onMade }) => {
      onMade?.();
      announce(words('moves.done', { move: words(`move.${event}`) }));
      setChosen(undefined);
      // The move may not be there any more: the next ones are.
      if (mayTakeFocus(section.current)) title.current?.focus();
      void readAgain(queries, taskKeys.all);
      await readAgain(queries, claimKeys.all);
    },
  });
  const isPublished = claim.revision !== null;
  const here = moves.data?.items.filter(({ at }) => at === undefined) ?? [];
  if (here.length === 0) return <Fault error={moves.error} />;
  const begin = (event: string): void => {
    if (make.isPending) return;
    make.reset();
    if (fieldsOf(event, isPublished).length === 0) make.mutate({ body: { event } as Body });
    else setChosen(event);
  };
  return (
    <section ref={section} className="stack" aria-labelledby="moves">
      <h2 id="moves" ref={title} tabIndex={-1}>
        {words('moves.title')}
      </h2>
      <div className="row">
        {here.map(({ event, allowed, why }, index) => (
          <Button
            key={event}
            id={`${id}-${event}`}
            data-move={`claim.${event}`}
            kind={index === 0 && allowed ? 'primary' : 'plain'}
            refused={allowed ? undefined : (why ?? undefined)}
            busy={make.isPending}
            aria-expanded={chosen === event ? true : undefined}
            onPress={() => {
              begin(event);
            }}
          >
            {words(`move.${event}`)}
          </Button>
        ))}
      </div>
      {here
        .filter(({ allowed, why }) => !allowed && why !== null)
        .map(({ event, why }) => (
          <p key={event} className="small soft">
            {words(`move.${event}`)}: {why}
          </p>
        ))}
      {chosen !== undefined && (
        <MoveForm
          key={chosen}
          claim={claim.id}
          event={chosen}
          fields={fieldsOf(chosen, isPublished)}
          busy={make.isPending}
          onSend={(fields, onMade) => {
            make.mutate({ body: { event: chosen, ...fields } as Body, onMade });
          }}
          onCancel={() => {
            setChosen(undefined);
            focusMove(chosen);
          }}
        />
      )}
      <Fault
        error={make.error ?? moves.error}
        fields={{
          '/into': words('field.into'),
          '/reason': words('field.reason'),
          '/note': words('field.note'),
        }}
      />
    </section>
  );
}
