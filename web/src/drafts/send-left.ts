/** Words of a member that are on this device alone, of tasks that no screen shows: sent before they sign out. */
import { draftApi, type DraftApi } from './draft-api.js';
import { openDraft } from './draft-session.js';
import { draftStore, findOnlyHere, type DraftStore } from './draft-store.js';
import { draftPen } from './shared-draft.js';

type Left = Awaited<ReturnType<typeof findOnlyHere>>[number];

/** As long as a screen that was just left may take to send it. */
const patienceMs = 3_000;

interface Places {
  find: (member: string) => Promise<Left[]>;
  store: (member: string, left: Left) => DraftStore;
  desk: (task: string) => DraftApi;
}
const onThisDevice: Places = {
  find: findOnlyHere,
  store: (member, left) => draftStore({ member, ...left, goesOn: false }),
  desk: draftApi,
};

/** Whether the desk has all of it. */
export async function sendLeft(
  member: string,
  { find, store, desk }: Places = onThisDevice,
): Promise<boolean> {
  const sendOne = async (left: Left): Promise<boolean> => {
    const draft = openDraft({ store: store(member, left), desk: desk(left.task) });
    await draft.ready;
    const { place } = await draft.flush();
    await draft.close();
    return place === 'desk';
  };
  const sent = await Promise.all(
    (await find(member)).map((left) =>
      navigator.locks
        .request(draftPen(member, left.task), { signal: AbortSignal.timeout(patienceMs) }, () =>
          sendOne(left),
        )
        // A tab has it that does not answer.
        .catch(() => false),
    ),
  );
  return !sent.includes(false);
}
