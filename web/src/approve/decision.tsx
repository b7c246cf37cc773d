/** Approve, return, withdraw: with the digest of what was read. Each clash is acknowledged with why both may stand. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import type { Rating } from '../api/claims.js';
import { verdictMoves, type Verdict } from '../api/verdicts.js';
import { announce } from '../frame/announce.js';
import { keys } from '../keys/keys.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Clashes } from './clashes.js';
import { DecisionForm, type Decided } from './decision-form.js';
import { useDecision } from './use-decision.js';

const BreakGlass = lazy(() => import('./break-glass.js'));

const decisions = ['approve', 'confirm', 'return', 'withdraw'] as const;

interface Props {
  verdict: Verdict;
  digest: string;
  scale: readonly Rating[];
}

export function Decision({ verdict, digest, scale }: Props) {
  const words = useWords();
  const id = useId();
  const moves = useQuery(verdictMoves(verdict.id)).data?.items ?? [];
  const [notes, setNotes] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState<{ event: Decided; digest: string }>();
  const [note, setNote] = useState('');
  const [isBreaking, setBreaking] = useState(false);
  const { mutate, reset, isPending, error } = useDecision(verdict);

  // What was agreed to is what was read: of another edition it is asked again. What was written stays.
  const asking = asked && (needsNote(asked.event) || asked.digest === digest) ? asked.event : undefined;
  const acknowledge = verdict.conflicts.flatMap(({ claim }) => {
    const given = (notes[claim.id] ?? '').trim();
    return given === '' ? [] : [{ claim: claim.id, note: given }];
  });
  const open = verdict.conflicts.find(({ claim }) => (notes[claim.id] ?? '').trim() === '');
  const lacking = verdict.conflicts.length - acknowledge.length;
  const move = (event: string) => moves.find((one) => one.event === event);
  const focus = (name: string): void => {
    requestAnimationFrame(() => document.getElementById(`${id}-${name}`)?.focus());
  };
  const ask = (event: Decided) => (): void => {
    if (move(event)?.allowed !== true || isPending) return;
    if (event === 'approve' && open) {
      announce(words('approval.acknowledgeFirst', { count: lacking }));
      focus(open.claim.id);
      return;
    }
    reset();
    setAsked({ event, digest });
    focus(event);
  };
  useKey('approve', ask('approve'));
  useKey('return', ask('return'));
  useKey('withdraw', ask('withdraw'));

  const send = (): void => {
    const given = note.trim();
    if (asking === 'approve') mutate({ event: 'approve', edition: digest, acknowledge });
    else if (asking === 'confirm') mutate({ event: 'confirm', edition: digest });
    else if (asking === 'return') mutate({ event: 'return', edition: digest, note: given });
    else if (asking === 'withdraw') mutate({ event: 'withdraw', ...(given !== '' && { note: given }) });
  };
  const glass = move('break_glass');

  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words('approval.decision')}</h2>
      <Clashes
        id={id}
        clashes={verdict.conflicts}
        scale={scale}
        notes={notes}
        onNote={(claim, text) => {
          setNotes((before) => ({ ...before, [claim]: text }));
        }}
      />
      <div className="row">
        {decisions.map((event) => {
          const found = move(event);
          if (!found || (event === 'confirm' && !found.allowed)) return null;
          const refused = !found.allowed
            ? (found.why ?? undefined)
            : event === 'approve' && lacking > 0
              ? words('approval.acknowledgeFirst', { count: lacking })
              : undefined;
          return (
            <Button
              key={event}
              id={`${id}-${event}-button`}
              kind={event === 'approve' ? 'primary' : 'plain'}
              shortcut={event === 'confirm' ? undefined : keys[event].printed}
              refused={refused}
              aria-expanded={asking === event || undefined}
              onPress={ask(event)}
            >
              {words(`move.${event}`)}
            </Button>
          );
        })}
        {glass?.allowed === true && move('approve')?.allowed !== true && (
          <Button
            kind="quiet"
            aria-haspopup="dialog"
            refused={lacking > 0 ? words('approval.acknowledgeFirst', { count: lacking }) : undefined}
            onPress={() => {
              reset();
              setBreaking(true);
            }}
          >
            {words('move.break_glass')}
          </Button>
        )}
      </div>
      {moves
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
        <DecisionForm
          id={id}
          event={asking}
          note={note}
          busy={isPending}
          onNote={setNote}
          onSend={send}
          onCancel={() => {
            setAsked(undefined);
            focus(`${asking}-button`);
          }}
        />
      )}
      {!isBreaking && <Fault error={error} />}
      <Suspense>
        {isBreaking && (
          <BreakGlass
            claim={verdict.claim.ref}
            busy={isPending}
            error={error}
            onSend={(reason, second) => {
              mutate({ event: 'break_glass', edition: digest, reason, second, acknowledge });
            }}
            onClose={() => {
              setBreaking(false);
            }}
          />
        )}
      </Suspense>
    </section>
  );
}

const needsNote = (event: Decided): boolean => event === 'return' || event === 'withdraw';
