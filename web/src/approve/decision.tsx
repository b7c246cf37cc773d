/** Approve, return, withdraw: with the digest of what was read. Each clash is acknowledged with why both may stand. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Input } from '../../../client/routes.js';
import { api, isRefusal } from '../api/api.js';
import { claimKeys } from '../api/claims.js';
import { taskKeys } from '../api/tasks.js';
import { editionOf, verdictKeys, verdictMoves, type Verdict } from '../api/verdicts.js';
import { ClaimLink } from '../parts/claim-link.js';
import { announce } from '../frame/announce.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';

type Body = Input<'POST /v1/verdicts/{id}/transitions'>['body'];

export function Decision({ verdict, digest }: { verdict: Verdict; digest: string }) {
  const words = useWords();
  const id = useId();
  const moves = useQuery(verdictMoves(verdict.id));
  const [notes, setNotes] = useState<Record<string, string>>({});
  const [asking, setAsking] = useState<'approve' | 'return' | 'withdraw'>();
  const [note, setNote] = useState('');
  const decide = useDecision(verdict);

  const acknowledged = verdict.conflicts.filter(({ claim }) => (notes[claim.id] ?? '').trim() !== '');
  const all = verdict.conflicts.length;
  const lacking = all - acknowledged.length;
  const move = (event: string) => moves.data?.items.find((one) => one.event === event);
  const ask = (event: 'approve' | 'return' | 'withdraw') => () => {
    if (move(event)?.allowed !== true) return;
    decide.reset();
    setAsking(event);
    requestAnimationFrame(() => document.getElementById(`${id}-${event}`)?.focus());
  };
  useKey('approve', ask('approve'));
  useKey('return', ask('return'));
  useKey('withdraw', ask('withdraw'));

  const send = (): void => {
    if (asking === 'approve')
      decide.mutate({
        event: 'approve',
        edition: digest,
        acknowledge: acknowledged.map(({ claim }) => ({
          claim: claim.id,
          note: (notes[claim.id] ?? '').trim(),
        })),
      });
    else if (asking === 'return') decide.mutate({ event: 'return', edition: digest, note: note.trim() });
    else if (asking === 'withdraw')
      decide.mutate({ event: 'withdraw', ...(note.trim() !== '' && { note: note.trim() }) });
  };

  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words('approval.decision')}</h2>
      {verdict.conflicts.map(({ claim, relation, rating, theirs }) => (
        <div key={claim.id} className="conflict">
          <p>
            <strong>{words('approval.clash')}</strong> <ClaimLink of={claim.ref} />{' '}
            <bdi className="soft">{relation}</bdi>
          </p>
          <p className="small">{words('approval.clashRatings', { ours: rating, theirs })}</p>
          <div className="field">
            <label htmlFor={`${id}-${claim.id}`}>{words('approval.why', { ref: claim.ref })}</label>
            <textarea
              id={`${id}-${claim.id}`}
              dir="auto"
              rows={2}
              value={notes[claim.id] ?? ''}
              onChange={({ target }) => {
                setNotes((before) => ({ ...before, [claim.id]: target.value }));
              }}
            />
          </div>
        </div>
      ))}
      {all > 0 && (
        <p role="status" className="small">
          {words('approval.acknowledged', { count: acknowledged.length, all })}
        </p>
      )}
      <div className="row">
        {(['approve', 'return', 'withdraw'] as const).map((event) => {
          const found = move(event);
          if (!found) return null;
          const refused = !found.allowed
            ? (found.why ?? undefined)
            : event === 'approve' && lacking > 0
              ? words('approval.acknowledgeFirst', { count: lacking })
              : undefined;
          return (
            <Button
              key={event}
              kind={event === 'approve' ? 'primary' : 'plain'}
              shortcut={{ approve: 'Y', return: 'R', withdraw: 'W' }[event]}
              refused={refused}
              aria-expanded={asking === event || undefined}
              onPress={ask(event)}
            >
              {words(`move.${event}`)}
            </Button>
          );
        })}
      </div>
      {moves.data?.items
        .filter(
          ({ event, allowed, why, at }) =>
            !allowed && why !== null && at === undefined && event !== 'confirm' && event !== 'break_glass',
        )
        .map(({ event, why }) => (
          <p key={event} className="small soft">
            {words(`move.${event}`)}: {why}
          </p>
        ))}
      {asking && (
        <form
          className="notice"
          aria-label={words(`move.${asking}`)}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (asking === 'approve' && lacking > 0) return;
            if (asking === 'return' && note.trim() === '') return;
            send();
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setAsking(undefined);
          }}
        >
          {asking === 'approve' ? (
            <p>{words('approval.confirm')}</p>
          ) : (
            <div className="field">
              <label htmlFor={`${id}-${asking}`}>
                {words(asking === 'return' ? 'approval.returnNote' : 'field.note')}
              </label>
              <textarea
                id={`${id}-${asking}`}
                dir="auto"
                rows={3}
                value={note}
                onChange={({ target }) => {
                  setNote(target.value);
                }}
              />
            </div>
          )}
          <div className="row">
            <Button
              kind="primary"
              type="submit"
              busy={decide.isPending}
              {...(asking === 'approve' && { id: `${id}-approve` })}
            >
              {words(`move.${asking}`)}
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setAsking(undefined);
              }}
            >
              {words('cancel')}
            </Button>
          </div>
        </form>
      )}
      {decide.error && (
        <p className="notice refutes" role="alert">
          {isRefusal(decide.error) ? decide.error.message : words('error.unreachableHelp')}
        </p>
      )}
    </section>
  );
}

function useDecision(verdict: Verdict) {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Body) =>
      api.demand(
        'POST /v1/verdicts/{id}/transitions',
        { id: verdict.id, body },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: async (_answer, { event }) => {
      announce(words('moves.done', { move: words(`move.${event}`) }));
      // First away from here: there is no edition of a verdict that was given back.
      await navigate({ to: '/claims/$claim', params: { claim: verdict.claim.ref } });
      for (const queryKey of [taskKeys.all, claimKeys.all, verdictKeys.all])
        void queries.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      // What was read is not what would be published any more: it is read again, and decided on anew.
      if (isRefusal(error) && error.status === 412)
        void queries.invalidateQueries({ queryKey: editionOf(verdict.id).queryKey });
    },
  });
}
