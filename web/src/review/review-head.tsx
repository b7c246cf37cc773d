/** Which claim, how long there is, whose it is until when, and where the words are. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { deskNow } from '../api/desk-clock.js';
import { oneTask, taskMoves, type Task } from '../api/tasks.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Changed } from '../changes/changes.js';
import type { SharedState } from '../drafts/shared-draft.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { Fault } from '../parts/fault.js';
import { Foreign } from '../parts/foreign.js';
import { PriorityChip } from '../parts/chips.js';
import { Clock } from '../parts/clock.js';
import { useSpan } from '../parts/moment.js';
import { useNow } from '../parts/now.js';
import { pressMove } from '../parts/press-move.js';
import { Steer } from '../steering/steer.js';
import { useTaskOffers } from '../steering/use-task-offers.js';
import { Pause } from './pause.js';
import { SaveState } from './save-state.js';
import { StandingNotice } from './standing-notice.js';
import type { Standing } from './standing.rules.js';
import { endsSoon, isLeaseOld, leaseLeft } from './lease.rules.js';
import type { MovingTask, TaskEvent } from './use-task-move.js';

interface Props {
  task: Task;
  state: SharedState;
  standing: Standing;
  moving: MovingTask;
  /** Whether it was this member's while they looked at it. */
  wasMine: boolean;
  onWriteHere: () => void;
}

export function ReviewHead({ task, state, standing, moving, wasMine, onWriteHere }: Props) {
  const words = useWords();
  const span = useSpan();
  const now = useNow();
  const moves = useQuery(taskMoves(task.id));
  const { move, busy, error } = moving;
  const can = (event: string): boolean =>
    moves.data?.items.some((one) => one.event === event && one.allowed) === true;
  const make = (event: TaskEvent) => (): void => {
    move(event);
  };
  useTaskOffers(task, {
    ...{ take: make('take'), start: make('start'), extend: make('extend') },
    ...{ release: make('release'), unpause: make('unpause') },
    pause: () => {
      pressMove('task.pause');
    },
    submit: () => {
      pressMove('task.submit');
    },
  });
  const mine = standing === 'mine';
  const left = leaseLeft(task, now);
  const soon = mine && endsSoon(left);
  useLeaseRead(task, state.savedAt);
  const take = moves.data?.items.find(({ event }) => event === 'take');
  const shortcut = useKey(
    'extend-lease',
    () => {
      move('extend');
    },
    can('extend') && !busy,
  );
  return (
    <>
      <header className="review-head">
        <h1>
          <ClaimLink of={task.claim.ref} />
        </h1>
        <span>{words.known('stage.', task.stage)}</span>
        <span className="soft">{words.known('kind.', task.claim.kind)}</span>
        <Changed part="priority">
          <PriorityChip priority={task.priority} />
        </Changed>
        <Clock task={task} />
        {mine && left !== undefined && left > 0 && (
          <span className="small soft">{words('lease.left', { left: span(left) })}</span>
        )}
        <span className="end row">
          <SaveState state={state} />
          <Steer task={task} />
          {can('extend') && soon && (
            <Button
              data-move="task.extend"
              shortcut={shortcut}
              busy={busy}
              onPress={() => {
                move('extend');
              }}
            >
              {words('lease.extend')}
            </Button>
          )}
          {can('pause') && <Pause task={task.id} moving={moving} />}
          {can('release') && (
            <Button
              data-move="task.release"
              kind="quiet"
              busy={busy}
              onPress={() => {
                move('release');
              }}
            >
              {words('lease.release')}
            </Button>
          )}
        </span>
      </header>
      <Fault error={error} />
      <div role="status">{soon && <p className="notice attention">{words('lease.soon')}</p>}</div>
      {task.paused && (
        <div className="notice row">
          <p>
            {words('standing.paused')} {task.paused.reason !== '' && <Foreign text={task.paused.reason} />}
          </p>
          {can('unpause') && (
            <Button
              data-move="task.unpause"
              kind="primary"
              busy={busy}
              onPress={() => {
                move('unpause');
              }}
            >
              {words('lease.unpause')}
            </Button>
          )}
        </div>
      )}
      <StandingNotice task={task} standing={standing} wasMine={wasMine} state={state}>
        {take && !take.allowed && take.why !== null && <p className="small">{take.why}</p>}
        {take?.allowed && (
          <Button
            data-move="task.take"
            kind="primary"
            busy={busy}
            onPress={() => {
              move('take');
            }}
          >
            {words(standing === 'free' && wasMine ? 'lease.takeAgain' : 'lease.take')}
          </Button>
        )}
      </StandingNotice>
      {can('start') && (
        <div className="notice row">
          <p>{words('standing.waits')}</p>
          <Button
            data-move="task.start"
            kind="primary"
            busy={busy}
            onPress={() => {
              move('start');
            }}
          >
            {words('lease.start')}
          </Button>
        </div>
      )}
      {mine && !state.writes && state.writable && (
        <div className="notice attention">
          <p>{words('tab.elsewhere')}</p>
          <div>
            <Button kind="primary" onPress={onWriteHere}>
              {words('tab.writeHere')}
            </Button>
          </div>
        </div>
      )}
      {!state.kept && state.writes && state.savedIn !== 'desk' && (
        <p className="notice refutes" role="alert">
          {words('save.tabHelp')}
        </p>
      )}
      {state.savedIn === 'unread' && (
        <p className="notice refutes" role="alert">
          {words('save.unreadHelp')}
        </p>
      )}
    </>
  );
}

/** Who writes all along is told how long the task is theirs by now. */
function useLeaseRead(task: Task, savedAt: string | undefined): void {
  const { id } = task;
  const queries = useQueryClient();
  useEffect(() => {
    if (savedAt === undefined) return;
    const { queryKey } = oneTask(id);
    const { data = task, dataUpdatedAt: readAt = 0 } = queries.getQueryState<Task>(queryKey) ?? {};
    if (isLeaseOld(readAt, leaseLeft(data, deskNow()), Date.now()))
      void queries.invalidateQueries({ queryKey, exact: true });
  }, [queries, id, savedAt]);
}
