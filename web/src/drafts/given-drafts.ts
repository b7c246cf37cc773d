/** Drafts that came with their tasks: whoever opens one of these first need not ask for it. */
import type { DeskDraft } from './draft.rules.js';

const given = new Map<string, DeskDraft>();

export const giveDraft = (task: string, draft: DeskDraft): void => {
  given.set(task, draft);
};

export function takeGiven(task: string): DeskDraft | undefined {
  const draft = given.get(task);
  given.delete(task);
  return draft;
}
