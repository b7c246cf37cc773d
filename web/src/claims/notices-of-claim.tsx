/** Notes for readers about a retraction or merge: those that no second editor has let out yet, and the way to one that is lacking. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { Input } from '../../../client/routes.js';
import { api } from '../api/api.js';
import { claimKeys, type Claim } from '../api/claims.js';
import { noticeMoves, noticesOf, type Notice } from '../api/notices.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { onEscape } from '../keys/form-keys.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { focusMoves } from '../parts/focus.js';
import { Note } from '../parts/note.js';
import { useMe } from '../session/session.js';
import { BeginNotice } from './begin-notice.js';

interface Props {
  /** id. */
  claim: string;
}

type Shown = Pick<Claim, 'id' | 'status'>;

export function NoticesOfClaim({ claim }: { claim: Shown }) {
  const { permissions } = useMe();
  return permissions.includes('read_desk') ? <Notices claim={claim} /> : null;
}

const takenBack: readonly string[] = ['retracted', 'merged'];

function Notices({ claim: { id: claim, status } }: { claim: Shown }) {
  const words = useWords();
  const { permissions } = useMe();
  const { data, error } = useQuery(noticesOf(claim));
  const waiting = data?.waiting ?? [];
  return (
    <>
      <Fault error={error} />
      {data?.lacks === true && takenBack.includes(status) && permissions.includes('edit') && (
        <BeginNotice claim={claim} />
      )}
      {waiting.length > 0 && (
        <section className="stack" aria-labelledby="notices">
          <h2 id="notices">{words('notices.title')}</h2>
          <ul className="stack">
            {waiting.map((notice) => (
              <OneNotice key={notice.digest} claim={claim} notice={notice} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Event = Input<'POST /v1/claims/{id}/editions/{edition}/transitions'>['body']['event'];

function OneNotice({ claim, notice: { digest, text } }: Props & { notice: Notice }) {
  const words = useWords();
  const id = useId();
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const place = useRef<HTMLLIElement>(null);
  const moves = useQuery(noticeMoves(claim, digest));
  const [asked, setAsked] = useState<Event>();
  const decide = useMutation({
    mutationFn: (event: Event) =>
      once(event, (idempotencyKey) =>
        api.require(
          'POST /v1/claims/{id}/editions/{edition}/transitions',
          { id: claim, edition: digest, body: { event } },
          { idempotencyKey },
        ),
      ),
    onSettled: () => {
      setAsked(undefined);
    },
    onSuccess: async (_answer, event) => {
      announce(words('moves.done', { move: words.known('move.', event) }));
      focusMoves(place.current);
      await readAgain(queries, claimKeys.all);
    },
  });
  const items = moves.data?.items ?? [];
  return (
    <li ref={place} className="notice stack">
      {text === null ? <p className="soft">{words('removed')}</p> : <Note text={text} />}
      <div className="row">
        {items.map(({ event, allowed, why }) => (
          <Button
            key={event}
            id={`${id}-${event}`}
            data-move={`notice-${digest}.${event}`}
            kind={event === 'approve' && allowed ? 'primary' : 'plain'}
            refused={allowed ? undefined : (why ?? undefined)}
            aria-expanded={asked === event || undefined}
            onPress={() => {
              decide.reset();
              setAsked(event);
              requestAnimationFrame(() => document.getElementById(`${id}-sure`)?.focus());
            }}
          >
            {words.known('move.', event)}
          </Button>
        ))}
      </div>
      {asked && (
        <div
          className="stack"
          role="group"
          aria-labelledby={`${id}-what`}
          onKeyDown={onEscape(() => {
            setAsked(undefined);
            document.getElementById(`${id}-${asked}`)?.focus();
          })}
        >
          <p id={`${id}-what`}>{words(asked === 'approve' ? 'notices.sure' : 'notices.sureDrop')}</p>
          <div className="row">
            <Button
              id={`${id}-sure`}
              kind="primary"
              busy={decide.isPending}
              onPress={() => {
                decide.mutate(asked);
              }}
            >
              {words.known('move.', asked)}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setAsked(undefined);
                document.getElementById(`${id}-${asked}`)?.focus();
              }}
            >
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
    </li>
  );
}
