/** Approve, return, withdraw: with the digest of what was read. Each clash is acknowledged with why both may stand. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import type { Audience } from '../claims/audience.rules.js';
import type { Rating } from '../api/claims.js';
import { verdictMoves, type Verdict } from '../api/verdicts.js';
import { announce, takeDown } from '../parts/announce.js';
import { useOffers } from '../keys/offers.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { late } from '../parts/late.js';
import { useKeptTexts } from '../kept/use-kept-texts.js';
import { Clashes } from './clashes.js';
import { DecisionForm } from './decision-form.js';
import { EditionMoved } from './edition-moved.js';
import { OutOfTurn } from './out-of-turn.js';
import { approvalBy, isOfAnyEdition, isStillAsked, type Asked } from './decision.rules.js';
import { acknowledged, clashField } from './clashes.rules.js';
import { useDecision } from './use-decision.js';
import type { ReadEdition } from './use-read-edition.js';

const BreakGlass = late(() => import('./break-glass.js').then((part) => part.BreakGlass));

const decisions = ['approve', 'confirm', 'return', 'withdraw'] as const;

interface Props {
  verdict: Verdict;
  read: ReadEdition;
  audience: Audience;
  scale: readonly Rating[];
}

export function Decision({ verdict, read, audience, scale }: Props) {
  const { digest, unseen } = read;
  const words = useWords();
  const id = useId();
  const found = useQuery(verdictMoves(verdict.id));
  const moves = found.data?.items ?? [];
  const { texts, keep, forget } = useKeptTexts(`verdicts/${verdict.id}`);
  const [asked, setAsked] = useState<Asked>();
  const { mutate, reset, isPending, error } = useDecision(verdict, { texts, forget });

  const asking = isStillAsked(asked, digest) ? asked.event : undefined;
  const { acknowledge, open } = acknowledged(verdict.conflicts, texts);
  const lacking = verdict.conflicts.length - acknowledge.length;
  const move = (event: string) => moves.find((one) => one.event === event);
  const focus = (name: string): void => {
    requestAnimationFrame(() => document.getElementById(`${id}-${name}`)?.focus());
  };
  const hasMoved = unseen.length > 0;
  // The form went, with what had the focus, because the edition is another one now: what was written stays.
  const gone = asked && asking === undefined ? asked.event : undefined;
  useEffect(() => {
    if (gone === undefined) return;
    setAsked(undefined);
    const next = hasMoved ? 'moved' : `${gone}-button`;
    requestAnimationFrame(() => document.getElementById(`${id}-${next}`)?.focus());
  }, [id, gone, hasMoved]);
  const askedFirst = useRef<string>(undefined);
  const askFirst = (text: string): void => {
    announce(text);
    askedFirst.current = text;
  };
  // It was done: what asked for it goes.
  useEffect(() => {
    if (askedFirst.current !== undefined) takeDown(askedFirst.current);
  }, [lacking, hasMoved]);
  const ask = (event: Asked['event']) => (): void => {
    const made = move(event);
    // By its key it is asked for as well.
    if (made?.allowed === false && made.why !== null) announce(made.why);
    if (made?.allowed !== true || isPending) return;
    // Pressed again it is still refused: only who has asked for what changed agrees to it.
    if (hasMoved && !isOfAnyEdition({ event })) {
      askFirst(words('approval.lookFirst'));
      focus('moved');
      return;
    }
    if ((event === 'approve' || event === 'break_glass') && open !== undefined) {
      askFirst(words('approval.acknowledgeFirst', { count: lacking }));
      focus(open);
      return;
    }
    reset();
    setAsked({ event, digest });
    focus(event);
  };
  const shortcuts = {
    approve: useKey('approve', ask('approve')),
    return: useKey('return', ask('return')),
    withdraw: useKey('withdraw', ask('withdraw')),
  };

  useOffers(
    moves
      .filter(({ at }) => at === undefined)
      .map(({ event, allowed, why }) => ({
        id: `verdict-${event}`,
        label: words.known('move.', event),
        of: verdict.claim.ref,
        why: allowed ? undefined : (why ?? ''),
        run: ask(event as Asked['event']),
      })),
  );

  const send = (): void => {
    const given = (texts[`note.${asking ?? ''}`] ?? '').trim();
    if (asking === 'approve') mutate({ event: 'approve', edition: digest, acknowledge });
    else if (asking === 'confirm') mutate({ event: 'confirm', edition: digest });
    else if (asking === 'return') mutate({ event: 'return', edition: digest, note: given });
    else if (asking === 'withdraw') mutate({ event: 'withdraw', ...(given !== '' && { note: given }) });
  };
  const approval = approvalBy(moves);

  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words('approval.decision')}</h2>
      <Clashes
        id={id}
        verdict={verdict}
        scale={scale}
        texts={texts}
        busy={isPending}
        onNote={(claim, text) => {
          keep({ [clashField(claim)]: text });
        }}
        onDone={ask(approval)}
      />
      {move('confirm')?.allowed === true && verdict.breakGlass && <OutOfTurn of={verdict.breakGlass} />}
      <EditionMoved id={`${id}-moved`} of={read} scale={scale} />
      <div className="row">
        {decisions.map((event) => {
          const made = move(event);
          if (!made || (event === 'confirm' && !made.allowed)) return null;
          const refused = !made.allowed
            ? (made.why ?? undefined)
            : event === 'approve' && lacking > 0
              ? words('approval.acknowledgeFirst', { count: lacking })
              : undefined;
          return (
            <Button
              key={event}
              id={`${id}-${event}-button`}
              data-move={`verdict.${event}`}
              kind={event === 'approve' ? 'primary' : 'plain'}
              shortcut={event === 'confirm' ? undefined : shortcuts[event]}
              refused={refused}
              aria-expanded={asking === event || undefined}
              onPress={ask(event)}
            >
              {words.known('move.', event)}
            </Button>
          );
        })}
        {approval === 'break_glass' && (
          <Button
            id={`${id}-break_glass-button`}
            data-move="verdict.break_glass"
            kind="quiet"
            aria-haspopup="dialog"
            refused={lacking > 0 ? words('approval.acknowledgeFirst', { count: lacking }) : undefined}
            onPress={ask('break_glass')}
          >
            {words('move.break_glass')}
          </Button>
        )}
      </div>
      {lacking > 0 && move(approval)?.allowed === true && (
        <p className="small soft">{words('approval.acknowledgeFirst', { count: lacking })}</p>
      )}
      {moves
        .filter(
          ({ event, allowed, why, at }) =>
            !allowed && why !== null && at === undefined && event !== 'confirm' && event !== 'break_glass',
        )
        .map(({ event, why }) => (
          <p key={event} className="small soft">
            {words.known('move.', event)}: {why}
          </p>
        ))}
      {asking && asking !== 'break_glass' && (
        <DecisionForm
          id={id}
          event={asking}
          audience={audience}
          note={texts[`note.${asking}`] ?? ''}
          busy={isPending}
          onNote={(note) => {
            keep({ [`note.${asking}`]: note });
          }}
          onSend={send}
          onCancel={() => {
            setAsked(undefined);
            focus(`${asking}-button`);
          }}
        />
      )}
      <Fault error={found.error ?? (asking === 'break_glass' ? null : error)} />
      {asking === 'break_glass' && (
        <BreakGlass
          verdict={verdict.id}
          claim={verdict.claim.ref}
          busy={isPending}
          error={error}
          texts={texts}
          onChange={keep}
          onSend={(reason, second) => {
            mutate({ event: 'break_glass', edition: digest, reason, second, acknowledge });
          }}
          onClose={() => {
            setAsked(undefined);
          }}
        />
      )}
    </section>
  );
}
