import { describe, expect, test } from 'vitest';
import { acknowledged, isStillAsked } from '../../../web/src/approve/decision.rules.js';
import { fieldsOf } from '../../../web/src/claims/move-fields.js';
import { openTexts, type Texts, type TextStore } from '../../../web/src/kept/kept-texts.js';

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
    sent.forget();
    const emptied = openTexts('emptied', store);
    emptied.keep({ note: '' });
    await settled();
    expect([sent.texts(), [...kept.keys()]]).toEqual([{}, []]);
  });

  test('can be written on a device that keeps nothing', async () => {
    const no = () => Promise.reject(new Error('no storage'));
    const texts = openTexts('form', { read: no, write: no, remove: no });
    texts.keep({ note: 'here' });
    await settled();
    expect(texts.texts()).toEqual({ note: 'here' });
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
  expect(kinds('retract', true)).toEqual(['public']);
  expect(kinds('merge', true)).toEqual(['public']);
  expect(kinds('merge', false)).toEqual(['text']);
  expect(kinds('cancel', true)).toEqual(['text']);
});
