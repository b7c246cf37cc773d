import { describe, expect, test, vi } from 'vitest';
import type { DeskDraft, DraftApi, Saved } from '../../../web/src/drafts/draft-api.js';
import { openDraft } from '../../../web/src/drafts/draft-session.js';
import type { DraftStore, KeptDraft } from '../../../web/src/drafts/draft-store.js';
import type { Draft } from '../../../web/src/drafts/draft.rules.js';

/** What a device keeps: it outlives the session that wrote it. */
function device(): DraftStore & { kept?: KeptDraft } {
  const store: DraftStore & { kept?: KeptDraft } = {
    read: () => Promise.resolve(structuredClone(store.kept)),
    write: (draft) => {
      store.kept = structuredClone(draft);
      return Promise.resolve();
    },
    remove: () => {
      delete store.kept;
      return Promise.resolve();
    },
  };
  return store;
}

/** The desk's side of the protocol: a version, and what happens to an answer on its way. */
function desk(first: Draft = {}) {
  let current: DeskDraft = { draft: first, tag: '0' };
  const set = (draft: Draft): void => {
    current = { draft, tag: String(Number(current.tag) + 1) };
  };
  const faults: ('answer lost' | 'away' | 'refused')[] = [];
  const api: DraftApi = {
    read: () => {
      const fault = faults.shift();
      if (fault === 'away') return Promise.resolve({ outcome: 'later' });
      if (fault === 'refused') return Promise.resolve({ outcome: 'refused', status: 403, why: 'not yours' });
      return Promise.resolve({ outcome: 'found', theirs: current });
    },
    save: (draft, tag): Promise<Saved> => {
      const fault = faults.shift();
      if (fault === 'away') return Promise.resolve({ outcome: 'later' });
      if (fault === 'refused') return Promise.resolve({ outcome: 'refused', status: 403, why: 'not yours' });
      if (tag !== current.tag) return Promise.resolve({ outcome: 'changed', theirs: current });
      set(draft);
      return Promise.resolve(fault ? { outcome: 'later' } : { outcome: 'saved', tag: current.tag });
    },
  };
  return { api, set, faults, draft: () => current.draft };
}

const write = (text: string) => (draft: Draft) => ({ ...draft, rationale: { ...draft.rationale, en: text } });

