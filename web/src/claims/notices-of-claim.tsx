/** Notes for readers about a retraction or merge: those that no second editor has let out yet, and the way to one that is lacking. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Input } from '../../../client/routes.js';
import { api } from '../api/api.js';
import { claimKeys, type Claim } from '../api/claims.js';
import { inboxKey } from '../api/inbox.js';
import { noticeMoves, noticesOf, type Notice } from '../api/notices.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { announce } from '../parts/announce.js';
import { useWords } from '../language/words.js';
import { ConfirmedMoves } from '../moves/confirmed-moves.js';
import { sayMade } from '../moves/say-made.js';
import { Fault } from '../parts/fault.js';
import { focusMoves } from '../parts/focus.js';
import { Note } from '../parts/note.js';
import { useMe } from '../session/session.js';
import { isTakenBack } from './audience.rules.js';
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

function Notices({ claim: { id: claim, status } }: { claim: Shown }) {
  const words = useWords();
  const { permissions } = useMe();
  const { data, error } = useQuery(noticesOf(claim));
  const waiting = data?.waiting ?? [];
  return (
    <>
      <Fault error={error} />
      {data?.lacks === true && isTakenBack(status) && permissions.includes('edit') && (
        <BeginNotice claim={claim} />
      )}
      {data?.told && isTakenBack(status) && (
        <section className="stack" aria-labelledby="told">
          <h2 id="told">{words('notices.told')}</h2>
          {data.told.text === null ? (
            <p className="soft">{words('removed')}</p>
          ) : (
            <Note className="notice" text={data.told.text} />
          )}
        </section>
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
  const queries = useQueryClient();
  const once = useIdempotentSend();
  const place = useRef<HTMLLIElement>(null);
  const moves = useQuery(noticeMoves(claim, digest));
  const decide = useMutation({
    mutationFn: (event: Event) =>
      once(event, (idempotencyKey) =>
        api.require(
          'POST /v1/claims/{id}/editions/{edition}/transitions',
          { id: claim, edition: digest, body: { event } },
          { idempotencyKey },
        ),
      ),
    onSuccess: async (_answer, event) => {
      announce(sayMade(words, { what: 'notice', event }));
      focusMoves(place.current);
      void queries.invalidateQueries({ queryKey: inboxKey });
      await readAgain(queries, claimKeys.all);
    },
  });
  return (
    <li ref={place} className="notice stack">
      {text === null ? <p className="soft">{words('removed')}</p> : <Note text={text} />}
      <ConfirmedMoves
        name={`notice-${digest}`}
        moves={moves.data?.items ?? []}
        make={decide}
        follows={(event) => words(event === 'approve' ? 'notices.sure' : 'notices.sureDrop')}
      />
      <Fault error={decide.error ?? moves.error} />
    </li>
  );
}
