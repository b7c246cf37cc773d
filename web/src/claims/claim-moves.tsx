/** The moves of a claim as the API lists them for this member. What is refused says why; what is made elsewhere leads there. */
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { claimMoves, type Claim } from '../api/claims.js';
import { useOffers } from '../keys/offers.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { mayTakeFocus } from '../parts/focus.js';
import { NextToAccept } from './next-to-accept.js';
import { MoveForm } from '../moves/move-form.js';
import { fieldsOf } from '../moves/move-fields.js';
import { useClaimMove, type ClaimMove } from '../moves/use-claim-move.js';

/** What brings a claim on its way. All others take something back, or end it: none of them is the one to press. */
const leadsOn: ReadonlySet<string> = new Set(['accept', 'start']);

export function ClaimMoves({ claim }: { claim: Claim }) {
  const words = useWords();
  const id = useId();
  const moves = useQuery(claimMoves(claim.id));
  const section = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const focusMove = (event: string): void => {
    requestAnimationFrame(() => document.getElementById(`${id}-${event}`)?.focus());
  };
  const [chosen, setChosen] = useState<string>();
  const [isTriaged, setTriaged] = useState(false);
  const make = useClaimMove(claim.id, (event) => {
    setChosen(undefined);
    if (event === 'accept' || event === 'reject') setTriaged(true);
    // The move may not be there any more: the next ones are.
    if (mayTakeFocus(section.current)) title.current?.focus();
  });
  const isPublished = claim.revision !== null;
  const here = moves.data?.items.filter(({ at }) => at === undefined) ?? [];
  const begin = (event: string): void => {
    if (make.isPending) return;
    make.reset();
    if (fieldsOf(event, isPublished).length === 0) make.mutate({ body: { event } as ClaimMove });
    else setChosen(event);
  };
  useOffers(
    here.map(({ event, allowed, why }) => ({
      id: `claim-${event}`,
      label: words.known('move.', event),
      of: claim.ref,
      why: allowed ? undefined : (why ?? ''),
      run: () => {
        begin(event);
      },
    })),
  );
  if (here.length === 0)
    return (
      <>
        <Fault error={moves.error} />
        {isTriaged && <NextToAccept after={claim.id} />}
      </>
    );
  return (
    <section ref={section} className="stack" aria-labelledby="moves">
      <h2 id="moves" ref={title} tabIndex={-1}>
        {words('moves.title')}
      </h2>
      <div className="row">
        {here.map(({ event, allowed, why }) => (
          <Button
            key={event}
            id={`${id}-${event}`}
            data-move={`claim.${event}`}
            kind={allowed && leadsOn.has(event) ? 'primary' : 'plain'}
            refused={allowed ? undefined : (why ?? undefined)}
            busy={make.isPending}
            aria-expanded={chosen === event ? true : undefined}
            onPress={() => {
              begin(event);
            }}
          >
            {words.known('move.', event)}
          </Button>
        ))}
      </div>
      {here
        .filter(({ allowed, why }) => !allowed && why !== null)
        .map(({ event, why }) => (
          <p key={event} className="small soft">
            {words.known('move.', event)}: {why}
          </p>
        ))}
      {chosen !== undefined && (
        <MoveForm
          key={chosen}
          claim={claim.id}
          event={chosen}
          fields={fieldsOf(chosen, isPublished)}
          busy={make.isPending}
          error={make.error}
          onSend={(fields, onMade) => {
            make.mutate({ body: { event: chosen, ...fields } as ClaimMove, onMade });
          }}
          onCancel={() => {
            setChosen(undefined);
            focusMove(chosen);
          }}
        />
      )}
      {/* What is wrong with a form stands in it. */}
      <Fault error={(chosen === undefined ? make.error : null) ?? moves.error} />
      {isTriaged && <NextToAccept after={claim.id} />}
    </section>
  );
}
