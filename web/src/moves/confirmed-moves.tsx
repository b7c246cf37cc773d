/** Moves that cannot be taken back: each is asked for once more, with what follows of it. Esc and *Cancel* lead back to its button. */
import type { UseMutationResult } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useWords } from '../language/words.js';
import { onEscape } from '../keys/form-keys.js';
import { Button } from '../parts/button.js';
import { mayTakeFocus } from '../parts/focus.js';

interface Props<Event extends string> {
  /** What its buttons are known by: `notice-….approve`. */
  name: string;
  moves: readonly { event: Event; allowed: boolean; why: string | null }[];
  make: Pick<UseMutationResult<unknown, Error, Event>, 'mutate' | 'reset' | 'isPending'>;
  /** What follows of it, in words. */
  follows: (event: Event) => string;
}

export function ConfirmedMoves<Event extends string>({ name, moves, make, follows }: Props<Event>) {
  const words = useWords();
  const sayMove = (event: string): string => words.known('move.', event);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Event>();
  const focus = (part: string): void => {
    requestAnimationFrame(() => document.getElementById(`${id}-${part}`)?.focus());
  };
  const leave = (event: Event) => (): void => {
    // Where what follows took the focus along, it stays there.
    const isHere = mayTakeFocus(place.current);
    setAsked(undefined);
    if (isHere) focus(event);
  };
  return (
    <div ref={place} className="stack">
      <div className="row">
        {moves.map(({ event, allowed, why }, index) => (
          <Button
            key={event}
            id={`${id}-${event}`}
            data-move={`${name}.${event}`}
            kind={index === 0 && allowed ? 'primary' : 'plain'}
            refused={allowed ? undefined : (why ?? undefined)}
            aria-expanded={asked === event || undefined}
            onPress={() => {
              make.reset();
              setAsked(event);
              focus('sure');
            }}
          >
            {sayMove(event)}
          </Button>
        ))}
      </div>
      {asked && (
        <div className="stack" role="group" aria-labelledby={`${id}-what`} onKeyDown={onEscape(leave(asked))}>
          <p id={`${id}-what`}>{follows(asked)}</p>
          <div className="row">
            <Button
              id={`${id}-sure`}
              kind="primary"
              busy={make.isPending}
              onPress={() => {
                make.mutate(asked, { onSettled: leave(asked) });
              }}
            >
              {sayMove(asked)}
            </Button>
            <Button kind="quiet" onPress={leave(asked)}>
              {words('cancel')}
            </Button>
          </div>
        </div>
      )}
      {[...new Set(moves.flatMap(({ why }) => why ?? []))].map((why) => (
        <p key={why} className="small soft">
          {why}
        </p>
      ))}
    </div>
  );
}
