import { describe, expect, test, vi } from 'vitest';
import { openDraft } from '../../../web/src/drafts/draft-session.js';
import type { Draft } from '../../../web/src/drafts/draft.rules.js';
import { desk, device, keptOf, norm, write } from './draft-fakes.js';

describe('an open draft', () => {
  test('is on the device at once, and at the desk when it is sent', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('It was'));
    expect(here.kept?.mine.rationale).toEqual({ en: 'It was' });
    expect(draft.state().savedIn).toBe('device');
    await draft.flush();
    expect(there.draft().rationale).toEqual({ en: 'It was' });
    expect(draft.state().savedIn).toBe('desk');
    await draft.close();
  });

  test('is sent in the turn in which its page is closed, which does not wait for the device', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('the last words'));
    vi.spyOn(here, 'write').mockReturnValue(new Promise(() => undefined));
    void draft.leave();
    expect(there.draft().rationale).toEqual({ en: 'the last words' });
  });

  test('is sent when its page is closed while an earlier key still waits for the device', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(write('first words'));
    vi.spyOn(here, 'write').mockReturnValue(new Promise(() => undefined));
    // The page is gone before the first answer.
    const save = vi.spyOn(there.api, 'save').mockReturnValue(new Promise(() => undefined));
    void draft.flush();
    draft.edit(write('the last words'));
    void draft.leave();
    await expect
      .poll(() => save.mock.calls.map(([{ rationale }]) => rationale))
      .toEqual([{ en: 'the last words' }]);
  });

  test('is sent when its page is closed while the desk is asked what it has, whose late answer changes nothing', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    const old = await there.api.read();
    let answer = (): void => undefined;
    const read = vi.spyOn(there.api, 'read').mockReturnValueOnce(
      new Promise((resolve) => {
        answer = () => {
          resolve(old);
        };
      }),
    );
    void draft.refresh();
    await expect.poll(() => read.mock.calls.length).toBe(1);
    draft.edit(write('the last words'));
    await draft.leave();
    expect(there.draft().rationale).toEqual({ en: 'the last words' });
    answer();
    draft.edit(write('one more'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'desk', conflicts: [] });
    expect(there.draft().rationale).toEqual({ en: 'one more' });
    await draft.close();
  });

  test('that came with its task can be written on at once, and is what is kept here with what the desk has', async () => {
    const given = { draft: { rationale: { ar: 'من سلفه' } }, tag: '0' };
    const [here, there] = [device(), desk(given.draft)];
    const read = vi.spyOn(there.api, 'read');
    const open = () => openDraft({ store: here, desk: { ...there.api, given: () => given } });
    const first = open();
    expect(first.state()).toMatchObject({ writable: true, savedIn: 'desk', draft: given.draft });
    await first.ready;
    expect(here.kept?.mine).toEqual(given.draft);
    first.edit(write('never sent'));
    await first.close();
    const second = open();
    await second.ready;
    expect(second.state()).toMatchObject({ savedIn: 'desk', conflicts: [] });
    expect(there.draft().rationale).toEqual({ ar: 'من سلفه', en: 'never sent' });
    expect(read).not.toHaveBeenCalled();
    await second.close();
  });

  test('that came with its task loses nothing that is found here after its first key', async () => {
    const given = { draft: {}, tag: '0' };
    const [here, there] = [device(), desk()];
    const first = openDraft({ store: here, desk: there.api });
    await first.ready;
    first.edit((now) => ({ ...now, evidence: [norm] }));
    await first.close();
    const second = openDraft({ store: here, desk: { ...there.api, given: () => given } });
    second.edit(write('the first key'));
    expect(second.state().draft.rationale).toEqual({ en: 'the first key' });
    await second.ready;
    await second.flush();
    expect(there.draft()).toEqual({ evidence: [norm], rationale: { en: 'the first key' } });
    expect(here.kept?.unsent).toBe(false);
    await second.close();
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
    expect(draft.state()).toMatchObject({ savedIn: 'desk', conflicts: [] });
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
    expect(draft.state().savedIn).toBe('conflict');
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
    expect(draft.state()).toMatchObject({ savedIn: 'refused', why: 'not yours' });
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
      savedIn: 'device',
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
      expect(draft.state()).toMatchObject({ savedIn: 'unread', writable: false });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(draft.state()).toMatchObject({
        savedIn: 'desk',
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
    draft.edit((now) => ({ ...now, evidence: [norm] }));
    await draft.ready;
    expect(draft.state().draft).toEqual({ rationale: { en: 'kept' }, evidence: [norm] });
    await draft.flush();
    expect(there.draft()).toEqual({ rationale: { en: 'kept' }, evidence: [norm] });
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
    expect((await draft.flush()).savedIn).toBe('desk');
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
    expect((await draft.flush()).savedIn).toBe('desk');
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
});

const provision = (act: string) => (draft: Draft) => ({ ...draft, provisions: [{ id: norm, act }] });

describe('words of others', () => {
  test('are asked for where nothing is unsent, and never taken for read where the desk does not answer', async () => {
    const [here, there] = [device(), desk(write('first')({}))];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    there.set(write('first, others say')({}));
    there.faults.push('away');
    expect(await draft.refresh()).toBe(false);
    expect(draft.state().draft.rationale).toEqual({ en: 'first' });
    expect(await draft.refresh()).toBe(true);
    expect(draft.state().draft.rationale).toEqual({ en: 'first, others say' });
    await draft.close();
  });

  test('do not make somebody’s own words unknown that arrive later still', async () => {
    const [here, there] = [device(), desk(write('one two')({}))];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    there.faults.push('late');
    draft.edit(write('one three'));
    await draft.flush();
    // It is read before they arrive, and the next try does not get through.
    there.faults.push('none', 'away');
    await draft.refresh();
    there.late.pop()?.();
    draft.edit(write('one four'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'desk', conflicts: [] });
    expect(there.draft().rationale).toEqual({ en: 'one four' });
    await draft.close();
  });
});

describe('what the desk makes of a draft', () => {
  test('is no change by others: it trims and composes what is said of a norm', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit(provision('sold cafe\u0301 '));
    await draft.flush();
    expect(there.draft().provisions).toEqual([{ id: norm, act: 'sold caf\u00e9' }]);
    // Who writes on finds the space that they wrote.
    expect(draft.state().draft.provisions).toEqual([{ id: norm, act: 'sold cafe\u0301 ' }]);
    await draft.refresh();
    expect(draft.state().savedIn).toBe('desk');
    there.set({ ...there.draft(), evidence: [norm] });
    draft.edit(provision('sold cafe\u0301 and tea'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'desk', conflicts: [] });
    expect(there.draft()).toEqual({ provisions: [{ id: norm, act: 'sold café and tea' }], evidence: [norm] });
    await draft.close();
  });

  test('is known again when its answer was lost', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    there.faults.push('answer lost');
    draft.edit(provision('sold '));
    await draft.flush();
    draft.edit(provision('sold it'));
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'desk', conflicts: [] });
    await draft.close();
  });

  test('is not refused for a text of spaces', async () => {
    const [here, there] = [device(), desk()];
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    draft.edit((now) => write(' ')(provision(' ')(now)));
    expect((await draft.flush()).savedIn).toBe('desk');
    expect(there.draft()).toEqual({ provisions: [{ id: norm }] });
    await draft.close();
  });
});

