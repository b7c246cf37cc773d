/** Words of a member that are on this device alone, of tasks that no screen shows: sent as soon as they can be. */
import { isHere } from '../session/session.js';
import { draftApi, type DraftApi } from './draft-api.js';
import { openDraft } from './draft-session.js';
import type { DraftState } from './draft-state.js';
import { draftStore, findOnlyHere, type DraftStore } from './draft-store.js';
import { draftPen } from './shared-draft.js';
import { withPen } from './with-pen.js';

type Left = Awaited<ReturnType<typeof findOnlyHere>>[number];

/** What the desk does not have. `open`: a screen has it, and sends it itself. */
export interface Unsent {
  /** id */
  task: string;
  savedIn: DraftState['savedIn'] | 'open';
  /** Why the desk does not take it. */
  why?: string | undefined;
}

const openElsewhere = { savedIn: 'open' } as const;

interface Places {
  find: (member: string) => Promise<Left[]>;
  store: (member: string, left: Left) => DraftStore;
  desk: (task: string) => DraftApi;
}
const onThisDevice: Places = {
  // By the cookie of somebody else they would be theirs.
  find: (member) =>
    isHere(member) ? findOnlyHere(member) : Promise.reject(new Error('they are not signed in here')),
  store: (member, left) => draftStore({ member, ...left, goesOn: false, isLeft: true }),
  // What hangs keeps a screen waiting, and is tried again later anyway.
  desk: (task) => draftApi(task, 0),
};

/** Answers with what the desk does not have after it. */
export async function sendLeft(
  member: string,
  { find, store, desk }: Places = onThisDevice,
): Promise<Unsent[]> {
  const sendOne = async (left: Left, stopped: Promise<void>): Promise<Omit<Unsent, 'task'>> => {
    const draft = openDraft({ store: store(member, left), desk: desk(left.task) });
    const isTried = await Promise.race([draft.ready.then(() => true), stopped]);
    await draft.close();
    const { savedIn, why } = draft.state();
    return isTried ? { savedIn, why } : openElsewhere;
  };
  const sent = await Promise.all(
    (await find(member)).map(async (left) => ({
      task: left.task,
      ...((await withPen(draftPen(member, left.task), (stopped) => sendOne(left, stopped))) ?? openElsewhere),
    })),
  );
  // Another task of the claim may have taken it up.
  const still = new Set((await find(member)).map(({ task }) => task));
  return sent.filter(({ task, savedIn }) => savedIn !== 'desk' && still.has(task));
}
