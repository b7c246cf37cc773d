/** What can be done with a task, for the palette: as the API lists it for this member, refused moves with why. */
import { useQuery } from '@tanstack/react-query';
import { taskMoves, type Task } from '../api/tasks.js';
import { useOffers } from '../keys/offers.js';
import { useWords, type Message } from '../language/words.js';

const labels = {
  take: 'lease.take',
  start: 'lease.start',
  extend: 'lease.extend',
  pause: 'lease.pause',
  unpause: 'lease.unpause',
  release: 'lease.release',
  submit: 'verdict.submit',
} as const satisfies Record<string, Message>;
type Event = keyof typeof labels;

/** `runs`: what each of them does on this screen; one that is not made here is not offered. */
export function useTaskOffers(task: Task, runs: Partial<Record<Event, () => void>>): void {
  const words = useWords();
  const moves = useQuery(taskMoves(task.id)).data?.items ?? [];
  useOffers(
    moves.flatMap(({ event, allowed, why }) => {
      const run = runs[event as Event];
      if (!run) return [];
      const label = words(labels[event as Event]);
      return { id: `task-${event}`, label, of: task.claim.ref, why: allowed ? undefined : (why ?? ''), run };
    }),
  );
}
