import { describe, expect, test } from 'vitest';
import { isStillAsked } from '../../../web/src/approve/decision.rules.js';
import { acknowledged } from '../../../web/src/approve/clashes.rules.js';
import { fieldsOf } from '../../../web/src/moves/move-fields.js';
import { openTexts, type KeptTexts, type Texts, type TextStore } from '../../../web/src/kept/kept-texts.js';
import { isAllKept } from '../../../web/src/parts/in-this-tab.js';

/** A device: what was written on it stays when the browser is gone. */
function device(before: Record<string, Texts> = {}) {
  const kept = new Map(Object.entries(before));
  const store: TextStore = {
    read: (form) => Promise.resolve(kept.get(form)),
    write: (form, texts) => Promise.resolve(void kept.set(form, texts)),
    remove: (form) => Promise.resolve(void kept.delete(form)),
  };
  return { kept, store };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the texts of a form', () => {
  test('are there again for whoever opens it later', async () => {
    const { store } = device();
    const first = openTexts('me/verdicts/v', store);
    first.keep({ 'note.return': 'Read' });
    first.keep({ 'note.return': 'Read it again', reason: 'It cannot wait' });
    await settled();
    const later = openTexts('me/verdicts/v', store);
    const other = openTexts('me/verdicts/w', store);
    await settled();
    expect(later.texts()).toEqual({ 'note.return': 'Read it again', reason: 'It cannot wait' });
    expect(other.texts()).toEqual({});
  });

  test('that were typed before the device answered stand, beside what it had', async () => {
    const { kept, store } = device({ form: { note: 'old', reason: 'kept' } });
    const texts = openTexts('form', store);
    texts.keep({ note: 'new' });
    await settled();
    expect(texts.texts()).toEqual({ note: 'new', reason: 'kept' });
    expect(kept.get('form')).toEqual({ note: 'new', reason: 'kept' });
  });

  test('leave nothing behind once they were sent or emptied', async () => {
    const { kept, store } = device({ sent: { note: 'old' }, emptied: { note: 'old' } });
    const sent = openTexts('sent', store);
    await settled();
    sent.forget({ note: 'old' });
    const emptied = openTexts('emptied', store);
    emptied.keep({ note: '' });
    await settled();
    expect([sent.texts(), [...kept.keys()]]).toEqual([{}, []]);
  });

  test('can be written on a device that keeps nothing, and are not said to be kept until they are', async () => {
    const { kept, store } = device();
    let isFull = true;
    const no = () => Promise.reject(new Error('no storage'));
    const texts = openTexts('form', { ...store, write: (...all) => (isFull ? no() : store.write(...all)) });
    texts.keep({ note: 'here' });
    await settled();
    expect([texts.texts(), isAllKept()]).toEqual([{ note: 'here' }, false]);
    isFull = false;
    texts.keep({ note: 'here too' });
    await settled();
    expect([kept.get('form'), isAllKept()]).toEqual([{ note: 'here too' }, true]);
  });

  test('are not written over what could not be read', async () => {
    const { kept, store } = device({ form: { note: 'old', reason: 'kept' } });
    let isClosed = true;
    const no = () => Promise.reject(new Error('no storage'));
    const texts = openTexts('form', { ...store, read: (form) => (isClosed ? no() : store.read(form)) });
    texts.keep({ note: 'new' });
    await settled();
    expect([kept.get('form'), isAllKept()]).toEqual([{ note: 'old', reason: 'kept' }, false]);
    isClosed = false;
    texts.keep({ note: 'newer' });
    await settled();
    expect([kept.get('form'), isAllKept()]).toEqual([{ note: 'newer', reason: 'kept' }, true]);
  });

  test('are the same in two tabs while they are written; what is sent in one is gone from the other', async () => {
    const { kept, store } = device();
    const tabs: KeptTexts[] = [];
    const tab = (at: number) =>
      openTexts('form', store, (told) => {
        tabs[1 - at]?.hear(structuredClone(told));
      });
    tabs.push(tab(0), tab(1));
    const [one, other] = tabs as [KeptTexts, KeptTexts];
    await settled();
    one.keep({ note: 'from one' });
    other.keep({ reason: 'from the other' });
    other.keep({ note: 'from one, and the other' });
    await settled();
    const both = { note: 'from one, and the other', reason: 'from the other' };
    expect([one.texts(), other.texts(), kept.get('form')]).toEqual([both, both, both]);
    // It is sent in one while the other is written in.
    other.keep({ reason: 'another reason' });
    one.forget(both);
    await settled();
    const left = { reason: 'another reason' };
    expect([one.texts(), other.texts(), kept.get('form')]).toEqual([left, left, left]);
  });
});

describe('a decision', () => {
  test('that agrees is asked for anew when the edition is another one; what gives back is not', () => {
    const asked = (event: 'approve' | 'confirm' | 'break_glass' | 'return' | 'withdraw') =>
      [isStillAsked({ event, digest: 'a' }, 'a'), isStillAsked({ event, digest: 'a' }, 'b')] as const;
    for (const event of ['approve', 'confirm', 'break_glass'] as const)
      expect(asked(event), event).toEqual([true, false]);
    for (const event of ['return', 'withdraw'] as const) expect(asked(event), event).toEqual([true, true]);
    expect(isStillAsked(undefined, 'a')).toBe(false);
  });

  test('says something of each clash, or which one is left', () => {
    const conflicts = [{ claim: { id: 'one' } }, { claim: { id: 'two' } }];
    expect(acknowledged(conflicts, { 'clash.one': ' another year ', 'clash.two': ' ' })).toEqual({
      acknowledge: [{ claim: 'one', note: 'another year' }],
      open: 'two',
    });
  });
});

test('a note that readers will see says so before it is written', () => {
  const kinds = (event: string, isPublished: boolean) =>
    fieldsOf(event, isPublished)
      .filter(({ name }) => name === 'note')
      .map(({ kind }) => kind);
  expect(kinds('correct', true)).toEqual(['public']);
  // Those of two persons.
  expect(kinds('retract', true)).toEqual(['notice']);
  expect(kinds('merge', true)).toEqual(['notice']);
  expect(kinds('merge', false)).toEqual(['text']);
  expect(kinds('cancel', true)).toEqual(['text']);
});
