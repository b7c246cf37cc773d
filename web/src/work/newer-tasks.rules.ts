/** PURE: which events could change the tasks on my work. */
import type { Heard } from '../live/live.js';

type Happened = Partial<Pick<Heard, 'subject' | 'assignee' | 'stage'>> & Pick<Heard, 'type'>;

interface Shown {
  /** My id. */
  me: string;
  /** ids of the tasks in the lists. */
  tasks: readonly string[];
  /** ids of tasks whose verdicts were submitted here: the bar says what becomes of those. */
  sent: ReadonlySet<string>;
  /** Whether verdicts that wait for an editor are listed. */
  listsApprovals: boolean;
}

/** What others do with tasks that are neither shown nor mine is no news here. */
export const changesMyTasks =
  ({ me, tasks, sent, listsApprovals }: Shown) =>
  ({ type, subject, assignee, stage }: Happened): boolean =>
    type.startsWith('task.') &&
    !sent.has(subject?.replace(/^task\//, '') ?? '') &&
    (assignee === me ||
      tasks.some((id) => subject === `task/${id}`) ||
      (listsApprovals && type === 'task.opened' && stage === 'approval'));
