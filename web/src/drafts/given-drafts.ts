/** Drafts that came with their tasks: whoever opens one of these first need not ask for it. */
import type { Task } from '../api/tasks.js';
import type { DeskDraft } from './draft.rules.js';

/** A task that was given to this member. */
export interface GivenTask {
  member: string;
  task: Pick<Task, 'id' | 'claim' | 'status'>;
}

const given = new Map<string, DeskDraft>();
let openAhead: ((given: GivenTask) => Promise<void>) | undefined;

/** Its screen is not there yet, and need not wait for its draft by then. */
export const whenGiven = (open: typeof openAhead): void => {
  openAhead = open;
};

/** Resolves once its screen can be written on, or need not wait for that any longer. */
export const giveDraft = async (to: GivenTask, draft: DeskDraft): Promise<void> => {
  given.set(to.task.id, draft);
  await openAhead?.(to);
};

export function takeGiven(task: string): DeskDraft | undefined {
  const draft = given.get(task);
  given.delete(task);
  return draft;
}
