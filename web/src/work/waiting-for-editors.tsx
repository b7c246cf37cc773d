/** For editors: what awaits their decision and has not been taken, and how much waits to be accepted. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { board } from '../api/claims.js';
import { openApprovals } from '../api/tasks.js';
import { useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { TaskList } from './task-list.js';

export function WaitingForEditors() {
  const words = useWords();
  const approvals = useQuery(openApprovals());
  const counts = useQuery(board());
  const submitted = counts.data?.columns.find(({ status }) => status === 'submitted')?.count ?? 0;
  const items = approvals.data?.items ?? [];
  return (
    <>
      <Fault error={approvals.error ?? counts.error} />
      {items.length > 0 && (
        <section className="stack" aria-labelledby="approvals">
          <h2 id="approvals">{words('work.approvals')}</h2>
          <TaskList tasks={items} label={words('work.approvals')} />
          {approvals.data?.next !== null && (
            <p>
              {words('work.moreApprovals')}{' '}
              <Link to="/claims" search={{ status: 'in_approval' }}>
                {words('status.in_approval')}
              </Link>
            </p>
          )}
        </section>
      )}
      {submitted > 0 && (
        <p>
          <Link className="small-target" to="/claims" search={{ status: 'submitted' }}>
            {words('work.submitted', { count: submitted })}
          </Link>
        </p>
      )}
    </>
  );
}
