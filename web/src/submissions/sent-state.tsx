/** Where the last verdicts are that were submitted on this browser: in the bar, whatever is on the screen. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isFinal } from '../api/once.js';
import { isRefusal } from '../api/api.js';
import { oneTask } from '../api/tasks.js';
import { oneVerdict } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { hasEnded, useMe } from '../session/session.js';
import { isOthers } from './is-others.rules.js';
import { forgetSent, noteSent, useSentVerdicts, type SentVerdict } from './sent-verdicts.js';

/** Where no event tells of it. */
const askAgainMs = 2_000;

const isBack = ({ outcome }: SentVerdict): boolean => outcome === 'refused' || outcome === 'unsent';

export function SentState() {
  const { id } = useMe();
  const mine = useSentVerdicts().filter(({ member }) => member === id);
  useAskBeforeClosing(mine.some(({ outcome }) => outcome === 'sending'));
  return (
    <>
      {mine.filter(isBack).map((sent) => (
        <One key={sent.task} sent={sent} />
      ))}
      {/* Of several, what is new is said alone. */}
      <span role="status" aria-atomic={false} className="row">
        {mine
          .filter((sent) => !isBack(sent))
          .map((sent) => (
            <One key={sent.task} sent={sent} />
          ))}
      </span>
    </>
  );
}

/** The words are kept; that they are the verdict is known to this tab alone. */
function useAskBeforeClosing(is: boolean): void {
  useEffect(() => {
    if (!is) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [is]);
}

const icons = { sending: 'clock', waits: 'clock', recorded: 'done' } as const;

function One({ sent }: { sent: SentVerdict }) {
  const words = useWords();
  useOutcome(sent);
  useForgetAnswered(sent, isBack(sent));
  const { claim: ref, outcome, task } = sent;
  if (outcome === 'refused' || outcome === 'unsent')
    return (
      <span role="alert" data-sent={outcome}>
        <Link to="/tasks/$task" params={{ task }} className="save-state refutes">
          <Icon name="attention" />
          {words(`sent.${outcome}`, { ref })}
        </Link>
      </span>
    );
  return (
    <span className="save-state" data-sent={outcome}>
      <Icon name={icons[outcome]} />
      {words(`sent.${outcome}`, { ref })}
    </span>
  );
}

/** Of a task that is theirs no more there is nothing left to do. */
function useForgetAnswered({ task, member }: SentVerdict, is: boolean): void {
  const { data, error } = useQuery({ ...oneTask(task), enabled: is });
  const isOver = is && (data ? isOthers(data, member) : isRefusal(error) && error.status === 404);
  useEffect(() => {
    if (isOver) forgetSent(task);
  }, [isOver, task]);
}

function useOutcome(sent: SentVerdict): void {
  const waits = sent.outcome === 'waits';
  const { data } = useQuery({
    ...oneVerdict(sent.verdict ?? ''),
    enabled: waits,
    refetchInterval: ({ state: { error } }) => (isFinal(error) && !hasEnded() ? false : askAgainMs),
  });
  const status = data?.status;
  const detail = data?.problem?.['detail'];
  const why = typeof detail === 'string' ? detail : undefined;
  useEffect(() => {
    if (!waits || status === undefined || status === 'submitted') return;
    noteSent({ ...sent, outcome: status === 'refused' ? 'refused' : 'recorded', why });
    // What was written is needed here until it is recorded.
    if (status !== 'refused')
      void import('../drafts/draft-store.js').then(
        ({ forgetDraft }) => forgetDraft(sent.member, sent.task),
        () => undefined,
      );
  }, [sent, waits, status, why]);
}
