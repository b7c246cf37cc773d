/** My work: what I have begun, what is mine, what to take next. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { readAgain } from '../api/query-client.js';
import { likelyNext, myTasks, openApprovals, taskKeys } from '../api/tasks.js';
import { keepMember } from '../early/my-work.js';
import { useKey } from '../keys/use-key.js';
import { useTitle } from '../frame/use-title.js';
import { useWords } from '../language/words.js';
import { NewerNotice } from '../live/newer-notice.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Skeleton } from '../parts/skeleton.js';
import { useMe } from '../session/session.js';
import { useSentVerdicts } from '../submissions/sent-verdicts.js';
import { usePrefetchNext } from '../next-task/prefetch-next.js';
import { useNextTask } from '../next-task/use-next-task.js';
import { ApprovalsInDoubt } from './approvals-in-doubt.js';
import { later } from '../parts/late.js';
import { AwayNotice, useAwayUntil } from './away.js';
import { ForMe } from './for-me.js';
import { Held } from './held.js';
import { changesMyTasks } from './newer-tasks.rules.js';
import { TaskList } from './task-list.js';
import { WaitingForEditors } from './waiting-for-editors.js';
import './work.css';

const AdminDesk = later(() => import('./admin-desk.js').then((part) => part.AdminDesk));

export function WorkScreen() {
  const { permissions } = useMe();
  return permissions.includes('read_desk') ? <MyWork /> : <NoWork />;
}

/** Who only reads has no tasks: the claims are theirs. */
function NoWork() {
  const words = useWords();
  useTitle(words('work.title'));
  return (
    <div className="work">
      <h1>{words('work.title')}</h1>
      <p>{words('work.forReaders')}</p>
      <p>
        <Link to="/claims" className="button primary">
          {words('claims.title')}
        </Link>
      </p>
    </div>
  );
}

function MyWork() {
  const words = useWords();
  const me = useMe();
  const queries = useQueryClient();
  useTitle(words('work.title'));
  useEffect(() => {
    keepMember(me.ref);
  }, [me.ref]);
  const tasks = useQuery(myTasks(me.ref));
  const listsApprovals = me.permissions.includes('edit');
  const approvals = useQuery({ ...openApprovals(), enabled: listsApprovals });
  const away = useAwayUntil();
  const mayCheck = me.permissions.includes('check');
  // The bar follows what was submitted here: it is nothing to go on with, and would leave the list under the cursor.
  const sent = new Set(
    useSentVerdicts().flatMap(({ task, member, outcome }) =>
      member === me.id && outcome !== 'refused' && outcome !== 'unsent' ? [task] : [],
    ),
  );
  const items = tasks.data?.items.filter(({ id }) => !sent.has(id));
  const shown = [...(items ?? []), ...(approvals.data?.items ?? [])].map(({ id }) => id);
  const begun = items?.filter(({ status }) => status === 'in_progress') ?? [];
  const waiting = items?.filter(({ status }) => status !== 'in_progress') ?? [];
  return (
    <div className="work">
      <section className="work-next">
        <h1>{words('work.title')}</h1>
        {mayCheck && (away === undefined ? <NextTask /> : <AwayNotice until={away} />)}
        {mayCheck && <Held tasks={items} isHere={away === undefined} />}
      </section>
      <NewerNotice
        since={tasks.data?.askedAt ?? 0}
        concerns={changesMyTasks({ me: me.id, tasks: shown, sent, listsApprovals })}
        onShow={() => void readAgain(queries, taskKeys.all)}
      />
      <Fault error={tasks.error} />
      {begun.length > 0 && (
        <section className="stack" aria-labelledby="go-on">
          <h2 id="go-on">{words('work.goOn')}</h2>
          <TaskList tasks={begun} label={words('work.goOn')} goesOn />
        </section>
      )}
      {/* Who neither checks nor edits is given no tasks. */}
      {(mayCheck || listsApprovals || waiting.length > 0) && (
        <section className="stack" aria-labelledby="mine">
          <h2 id="mine">{words('work.mine')}</h2>
          {items === undefined ? (
            !tasks.isError && [0, 1, 2].map((row) => <Skeleton key={row} height={72} />)
          ) : waiting.length > 0 ? (
            <TaskList tasks={waiting} label={words('work.mine')} />
          ) : (
            <p className="soft">
              {words(begun.length > 0 ? 'work.noMore' : 'work.none')}
              {begun.length === 0 && mayCheck && away === undefined && ` ${words('work.takeNext')}`}
            </p>
          )}
        </section>
      )}
      {me.permissions.includes('administer') && <AdminDesk />}
      {listsApprovals && <WaitingForEditors />}
      {me.permissions.includes('govern') && <ApprovalsInDoubt />}
      <ForMe />
    </div>
  );
}

function NextTask() {
  const words = useWords();
  usePrefetchNext();
  const { take, busy, error, isNone } = useNextTask();
  // Something may be open that only others are given.
  const open = useQuery({ ...likelyNext(), enabled: isNone });
  const shortcut = useKey('next-task', () => {
    take();
  });
  return (
    <div className="stack">
      <div className="row">
        <Button
          kind="primary"
          shortcut={shortcut}
          busy={busy}
          onPress={() => {
            take();
          }}
        >
          {words('work.next')}
        </Button>
      </div>
      {isNone && (
        <p className="notice">{words(open.data?.length ? 'work.nothingForYou' : 'work.nothingCame')}</p>
      )}
      <Fault error={error} />
    </div>
  );
}
