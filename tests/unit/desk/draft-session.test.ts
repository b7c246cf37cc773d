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
    read: () => Promise.resolve(current),
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
    draft.close();
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
      draft.close();
    } finally {
      vi.useRealTimers();
    }
  });

  test('comes back whole on a device whose browser ended before anything was sent', async () => {
    const [here, there] = [device(), desk()];
    const first = openDraft({ store: here, desk: there.api });
    await first.ready;
    first.edit(write('never sent'));
    first.close();
    const second = openDraft({ store: here, desk: there.api });
    await second.ready;
    expect(second.state().draft.rationale).toEqual({ en: 'never sent' });
    await second.flush();
    expect(there.draft().rationale).toEqual({ en: 'never sent' });
    second.close();
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
    draft.close();
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
    if (conflict) draft.choose(conflict, conflict.both);
    await draft.flush();
    expect(there.draft().rationale).toEqual({ en: 'denied confirmed it' });
    draft.close();
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
    draft.close();
  });

  test('can be opened without the desk where something is kept on the device', async () => {
    const here = device();
    const away: DraftApi = {
      read: () => Promise.reject(new Error('away')),
      save: () => Promise.resolve({ outcome: 'later' }),
    };
    await expect(openDraft({ store: here, desk: away }).ready).rejects.toThrow('away');
    here.kept = {
      mine: write('kept')({}),
      base: {},
      tag: '0',
      unsent: true,
      conflicts: [],
      inDoubt: [],
      changedAt: '',
    };
    const draft = openDraft({ store: here, desk: away });
    await draft.ready;
    expect(draft.state()).toMatchObject({ place: 'device', draft: { rationale: { en: 'kept' } } });
    draft.close();
  });
});
