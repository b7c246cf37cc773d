/** My work: what I have begun, what is mine, what to take next. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { reasonOf } from '../api/api.js';
import { myTasks, startTask, takeNext, taskKeys } from '../api/tasks.js';
import { announce } from '../frame/announce.js';
import { useKey } from '../keys/use-key.js';
import { useTitle } from '../frame/use-title.js';
import { useWords } from '../language/words.js';
import { NewerNotice } from '../live/newer-notice.js';
import { Button } from '../parts/button.js';
import { useMe } from '../session/session.js';
import { ForMe } from './for-me.js';
import { TaskList } from './task-list.js';
import './work.css';

export function WorkScreen() {
  const words = useWords();
  const me = useMe();
  useTitle(words('work.title'));
  const tasks = useQuery(myTasks(me.ref));
  const items = tasks.data?.items;
  const begun = items?.filter(({ status }) => status === 'in_progress') ?? [];
  const waiting = items?.filter(({ status }) => status !== 'in_progress') ?? [];
  return (
    <div className="work">
      <section className="work-next">
        <h1>{words('work.title')}</h1>
        <NextTask />
      </section>
      <NewerNotice queryKey={taskKeys.all} />
      {begun.length > 0 && (
        <section className="stack" aria-labelledby="go-on">
          <h2 id="go-on">{words('work.goOn')}</h2>
          <TaskList tasks={begun} label={words('work.goOn')} />
        </section>
      )}
      <section className="stack" aria-labelledby="mine">
        <h2 id="mine">{words('work.mine')}</h2>
        {items === undefined ? (
          <ListSkeleton failed={tasks.isError} />
        ) : waiting.length > 0 ? (
          <TaskList tasks={waiting} label={words('work.mine')} />
        ) : (
          <p className="soft">{words(begun.length > 0 ? 'work.noMore' : 'work.none')}</p>
        )}
      </section>
      <ForMe />
    </div>
  );
}

function NextTask() {
  const words = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [none, setNone] = useState(false);
  const next = useMutation({
    mutationFn: async () => {
      const task = await takeNext();
      if (task) await startTask(task);
      return task;
    },
    onSuccess: async (task) => {
      setNone(task === undefined);
      if (!task) {
        announce(words('work.nothingCame'));
        return;
      }
      void queries.invalidateQueries({ queryKey: taskKeys.all });
      await navigate({ to: '/tasks/$task', params: { task: task.id } });
    },
  });
  useKey('next-task', () => {
    next.mutate();
  });
  const { error } = next;
  useEffect(() => {
    if (error) announce(reasonOf(error) ?? words('error.unreachableHelp'));
  }, [error, words]);
  return (
    <div className="stack">
      <div className="row">
        <Button
          kind="primary"
          shortcut="N"
          busy={next.isPending}
          onPress={() => {
            next.mutate();
          }}
        >
          {words('work.next')}
        </Button>
      </div>
      {none && <p className="notice">{words('work.nothingCame')}</p>}
      {error && <p className="notice refutes">{reasonOf(error) ?? words('error.unreachableHelp')}</p>}
    </div>
  );
}

function ListSkeleton({ failed }: { failed: boolean }) {
  const words = useWords();
  if (failed) return <p className="notice refutes">{words('error.unreachableHelp')}</p>;
  return (
    <div aria-busy className="stack" role="presentation">
      {[0, 1, 2].map((row) => (
        <div key={row} className="skeleton" style={{ blockSize: 72 }} />
      ))}
    </div>
  );
}
