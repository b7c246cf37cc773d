import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDraft } from '../../../web/src/drafts/draft-session.js';
import type { DraftStore } from '../../../web/src/drafts/draft-store.js';
import { mayBeLeft, shareDraft } from '../../../web/src/drafts/shared-draft.js';
import { desk, device } from './draft-fakes.js';
import { locks } from './fake-locks.js';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: locks() });
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** No tab sleeps here, however busy the machine is. */
const patienceMs = 60_000;

/** Two tabs of one browser. */
function tabs(store: DraftStore = device()) {
  const there = desk();
  const tab = () => {
    const shared = shareDraft('m', 't', () => openDraft({ store, desk: there.api }), patienceMs);
    return { shared, close: shared.open() };
  };
  return { there, tab };
}
const text = (en: string) => () => ({ rationale: { en } });

test('a tab that takes the pen has the last words of the other, which were still being written down', async () => {
  const here = device();
  const pending: (() => void)[] = [];
  let isSlow = false;
  const store: DraftStore = {
    ...here,
    write: async (draft) => {
      if (isSlow) await new Promise<void>((resolve) => pending.push(resolve));
      await here.write(draft);
    },
  };
  const { there, tab } = tabs(store);
  const one = tab();
  await expect.poll(() => one.shared.state().savedIn).toBe('desk');
  const other = tab();
  await expect.poll(() => other.shared.state().savedIn).toBe('desk');
  isSlow = true;
  there.faults.push('away');
  one.shared.edit(text('the last words'));
  other.shared.requestWriting();
  await expect.poll(() => one.shared.state().writes).toBe(false);
  expect(other.shared.state().writes).toBe(false);
  isSlow = false;
  for (const write of pending) write();
  await expect.poll(() => other.shared.state().writes).toBe(true);
  await expect.poll(() => there.draft()).toEqual({ rationale: { en: 'the last words' } });
  expect(other.shared.state().conflicts).toEqual([]);
  one.close();
  other.close();
});

test('what others wrote is asked for when the page is looked at again', async () => {
  const { there, tab } = tabs();
  const { shared, close } = tab();
  await expect.poll(() => shared.state().savedIn).toBe('desk');
  there.set({ rationale: { en: 'Others say so.' } });
  page.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => shared.state().draft).toEqual({ rationale: { en: 'Others say so.' } });
  close();
});

test('the last words reach the desk although their screen is left at once', async () => {
  const here = device();
  const { there, tab } = tabs(here);
  const { shared, close } = tab();
  await expect.poll(() => shared.state().savedIn).toBe('desk');
  shared.edit(text('the last words'));
  close();
  await expect.poll(() => there.draft()).toEqual({ rationale: { en: 'the last words' } });
  await expect.poll(() => here.kept?.unsent).toBe(false);
});

test('a draft whose screen is left stays open while what is written in it is being submitted', async () => {
  const { there, tab } = tabs();
  const { shared, close } = tab();
  await expect.poll(() => shared.state().savedIn).toBe('desk');
  const isSubmitted = shared.open();
  close();
  shared.edit(text('the last words'));
  expect(await shared.send()).toMatchObject({ writes: true, savedIn: 'desk' });
  expect(there.draft()).toEqual({ rationale: { en: 'the last words' } });
  isSubmitted();
  await expect.poll(() => shared.state().writes).toBe(false);
});

test('a screen that is opened again at once has the words that its last one is still sending', async () => {
  const { there, tab } = tabs();
  const first = tab();
  await expect.poll(() => first.shared.state().savedIn).toBe('desk');
  const never = vi.spyOn(there.api, 'save').mockReturnValueOnce(new Promise(() => undefined));
  first.shared.edit(text('the last words'));
  first.close();
  await expect.poll(() => never.mock.calls.length).toBe(1);
  const again = tab();
  await expect
    .poll(() => again.shared.state())
    .toMatchObject({ writes: true, savedIn: 'desk', conflicts: [] });
  expect(there.draft()).toEqual({ rationale: { en: 'the last words' } });
  again.close();
});

test('what is left on a device is sent, and said not to be where the desk refuses it', async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  const { sendLeft } = await import('../../../web/src/drafts/send-left.js');
  const [here, there] = [device(), desk()];
  const left = { task: 't', claim: 'c' };
  const places = { find: () => Promise.resolve([left]), store: () => here, desk: () => there.api };
  const keep = async (en: string): Promise<void> => {
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(text(en));
    await draft.close();
  };
  await keep('left behind');
  expect(await sendLeft('m', places)).toEqual([]);
  expect(there.draft()).toEqual({ rationale: { en: 'left behind' } });
  await keep('left again');
  there.faults.push('refused', 'refused');
  expect(await sendLeft('m', places)).toEqual([{ task: 't', savedIn: 'refused', why: 'not yours' }]);
  expect(here.kept?.mine).toEqual({ rationale: { en: 'left again' } });
});

test('a screen that is opened while its words are being sent from behind has them at once', async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  const { sendLeft } = await import('../../../web/src/drafts/send-left.js');
  const here = device();
  const { there, tab } = tabs(here);
  const draft = openDraft({ store: here, desk: there.api });
  await draft.ready;
  draft.edit(text('left behind'));
  await draft.close();
  const hangs = vi.fn(() => new Promise<never>(() => undefined));
  const sent = sendLeft('m', {
    find: () => Promise.resolve([{ task: 't', claim: 'c' }]),
    store: () => here,
    desk: () => ({ ...there.api, read: hangs }),
  });
  await expect.poll(() => hangs.mock.calls.length).toBe(1);
  const { shared, close } = tab();
  await expect.poll(() => shared.state()).toMatchObject({ writes: true, savedIn: 'desk', conflicts: [] });
  expect(there.draft()).toEqual({ rationale: { en: 'left behind' } });
  expect(await sent).toEqual([{ task: 't', savedIn: 'open' }]);
  close();
});

test('words of somebody who is not signed in here any more are not said to be sent', async () => {
  vi.stubGlobal('location', { origin: 'http://desk.test' });
  const { sendLeft } = await import('../../../web/src/drafts/send-left.js');
  await expect(sendLeft('m')).rejects.toThrow('not signed in');
});

test('a tab that only shows what another writes keeps nobody from signing out: that one says whether it was sent', async () => {
  const { there, tab } = tabs();
  const [writer, other] = [tab(), tab()];
  await expect.poll(() => writer.shared.state().savedIn).toBe('desk');
  there.faults.push('away', 'away');
  writer.shared.edit(text('not at the desk'));
  await writer.shared.send();
  await expect.poll(() => other.shared.state().savedIn).toBe('device');
  expect(await mayBeLeft(other.shared)).toBe(true);
  expect(await mayBeLeft(writer.shared)).toBe(false);
  expect(await mayBeLeft(writer.shared)).toBe(true);
  writer.close();
  other.close();
});
