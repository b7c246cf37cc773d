/** Where the last verdicts are that were submitted here: in the bar, whatever is on the screen. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isFinal } from '../api/once.js';
import { oneVerdict } from '../api/verdicts.js';
import { useWords } from '../language/words.js';
import { readAllButLists } from '../live/read-live.js';
import { Icon } from '../parts/icon.js';
import { hasEnded, useMe } from '../session/session.js';
import { noteOutcome, useSentVerdicts, type SentVerdict } from './sent-verdicts.js';

/** Where no event tells of it. */
const askAgainMs = 2_000;

export function SentState() {
  const { id } = useMe();
  return useSentVerdicts()
    .filter(({ member }) => member === id)
    .map((sent) => <One key={sent.verdict} sent={sent} />);
}

function One({ sent }: { sent: SentVerdict }) {
  const words = useWords();
  useOutcome(sent);
  const { claim: ref, outcome, task } = sent;
  if (outcome === 'refused')
    return (
      <span role="alert" data-sent={outcome}>
        <Link to="/tasks/$task" params={{ task }} className="save-state refutes">
          <Icon name="attention" />
          {words('sent.refused', { ref })}
        </Link>
      </span>
    );
  return (
    <span className="save-state" role="status" data-sent={outcome}>
      <Icon name={outcome === 'recorded' ? 'done' : 'clock'} />
      {words(`sent.${outcome}`, { ref })}
    </span>
  );
}

function useOutcome({ verdict, task, member, outcome }: SentVerdict): void {
  const queries = useQueryClient();
  const waits = outcome === 'waits';
  const { data } = useQuery({
    ...oneVerdict(verdict),
    enabled: waits,
    refetchInterval: ({ state: { error } }) => (isFinal(error) && !hasEnded() ? false : askAgainMs),
  });
  const status = data?.status;
  const detail = data?.problem?.['detail'];
  const why = typeof detail === 'string' ? detail : undefined;
  useEffect(() => {
    if (!waits || status === undefined || status === 'submitted') return;
    noteOutcome(verdict, status === 'refused' ? 'refused' : 'recorded', why);
    // Whoever wrote it is elsewhere by now: no row moves under their cursor.
    readAllButLists(queries);
    // What was written is needed here until it is recorded.
    if (status !== 'refused')
      void import('../drafts/draft-store.js').then(
        ({ forgetDraft }) => forgetDraft(member, task),
        () => undefined,
      );
  }, [queries, verdict, task, member, waits, status, why]);
}
