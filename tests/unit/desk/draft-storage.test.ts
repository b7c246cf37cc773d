/** Where a draft is kept on a device, and what happens where that fails. */
import { describe, expect, test, vi } from 'vitest';
import { openDraft } from '../../../web/src/drafts/draft-session.js';
import { draftStore, findOnlyHere, type DraftStore } from '../../../web/src/drafts/draft-store.js';
import type { KeptDraft } from '../../../web/src/drafts/kept-draft.rules.js';
import { isAllKept } from '../../../web/src/parts/in-this-tab.js';
import { desk, device, keptOf, norm, write } from './draft-fakes.js';

describe('a device whose storage fails', () => {
  const fails = (): Promise<never> => Promise.reject(new Error('QuotaExceededError'));

  /** Like a device, but for what is refused at present. */
  const failing = (here: DraftStore) => {
    const refused = new Set<'read' | 'write'>();
    const store: DraftStore = {
      ...here,
      read: () => (refused.has('read') ? fails() : here.read()),
      write: (draft) => (refused.has('write') ? fails() : here.write(draft)),
    };
    return { store, refused };
  };

  test('is not said to keep anything, until it does', async () => {
    const there = desk();
    const { store, refused } = failing(device());
    refused.add('write');
    const draft = openDraft({ store, desk: there.api });
    await draft.ready;
    there.faults.push('away');
    draft.edit(write('mine'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'device', kept: false });
    refused.clear();
    draft.edit(write('mine too'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'desk', kept: true });
    await draft.close();
  });

  test('keeps what was there while it could not be read', async () => {
    const [here, there] = [device(), desk()];
    here.kept = keptOf(write('kept')({}));
    const { store, refused } = failing(here);
    refused.add('read');
    there.faults.push('away');
    const draft = openDraft({ store, desk: there.api });
    draft.edit((now) => ({ ...now, evidence: [norm] }));
    await draft.ready;
    expect(draft.state().kept).toBe(false);
    expect(here.kept.mine).toEqual(write('kept')({}));
    refused.clear();
    await draft.flush();
    expect(there.draft()).toEqual({ rationale: { en: 'kept' }, evidence: [norm] });
    expect(here.kept.mine).toEqual(there.draft());
    await draft.close();
  });
});

