/** The work that is going on about a claim: who has it, and how to take it or to go on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Claim } from '../api/claims.js';
import { useIdempotentSend } from '../api/once.js';
import { readAgain } from '../api/query-client.js';
import { moveTask, taking, taskKeys, taskMoves, tasksOfClaim, type Task } from '../api/tasks.js';
import { Changed, ChangesOfTask } from '../changes/changes.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Clock } from '../parts/clock.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import { useMe } from '../session/session.js';
import { Steer } from '../steering/steer.js';
import { asBeforeReleasing } from '../steering/steering.rules.js';
import { useUndoable } from '../steering/use-undoable.js';
import { useTaskOffers } from '../steering/use-task-offers.js';
import { useHolder } from '../session/use-holder.js';

type Shown = Pick<Claim, 'id' | 'status'>;

export function TaskOfClaim({ claim }: { claim: Shown }) {
  const { permissions } = useMe();
  return permissions.includes('read_desk') ? <Live claim={claim} /> : null;
}

/** In these a worker makes the task as soon as the claim has come there. */
const worked: readonly string[] = ['open', 'in_approval', 'correcting'];

function Live({ claim: { id, status } }: { claim: Shown }) {
  const words = useWords();
  const tasks = useQuery(tasksOfClaim(id));
  const live = tasks.data?.items ?? [];
  return (
    <>
      <Fault error={tasks.error} />
      {tasks.data && live.length === 0 && worked.includes(status) && (
        <p className="notice" role="status">
          {words('claims.taskComes')}
        </p>
      )}
      {live.map((task) => (
        <section key={task.id} className="stack" aria-labelledby={`task-${task.id}`}>
          <h2 id={`task-${task.id}`}>{words.known('stage.', task.stage)}</h2>
          <ChangesOfTask task={task}>
            <One task={task} />
          </ChangesOfTask>
        </section>
      ))}
    </>
  );
}

function One({ task }: { task: Task }) {
  const words = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const moves = useQuery(taskMoves(task.id));
  const once = useIdempotentSend();
  const take = useMutation({
    mutationFn: () => once(taking, (key) => moveTask(task.id, taking, key)),
    onSettled: () => {
      void readAgain(queries, taskKeys.all);
    },
  });
  const mayTake = moves.data?.items.find(({ event }) => event === 'take');
  const takeAndOpen = (): void => {
    take.mutate(undefined, {
      onSuccess: () => {
        void navigate({ to: '/tasks/$task', params: { task: task.id } });
      },
    });
  };
  const make = useUndoable();
  // Triage is done on this very screen.
  const isWork = task.stage === 'review' || task.stage === 'correction';
  useTaskOffers(task, {
    ...(isWork && { take: takeAndOpen }),
    release: () => {
      const [release, back] = [{ event: 'release' as const }, asBeforeReleasing(task, me.id)];
      const move = (body: typeof release | typeof back) => (key: string) => moveTask(task.id, body, key);
      void make(words('lease.done.release'), move(release), move(back));
    },
  });
  const isMine = task.assignee?.id === me.id;
  const holder = useHolder(task);
  return (
    <>
      <p className="row">
        <Clock task={task} />
        <Changed part="holder">
          {holder ? (
            <span>
              {words('claims.heldBy')} <Foreign text={holder.name} />
              {holder.until !== undefined && (
                <span className="soft"> {words('claims.heldUntil', { time: holder.until })}</span>
              )}
            </span>
          ) : isMine ? (
            <span>{words('claims.heldByMe')}</span>
          ) : (
            <span className="soft">{words('claims.heldByNobody')}</span>
          )}
        </Changed>
      </p>
      <div className="row">
        {!isWork && task.stage !== 'approval' ? null : isMine || !isWork ? (
          <Link className="button primary" to="/tasks/$task" params={{ task: task.id }}>
            {words(task.stage === 'approval' ? 'claims.openApproval' : 'claims.goOn')}
          </Link>
        ) : (
          mayTake && (
            <Button
              data-move="task.take"
              kind="primary"
              busy={take.isPending}
              refused={mayTake.allowed ? undefined : (mayTake.why ?? undefined)}
              onPress={takeAndOpen}
            >
              {words('claims.take')}
            </Button>
          )
        )}
        <Steer task={task} />
      </div>
      {mayTake && !mayTake.allowed && !isMine && isWork && <p className="small soft">{mayTake.why}</p>}
      <Fault error={take.error ?? moves.error} />
    </>
  );
}
