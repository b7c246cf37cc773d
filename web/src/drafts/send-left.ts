/** Words of a member that are on this device alone, of tasks that no screen shows: sent as soon as they can be. */
import { isHere } from '../session/session.js';
import { draftApi, type DraftApi } from './draft-api.js';
import { openDraft } from './draft-session.js';
import type { DraftState } from './draft-state.js';
import { draftStore, findOnlyHere, type DraftStore } from './draft-store.js';
import { draftPen } from './shared-draft.js';

type Left = Awaited<ReturnType<typeof findOnlyHere>>[number];

/** What the desk does not have. `open`: a screen has it, and sends it itself. */
export interface Unsent {
  /** id */
  task: string;
  savedIn: DraftState['savedIn'] | 'open';
}

/** As long as a screen that was just left may take to send it. */
const patienceMs = 3_000;

interface Places {
  find: (member: string) => Promise<Left[]>;
  store: (member: string, left: Left) => DraftStore;
  desk: (task: string) => DraftApi;
}
const onThisDevice: Places = {
  // By the cookie of somebody else they would be theirs.
  find: (member) => (isHere(member) ? findOnlyHere(member) : Promise.resolve([])),
  store: (member, left) => draftStore({ member, ...left, goesOn: false, isLeft: true }),
  desk: draftApi,
};

/** Answers with what the desk does not have after it. */
export async function sendLeft(
  member: string,
  { find, store, desk }: Places = onThisDevice,
): Promise<Unsent[]> {
  const sendOne = async (left: Left): Promise<DraftState['savedIn']> => {
    const draft = openDraft({ store: store(member, left), desk: desk(left.task) });
    await draft.ready;
    const { savedIn } = await draft.flush();
    await draft.close();
    return savedIn;
  };
  const sent = await Promise.all(
    (await find(member)).map(async (left): Promise<Unsent> => {
      const savedIn = await navigator.locks
        .request(draftPen(member, left.task), { signal: AbortSignal.timeout(patienceMs) }, () =>
          sendOne(left),
        )
        // A tab has it that does not answer.
        .catch(() => 'open' as const);
      return { task: left.task, savedIn };
    }),
  );
  // Another task of the claim may have taken it up.
  const still = new Set((await find(member)).map(({ task }) => task));
  return sent.filter(({ task, savedIn }) => savedIn !== 'desk' && still.has(task));
}
