/** Tasks as a list of links: arrows move through it, Enter opens one. */
import { Link } from '@tanstack/react-router';
import type { Task } from '../api/tasks.js';
import { useWords } from '../language/words.js';
import { ArrowList } from '../parts/arrow-list.js';
import { PriorityChip } from '../parts/chips.js';
import { Clock } from '../parts/clock.js';
import { Code, Foreign } from '../parts/foreign.js';
import { useSpan } from '../parts/moment.js';
import { useNow } from '../parts/now.js';
import { leaseLeft } from '../review/lease.rules.js';
import { useMe } from '../session/session.js';
import { DraftEnd } from './draft-end.js';
import { SteerRow } from '../steering/steer.js';

interface Props {
  tasks: Task[];
  label: string;
  /** They are gone on with: what was written last is shown. */
  goesOn?: boolean;
}

export const TaskList = ({ tasks, label, goesOn = false }: Props) => (
  <ArrowList label={label} className="task-list">
    {tasks.map((task) => (
      <li key={task.id}>
        <Link to="/tasks/$task" params={{ task: task.id }}>
          <TaskRow task={task} goesOn={goesOn} />
        </Link>
        <SteerRow task={task} />
      </li>
    ))}
  </ArrowList>
);

function TaskRow({ task, goesOn }: { task: Task; goesOn: boolean }) {
  const words = useWords();
  const span = useSpan();
  const { claim, stage, hasDraft, escalated, status } = task;
  const left = leaseLeft(task, useNow());
  const steers = useMe().permissions.includes('edit');
  return (
    <>
      <span className="row small">
        <strong>
          <Code>{claim.ref}</Code>
        </strong>
        <span>{words.known('stage.', stage)}</span>
        <span className="soft">{words.known('kind.', claim.kind)}</span>
        {(hasDraft || status === 'submitted') && (
          <span className="soft">
            {words(status === 'submitted' ? 'verdictStatus.submitted' : 'work.draft')}
          </span>
        )}
      </span>
      <Foreign as="span" className="task-quote" text={claim.text} language={claim.language} />
      {goesOn && <DraftEnd task={task} />}
      <span className="row small">
        {/* For who may change it, it stands on the button that does. */}
        {!steers && <PriorityChip priority={task.priority} />}
        <Clock task={task} />
        {left !== undefined && left > 0 && (
          <span className="soft">{words('lease.left', { left: span(left) })}</span>
        )}
        {escalated && <span className="chip attention">{words('work.escalated')}</span>}
      </span>
    </>
  );
}