/** Here it was denied, at the desk it was confirmed. */
async function conflicting() {
  const [here, there] = [device(), desk(write('said it')({}))];
  const draft = openDraft({ store: here, desk: there.api });
  await draft.ready;
  draft.edit(write('denied it'));
  there.set(write('confirmed it')({}));
  await draft.flush();
  expect(draft.state().savedIn).toBe('conflict');
  return { draft, here, there };
}

describe('a draft that the desk does not give or take', () => {
  test('that is somebody else’s is not said to be refused: nothing was sent', async () => {
    const [here, there] = [device(), desk({ rationale: { en: 'theirs' } })];
    there.faults.push('refused');
    const draft = openDraft({ store: here, desk: there.api });
    await draft.ready;
    expect(draft.state()).toMatchObject({ savedIn: 'withheld', why: 'not yours' });
    await draft.close();
  });

  test('forgets why it was refused once it is written on, and once the desk is away', async () => {
    const there = desk();
    const draft = openDraft({ store: device(), desk: there.api });
    await draft.ready;
    draft.edit(write('too long'));
    there.faults.push('refused', 'away');
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'refused', why: 'not yours' });
    await draft.flush();
    expect(draft.state()).toMatchObject({ savedIn: 'device', why: undefined });
    there.faults.push('refused');
    await draft.flush();
    draft.edit(write('short'));
    expect(draft.state()).toMatchObject({ savedIn: 'device', why: undefined });
    await draft.close();
  });
});