describe('an open draft', () => {
  test('is on the device at once, and at the desk when it is sent', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('It was'));
    expect(here.kept?.mine.rationale).toEqual({ en: 'It was' });
    expect(draft.state().place).toBe('device');
    await draft.flush();
    expect(there.draft().rationale).toEqual({ en: 'It was' });
    expect(draft.state().place).toBe('desk');
    await draft.close();
  });

  test('is sent by itself within seconds, one request for many keys', async () => {
    vi.useFakeTimers();
    try {
      const [here, there] = [device(), desk()];
      const save = vi.spyOn(there.api, 'save');
      const draft = openDraft({ store: here, desk: there.api });
      await vi.runAllTimersAsync();
      await draft.ready;
      for (const text of ['I', 'It', 'It ', 'It w']) {
        draft.edit(write(text));
        await vi.advanceTimersByTimeAsync(200);
      }
      expect(save).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(800);
      expect(save).toHaveBeenCalledTimes(1);
      expect(there.draft().rationale).toEqual({ en: 'It w' });
      await draft.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('comes back whole on a device whose browser ended before anything was sent', async () => {
    const [here, there] = [device(), desk()];
    const first = openDraft({ store: here, desk: there.api });
    await first.ready;
    first.edit(write('never sent'));
    await first.close();
    const second = openDraft({ store: here, desk: there.api });
    await second.ready;
    expect(second.state().draft.rationale).toEqual({ en: 'never sent' });
    await second.flush();
    expect(there.draft().rationale).toEqual({ en: 'never sent' });
    await second.close();
  });

  test('knows its own words again when the answer to them was lost', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    there.faults.push('answer lost');
    draft.edit(write('first words'));
    await draft.flush();
    draft.edit(write('other words'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ place: 'desk', conflicts: [] });
    expect(there.draft().rationale).toEqual({ en: 'other words' });
    await draft.close();
  });

  test('keeps both where somebody else wrote the same place meanwhile, and sends nothing until a person chose', async () => {
    const [here, there] = [device(), desk({ rationale: { en: 'said it' } })];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('denied it'));
    there.set({ rationale: { en: 'confirmed it' } });
    await draft.flush();
    const [conflict] = draft.state().conflicts;
    expect(draft.state().place).toBe('conflict');
    expect(conflict).toMatchObject({ field: 'rationale.en', mine: 'denied it', theirs: 'confirmed it' });
    expect(there.draft().rationale).toEqual({ en: 'confirmed it' });
    draft.choose('rationale.en', 'both');
    await draft.flush();
    expect(there.draft().rationale).toEqual({ en: 'denied confirmed it' });
    await draft.close();
  });

  test('says why the desk does not take it, and goes on keeping it', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    there.faults.push('refused');
    draft.edit(write('mine'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ place: 'refused', why: 'not yours' });
    expect(here.kept?.mine.rationale).toEqual({ en: 'mine' });
    await draft.close();
  });

  test('can be opened without the desk where something is kept on the device', async () => {
    const [here, there] = [device(), desk()];
    here.kept = keptOf(write('kept')({}));
    there.faults.push('away');
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    expect(draft.state()).toMatchObject({
      place: 'device',
      writable: true,
      draft: { rationale: { en: 'kept' } },
    });
    await draft.close();
  });

  test('is asked for again, and says so, where the desk does not answer and nothing is kept', async () => {
    vi.useFakeTimers();
    try {
      const [here, there] = [device(), desk(write('at the desk')({}))];
      there.faults.push('away', 'away');
      const draft = openDraft({ store: here, desk: there.api });
      await vi.advanceTimersByTimeAsync(0);
      expect(draft.state()).toMatchObject({ place: 'unread', writable: false });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(draft.state()).toMatchObject({
        place: 'desk',
        writable: true,
        draft: { rationale: { en: 'at the desk' } },
      });
      await draft.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('loses nothing that was kept to what is changed while it is still being opened', async () => {
    const [here, there] = [device(), desk()];
    here.kept = keptOf(write('kept')({}));
    const draft = openDraft({ store: here, desk: there.api });
    draft.edit((now) => ({ ...now, evidence: ['e'] }));
    await draft.ready;
    expect(draft.state().draft).toEqual({ rationale: { en: 'kept' }, evidence: ['e'] });
    await draft.flush();
    expect(there.draft()).toEqual({ rationale: { en: 'kept' }, evidence: ['e'] });
    await draft.close();
  });

  test.each([
    ['mine', 'denied it twice'],
    ['theirs', 'confirmed it twice'],
    ['both', 'denied confirmed it twice'],
  ] as const)('keeps what was typed after a conflict arose, whichever is chosen: %s', async (side, text) => {
    const { draft, there } = await conflicting();
    draft.edit(write('denied it twice'));
    draft.choose('rationale.en', side);
    await draft.flush();
    expect(there.draft().rationale).toEqual({ en: text });
    await draft.close();
  });

  test('shows one conflict for one place, with what either side has now, when it is opened again', async () => {
    const { draft, here, there } = await conflicting();
    await draft.close();
    there.set(write('confirmed it again')({}));
    const again = openDraft({ store: here, desk: there.api });
    await again.ready;
    const [first, ...others] = again.state().conflicts;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ field: 'rationale.en', theirs: 'confirmed it again' });
    expect(first?.mine).toMatch(/^denied it/);
    await again.close();
  });

  test('is sent when its task is somebody’s own again, without another key', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    there.faults.push('refused');
    draft.edit(write('mine'));
    await draft.flush();
    expect((await draft.flush()).place).toBe('desk');
    expect(there.draft().rationale).toEqual({ en: 'mine' });
    await draft.close();
  });

  test('is at the desk with its last key once it was sent, although an older text was on its way', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('older'));
    const first = draft.flush();
    draft.edit(write('newer'));
    expect((await draft.flush()).place).toBe('desk');
    await first;
    expect(there.draft().rationale).toEqual({ en: 'newer' });
    await draft.close();
  });

  test('writes nothing on the device any more once it is closed', async () => {
    const [here, there] = [device(), desk()];
    const first = openDraft({ store: here, desk: there.api });
    await first.ready;
    first.edit(write('older'));
    const sent = first.flush();
    await first.close();
    here.kept = keptOf(write('newer')({}));
    await sent;
    first.edit(write('late'));
    expect(here.kept.mine.rationale).toEqual({ en: 'newer' });
  });

  test('does not come back on the device when it is forgotten while it is being sent', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('submitted'));
    const sent = draft.flush();
    await draft.forget();
    await sent;
    draft.leave();
    expect(here.kept).toBeUndefined();
  });
});

const keptOf = (mine: Draft): KeptDraft => ({
  mine,
  base: {},
  tag: '0',
  unsent: true,
  conflicts: [],
  inDoubt: [],
  changedAt: '',
});

/** Here it was denied, at the desk it was confirmed. */
async function conflicting() {
  const [here, there] = [device(), desk(write('said it')({}))];
  const draft = openDraft({ store: here, desk: there.api });
  await draft.ready;
  draft.edit(write('denied it'));
  there.set(write('confirmed it')({}));
  await draft.flush();
  expect(draft.state().place).toBe('conflict');
  return { draft, here, there };
}
