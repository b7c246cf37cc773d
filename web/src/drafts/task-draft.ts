/** The draft of one task in this browser: opened by its screen, or ahead of it where it came with the task. */
import { isLive } from '../../../src/domain/task/lifecycle.js';
import { isHere } from '../session/session.js';
import { draftApi } from './draft-api.js';
import { openDraft } from './draft-session.js';
import { draftStore } from './draft-store.js';
import { takeGiven, whenGiven, type GivenTask } from './given-drafts.js';
import { shareDraft, type SharedDraft } from './shared-draft.js';

interface Whose {
  member: string;
  task: string;
  claim: string;
  ref?: string | undefined;
  /** Whether it takes up what is left of the claim's tasks that have ended. */
  goesOn: boolean;
}

/** How long a screen is waited for that is to be opened. */
const longestAheadMs = 10_000;
/** The pen is here at once, unless another tab has it. */
const patienceMs = 50;

const ahead = new Map<string, { shared: SharedDraft; end: () => void }>();
const nameOf = (member: string, task: string): string => `${member}/${task}`;

/** What was opened ahead is for the screen that opens it now. */
export const draftOfTask = (whose: Whose): SharedDraft =>
  ahead.get(nameOf(whose.member, whose.task))?.shared ?? share(whose);

/** Its screen has it open by itself. */
export const endAhead = (member: string, task: string): void => ahead.get(nameOf(member, task))?.end();

const share = ({ member, task, claim, ref, goesOn }: Whose): SharedDraft =>
  shareDraft(member, task, () => {
    const session = openDraft({
      store: draftStore({ member, task, claim, ref, goesOn }),
      desk: draftApi(task),
    });
    // By the cookie of somebody else it would be their words.
    const leave = (): Promise<void> => (isHere(member) ? session.leave() : Promise.resolve());
    return { ...session, leave };
  });

whenGiven(({ member, task: { id, claim, status } }: GivenTask): Promise<void> => {
  endAhead(member, id);
  const shared = share({ member, task: id, claim: claim.id, ref: claim.ref, goesOn: isLive(status) });
  const close = shared.open();
  const end = (): void => {
    clearTimeout(timer);
    ahead.delete(nameOf(member, id));
    // What nobody has opened by now is old when somebody does.
    takeGiven(id);
    close();
  };
  const timer = setTimeout(end, longestAheadMs);
  ahead.set(nameOf(member, id), { shared, end });
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs);
    shared.subscribe(() => {
      if (shared.state().writes && shared.state().writable) resolve();
    });
  });
});