describe('what is kept in the database of a browser', () => {
  const database = () => {
    const all = new Map<string, KeptDraft & { claim?: string }>();
    let failing = 0;
    return {
      all,
      fail: () => failing++,
      get: (key: string) => Promise.resolve(structuredClone(all.get(key))),
      set: (key: string, entry: KeptDraft & { claim?: string }) => {
        if (failing > 0) {
          failing--;
          return Promise.reject(new Error('QuotaExceededError'));
        }
        all.set(key, structuredClone(entry));
        return Promise.resolve();
      },
      replace: (key: string, entry: KeptDraft & { claim?: string }) => {
        const isThere = all.has(key);
        if (isThere) all.set(key, structuredClone(entry));
        return Promise.resolve(isThere);
      },
      del: (key: string) => {
        all.delete(key);
        return Promise.resolve();
      },
      entries: () => Promise.resolve([...all]),
    };
  };
  const whose = { member: 'm', task: 'new', claim: 'c', goesOn: true };

  test('is the last of many writes, although an earlier one failed', async () => {
    const there = database();
    const store = draftStore(whose, there);
    there.fail();
    await Promise.all([store.write(keptOf(write('a')({}))), store.write(keptOf(write('b')({})))]);
    expect((await store.read())?.mine).toEqual(write('b')({}));
  });

  test('is found in this tab where the device does not keep it, and nothing is said to be kept', async () => {
    const there = database();
    there.fail();
    const store = draftStore({ ...whose, task: 'full' }, there);
    await expect(store.write(keptOf(write('here alone')({})))).rejects.toThrow();
    expect(isAllKept()).toBe(false);
    const again = draftStore({ ...whose, task: 'full' }, there);
    expect((await again.read())?.mine).toEqual(write('here alone')({}));
    expect(await findOnlyHere('m', there)).toEqual([{ task: 'full', claim: 'c' }]);
    await again.write(keptOf(write('here alone')({})));
    expect(isAllKept()).toBe(true);
  });

  test('is in this tab where it cannot be read and the desk is away: the next screen has the words, and sends them', async () => {
    const there = database();
    await draftStore(whose, there).write({ ...keptOf(write('kept before')({})), tag: '' });
    const get = vi.spyOn(there, 'get').mockRejectedValue(new Error('the device does not answer'));
    const next = desk();
    const first = openDraft({ store: draftStore(whose, there), desk: next.api });
    await first.ready;
    next.faults.push('away');
    first.edit(write('written since'));
    await first.leave();
    await first.close();
    expect(isAllKept()).toBe(false);
    next.faults.push('away', 'away');
    const second = openDraft({ store: draftStore(whose, there), desk: next.api });
    await second.ready;
    expect(second.state()).toMatchObject({
      draft: write('written since')({}),
      savedIn: 'device',
      kept: false,
    });
    get.mockRestore();
    await second.flush();
    await second.flush();
    expect(next.draft().rationale?.['en']).toContain('written since');
    expect(next.draft().rationale?.['en']).toContain('kept before');
    expect(isAllKept()).toBe(true);
    await second.close();
  });

  test('goes on in the next task of its claim when its own has run out', async () => {
    const there = database();
    const ended = draftStore({ ...whose, task: 'old' }, there);
    const before = { rationale: { en: 'It was said' } };
    await ended.write({ ...keptOf(write('It was said, and denied')({})), base: before, tag: '7' });
    await draftStore({ ...whose, member: 'other' }, there).write(keptOf(write('of another')({})));
    await draftStore({ ...whose, task: 'x', claim: 'd' }, there).write(keptOf(write('of another')({})));
    // Who looks at a task that has ended takes nothing from the others.
    expect(await draftStore({ ...whose, task: 'older', goesOn: false }, there).read()).toBeUndefined();
    // The desk hands the draft on; somebody added to it.
    const next = desk({ ...before, evidence: [norm] });
    const draft = openDraft({ store: draftStore(whose, there), desk: next.api });
    await draft.ready;
    await draft.flush();
    expect(next.draft()).toEqual({ rationale: { en: 'It was said, and denied' }, evidence: [norm] });
    await draft.close();
    expect([...there.all.keys()].sort()).toEqual(['m/new', 'm/x', 'other/new']);
  });

  test('is not left behind again by who was sending it when the next task took it up', async () => {
    const there = database();
    const old = { ...whose, task: 'old', goesOn: false };
    await draftStore(old, there).write({ ...keptOf(write('It was said')({})), tag: '7' });
    const ended = desk();
    ended.faults.push('none', 'refused');
    const left = openDraft({ store: draftStore({ ...old, isLeft: true }, there), desk: ended.api });
    await draftStore(whose, there).read();
    await left.ready;
    await left.flush();
    await left.close();
    expect([...there.all.keys()]).toEqual(['m/new']);
  });

  test('is sent from this tab where the device does not keep it, and stays there until it is', async () => {
    const there = database();
    const full = { ...whose, task: 'full', goesOn: false };
    there.fail();
    await expect(draftStore(full, there).write(keptOf(write('here alone')({})))).rejects.toThrow();
    const next = desk();
    next.faults.push('away', 'away');
    const send = async () => {
      const draft = openDraft({ store: draftStore({ ...full, isLeft: true }, there), desk: next.api });
      await draft.ready;
      await draft.flush();
      await draft.close();
    };
    await send();
    expect(await findOnlyHere('m', there)).toEqual([{ task: 'full', claim: 'c' }]);
    await send();
    expect(next.draft()).toEqual(write('here alone')({}));
    expect(await findOnlyHere('m', there)).toEqual([]);
  });

  test('is found where it is only here, of one member', async () => {
    const there = database();
    await draftStore({ ...whose, task: 'sent' }, there).write({ ...keptOf({}), unsent: false });
    await draftStore({ ...whose, task: 'left' }, there).write(keptOf(write('left')({})));
    await draftStore({ ...whose, member: 'other' }, there).write(keptOf(write('of another')({})));
    expect(await findOnlyHere('m', there)).toEqual([{ task: 'left', claim: 'c' }]);
  });

  test('is whole in a task that begins with nothing', async () => {
    const there = database();
    await draftStore({ ...whose, task: 'old' }, there).write({
      ...keptOf(write('It was said, and denied')({})),
      base: { rationale: { en: 'It was said' } },
    });
    const next = desk();
    const draft = openDraft({ store: draftStore(whose, there), desk: next.api });
    await draft.ready;
    await draft.flush();
    expect(next.draft().rationale).toEqual({ en: 'It was said, and denied' });
    await draft.close();
  });
});
