/**
 * Who holds which task of a claim, and whose its verdicts are, as its events tell it: what is theirs alone was done by them, whatever
 * a row said for a moment.
 */
import { claimTable } from '../../domain/claim/lifecycle.js';
import type { EventType } from '../../domain/event/types.js';
import { isLive, taskTable, type Stage } from '../../domain/task/lifecycle.js';
import { VerificationError, type FaultLocation } from '../checkpoints/verification-error.js';
import { placeOf, type OrderedEvent } from './ordered-event.js';

interface Move {
  by: readonly string[];
  eventType: EventType;
}

const taskMoves = Object.values(taskTable).flatMap((row) => Object.values(row));
const claimMoves = Object.values(claimTable).flatMap((row) => Object.values(row).flat());

/** What the holder of a task does → whether an editor does it, too. */
const holdersMoves: ReadonlyMap<EventType, boolean> = new Map([
  ...[...taskMoves, ...claimMoves]
    .filter(({ by }: Move) => by.includes('assignee') || by.includes('holder'))
    .map(({ eventType, by }: Move) => [eventType, by.includes('editor')] as const),
  ['verdict.submitted', false],
]);

const endingMoves: ReadonlySet<EventType> = new Set(
  taskMoves.filter(({ to }) => !isLive(to)).map(({ eventType }) => eventType),
);

interface Held {
  stage: unknown;
  holder: unknown;
}

/** An approval is decided on by who holds it, and by any editor where nobody does. */
export function requireHolder(
  holder: unknown,
  { by, what, place }: { by: unknown; what: string; place: FaultLocation },
): void {
  if (holder !== null && holder !== by)
    throw new VerificationError(`${what} while another editor held the approval`, place);
}

export type TaskHolders = ReturnType<typeof createTaskHolders>;

export function createTaskHolders() {
  /** Those that have not ended. */
  const tasks = new Map<unknown, Held>();
  /** Verdict → who submitted it. */
  const authors = new Map<unknown, string | null>();

  const taskAt = (stage: Stage): Held | undefined => [...tasks.values()].find((task) => task.stage === stage);

  const taskOf = ({ type, subject, data }: OrderedEvent): Held | undefined => {
    if (type === 'verdict.submitted') return tasks.get(data['task']);
    return subject.type === 'task' ? tasks.get(subject.id) : taskAt('review');
  };

  const ofApproval = (): unknown => taskAt('approval')?.holder ?? null;

  const takesEditor = (event: OrderedEvent): boolean => {
    const { type, subject, actor, data } = event;
    if (actor === null) return false;
    const fault = (why: string) => new VerificationError(`was done by ${actor}, ${why}`, placeOf(event));
    if (type === 'verdict.edited') return authors.get(subject.id) !== actor;
    if (type === 'claim.withdrawn') return authors.get(data['verdict']) !== actor;
    if (type === 'claim.returned')
      requireHolder(ofApproval(), { by: actor, what: `was done by ${actor},`, place: placeOf(event) });
    const holder = taskOf(event)?.holder ?? null;
    if (type === 'task.taken' && holder !== null) throw fault('while somebody else held the task');
    if (!holdersMoves.has(type) || holder === actor) return false;
    if (holdersMoves.get(type) === true) return true;
    throw fault(`while ${holder === null ? 'nobody' : 'somebody else'} held the task`);
  };

  const follow = ({ type, subject, actor, data }: OrderedEvent): void => {
    if (type === 'verdict.submitted') authors.set(subject.id, actor);
    if (type === 'task.opened')
      tasks.set(subject.id, { stage: data['stage'], holder: data['assignee'] ?? null });
    if (endingMoves.has(type)) tasks.delete(subject.id);
    const task = tasks.get(subject.id);
    if (!task) return;
    if (type === 'task.assigned') task.holder = data['assignee'];
    if (type === 'task.taken') task.holder = actor;
    if (type === 'task.released') task.holder = null;
  };

  return {
    /** Throws where somebody did what is the holder's alone. True where only an editor may have done it, since it was not theirs. */
    event(event: OrderedEvent): boolean {
      const outcome = takesEditor(event);
      follow(event);
      return outcome;
    },

    /** Null where nobody holds it. */
    ofApproval,
  };
}
