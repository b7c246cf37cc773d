import { describe, expect, test } from 'vitest';
import { endOf } from '../../../web/src/drafts/words-of-draft.rules.js';
import { boundKey } from '../../../web/src/keys/bound-keys.rules.js';
import { isForScreen, isPressed, isWriting } from '../../../web/src/keys/key.rules.js';
import { keys } from '../../../web/src/keys/keys.js';
import { amountsOf, nearestUnit } from '../../../web/src/parts/spans.rules.js';
import { clockStage } from '../../../web/src/parts/clock.rules.js';
import { originsOf, outletsOf } from '../../../web/src/review/chain.rules.js';
import { namedIn } from '../../../web/src/review/contact-who.rules.js';
import { nameOf } from '../../../web/src/review/names.rules.js';
import { areSingleKeysOn, isSwitchedOff, withSingleKeys } from '../../../web/src/keys/single-keys.rules.js';
import { fieldsOf } from '../../../web/src/moves/move-fields.js';
import { asBeforeAssigning, asBeforeReleasing } from '../../../web/src/steering/steering.rules.js';
import { dayOf } from '../../../web/src/parts/day.rules.js';
import { awayUntil, startOfDay } from '../../../web/src/work/away.rules.js';
import { startAddress } from '../../../web/src/session/start-address.rules.js';
import { formKeys } from '../../../web/src/keys/form-keys.js';
import { mayWrite, standingOf, whyNotWritten } from '../../../web/src/review/standing.rules.js';
import { endsSoon, isLeaseOld, leaseLeft } from '../../../web/src/review/lease.rules.js';
import { similarToShow } from '../../../web/src/review/similar.rules.js';
import { faultsAt, sayProblem } from '../../../web/src/parts/fault.rules.js';
import { mayConcern, readableUpTo } from '../../../web/src/work/for-me.rules.js';
import { inOrder } from '../../../web/src/parts/ratings.rules.js';
import { asSubmission, missingOf } from '../../../web/src/review/submission.js';
import { textsOf } from '../../../web/src/approve/sealed-text.rules.js';

const pressed = { code: 'KeyN', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const key = { code: 'KeyN', printed: 'N', screen: 'work', does: 'work.next' } as const;

describe('keys', () => {
  test('are known by their place, whatever letter the layout writes', () => {
    expect(isPressed(key, pressed)).toBe(true);
    expect(isPressed(key, { ...pressed, ctrlKey: true })).toBe(false);
    expect(isPressed({ ...key, command: true }, { ...pressed, metaKey: true })).toBe(true);
    expect(isPressed(key, { ...pressed, shiftKey: true })).toBe(false);
  });
  test('do nothing while somebody writes', () => {
    expect(isWriting({ tagName: 'TEXTAREA' })).toBe(true);
    expect(isWriting({ tagName: 'INPUT', type: 'text' })).toBe(true);
    expect(isWriting({ tagName: 'INPUT', type: 'radio' })).toBe(false);
    expect(isWriting({ tagName: 'DIV' })).toBe(false);
  });
  test('of writing are no commands: AltGr is Ctrl and Alt on Windows, and a modifier of its own elsewhere', () => {
    const mark = { ...pressed, code: 'KeyE', ctrlKey: true };
    expect(isPressed(keys['insert-mark'], mark)).toBe(true);
    expect(isPressed(keys['insert-mark'], { ...mark, altKey: true })).toBe(false);
    expect(isPressed(keys['insert-mark'], { ...mark, getModifierState: () => true })).toBe(false);
    expect(isPressed(key, { ...pressed, getModifierState: () => true })).toBe(false);
  });
  test('do nothing behind a dialog or a menu, wherever the focus is', () => {
    const press = { ...pressed, defaultPrevented: false, repeat: false, target: { tagName: 'BUTTON' } };
    expect(isForScreen(key, press, false)).toBe(true);
    expect(isForScreen(key, press, true)).toBe(false);
    expect(isForScreen(key, { ...press, repeat: true }, false)).toBe(false);
    expect(isForScreen(key, { ...press, target: { tagName: 'TEXTAREA' } }, false)).toBe(false);
  });
});

describe('keys that a member chose', () => {
  test('stand in the place of the usual ones, and are printed as they are pressed', () => {
    const chosen = { 'next-task': 'Shift+KeyJ', 'submit-verdict': 'Ctrl+BracketRight', undo: null };
    expect(boundKey('next-task', chosen)).toMatchObject({ code: 'KeyJ', shift: true, printed: '⇧ J' });
    expect(boundKey('submit-verdict', chosen)).toMatchObject({ command: true, printed: 'Ctrl ]' });
    expect(boundKey('undo', chosen)).toBeUndefined();
    expect(boundKey('search', chosen)).toEqual(keys.search);
    for (const wrong of ['j', 'Tab', 'Escape', 'Alt+KeyJ', 'Shift+', ''])
      expect(boundKey('next-task', { 'next-task': wrong })).toEqual(keys['next-task']);
  });
  test('come in turn: what follows a first key is no key of its own', () => {
    const press = { ...pressed, code: 'KeyW', defaultPrevented: false, repeat: false, target: undefined };
    expect(isForScreen(keys['go-work'], press, false, 'KeyG')).toBe(true);
    expect(isForScreen(keys['go-work'], press, false, 'KeyN')).toBe(false);
    expect(isForScreen(keys['go-work'], press, false)).toBe(false);
    expect(isForScreen(keys.withdraw, press, false, 'KeyG')).toBe(false);
    expect(isForScreen(keys.withdraw, press, false, 'KeyN')).toBe(true);
  });
});

describe('single keys', () => {
  test('can be switched off, and on again, without those of Ctrl and without what else was chosen', () => {
    const off = withSingleKeys({ 'insert-mark': null, board: 'b' }, false);
    expect(areSingleKeysOn(off)).toBe(false);
    expect([isSwitchedOff('next-task', off), isSwitchedOff('insert-mark', off)]).toEqual([true, false]);
    expect(off).toMatchObject({ 'insert-mark': null, board: 'b', 'next-task': null, help: null });
    expect(withSingleKeys({ 'next-task': 'KeyJ', undo: null }, true)).toEqual({ 'next-task': 'KeyJ' });
    const on = withSingleKeys(off, true);
    expect(on).toEqual({ 'insert-mark': null, board: 'b' });
    expect(areSingleKeysOn(on)).toBe(true);
    expect(isSwitchedOff('next-task', undefined)).toBe(false);
  });
});

test('a task is again whose it was: whoever gave it back takes it, and others are given it by an editor', () => {
  const held = { assignee: { id: 'me', ref: 'checker' }, status: 'in_progress' };
  expect(asBeforeReleasing(held, 'me')).toEqual({ event: 'take', start: true });
  expect(asBeforeReleasing({ ...held, status: 'assigned' }, 'me')).toEqual({ event: 'take', start: false });
  const assign = { event: 'assign', assignee: 'checker', override: true };
  expect(asBeforeReleasing(held, 'another')).toEqual(assign);
  expect(asBeforeAssigning(held)).toEqual(assign);
  expect(asBeforeAssigning({ assignee: null })).toEqual({ event: 'release' });
});

test('what readers get of a retraction or a merge waits for another editor, and the note of a correction does not', () => {
  const noteOf = (event: string, isPublished: boolean) =>
    fieldsOf(event, isPublished).find(({ name }) => name === 'note');
  const kindOf = (event: string, isPublished: boolean) => noteOf(event, isPublished)?.kind;
  expect([kindOf('retract', true), kindOf('merge', true), kindOf('merge', false)]).toEqual([
    'notice',
    'notice',
    'text',
  ]);
  expect(kindOf('correct', true)).toBe('public');
  // The desk takes no merge of what readers know without a word to them.
  expect([noteOf('merge', true)?.required, noteOf('merge', false)?.required]).toEqual([true, false]);
});

test('whoever comes back later is away until then, and not after', () => {
  const at = '2026-12-05T00:00:00.000Z';
  expect(awayUntil(at, Date.parse(at) - 1)).toBe(at);
  expect(awayUntil(at, Date.parse(at))).toBeUndefined();
  expect(awayUntil(null, 0)).toBeUndefined();
  expect(startOfDay('2026-12-05')).toBe(new Date(2026, 11, 5).toISOString());
  expect(startOfDay('')).toBeUndefined();
});

test('a day is that of the place where it is written down, late in the evening too', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
});

describe('spans of time', () => {
  test('are told in at most two units', () => {
    expect(amountsOf(190 * 60_000)).toEqual([
      { value: 3, unit: 'hour' },
      { value: 10, unit: 'minute' },
    ]);
    expect(amountsOf(0)).toEqual([{ value: 0, unit: 'minute' }]);
    expect(amountsOf(2 * 86_400_000)).toEqual([{ value: 2, unit: 'day' }]);
  });
  test('from now are told in the nearest unit, with their sign', () => {
    expect(nearestUnit(-5 * 60_000)).toEqual({ value: -5, unit: 'minute' });
    expect(nearestUnit(3 * 3_600_000)).toEqual({ value: 3, unit: 'hour' });
    expect(nearestUnit(-4 * 86_400_000)).toEqual({ value: -4, unit: 'day' });
  });
  test('turn a clock late at half of it, and overdue at its end', () => {
    const clock = { startedAt: 0, dueAt: 100 };
    expect([49, 50, 99, 100].map((now) => clockStage(clock, now))).toEqual([
      'early',
      'late',
      'late',
      'overdue',
    ]);
  });
});

test('a form beside the verdict is submitted by the key that submits the verdict, which is not', () => {
  const done: string[] = [];
  const press = (
    key: string,
    ctrlKey: boolean,
    { isComposing = false, keyCode = 13, repeat = false } = {},
  ) => {
    formKeys(() => done.push('closed'))({
      ...pressed,
      code: key,
      key,
      ctrlKey,
      nativeEvent: { isComposing, keyCode },
      repeat,
      currentTarget: { requestSubmit: () => done.push('submitted') },
      preventDefault: () => done.push('nothing else'),
    });
  };
  press('Enter', false);
  press('Enter', true, { isComposing: true });
  press('Escape', false, { isComposing: true });
  // Safari says that a word is composed, but not of the key that ends it.
  press('Escape', false, { keyCode: 229 });
  expect(done).toEqual([]);
  press('Enter', true, { repeat: true });
  expect(done.splice(0)).toEqual(['nothing else']);
  press('Enter', true);
  expect(done).toEqual(['nothing else', 'submitted']);
  press('Escape', false);
  expect(done.at(-1)).toBe('closed');
});

test('who signs in at the provider comes back to what they searched for, or to its screen where that is too long', () => {
  const to = (search: string): string | null =>
    new URL(
      startAddress('http://desk.test/session/start', { pathname: '/desk/claims', search }),
    ).searchParams.get('to');
  expect(to('?q=C34')).toBe('/desk/claims?q=C34');
  const long = `?q=${'%D8%A7'.repeat(400)}`;
  expect(to(long)).toBe('/desk/claims');
});

describe('how a task stands', () => {
  const me = { id: 'me' };
  test.each([
    ['in_progress', me, 'mine'],
    ['assigned', me, 'mine'],
    ['assigned', { id: 'other' }, 'others'],
    ['open', null, 'free'],
    ['submitted', me, 'submitted'],
    ['expired', me, 'ended'],
    ['done', me, 'ended'],
  ] as const)('%s, held by %o: %s', (status, assignee, standing) => {
    expect(standingOf({ status, assignee }, 'me')).toBe(standing);
  });
  test('lets only its holder write, and whose reservation has just ended', () => {
    const all = ['mine', 'free', 'others', 'submitted', 'ended'] as const;
    expect(all.filter((standing) => mayWrite(standing, false))).toEqual(['mine']);
    expect(all.filter((standing) => mayWrite(standing, true))).toEqual(['mine', 'free']);
  });
});

test('a scale is read from its lowest number up, with what has none apart', () => {
  const { placed, apart } = inOrder([{ value: 5 }, { value: null }, { value: 1 }]);
  expect([placed, apart]).toEqual([[{ value: 1 }, { value: 5 }], [{ value: null }]]);
});

test('those who said it first are the leaves of the chain', () => {
  const link = (id: string | null, label: string | null, ...from: Parameters<typeof originsOf>[0][]) => ({
    ...{ source: id === null ? null : { id }, label, from },
  });
  const passedOn = link('agency', null, link('minister', null));
  expect(originsOf(link(null, null, link('minister', null), passedOn))).toBe(1);
  expect(originsOf(link(null, null, link(null, 'AP'), link(null, 'AP '), link(null, null)))).toBe(2);
  expect(originsOf(link(null, null, link(null, null), link(null, null)))).toBe(2);
});

test('whoever a chain names can be asked, each once, and never the article itself', () => {
  type Link = Parameters<typeof namedIn>[0];
  const link = (id: string | null, label: string | null, ...from: Link[]): Link => ({
    ...{ source: id === null ? null : { id }, label, from },
  });
  const chain = link(null, 'the article itself', link('agency', null, link(null, 'a minister')));
  expect(namedIn(chain)).toEqual([{ id: 'agency' }, 'a minister']);
  expect(namedIn(link('outlet', null, link('agency', 'its desk'), link('agency', null)))).toEqual([
    { id: 'outlet' },
    { id: 'agency' },
  ]);
});

test('outlets of a chain are counted once each, the one with the article among them, and no claimant', () => {
  const link = (id: string | null, kind: string, ...from: Parameters<typeof outletsOf>[0][]) => ({
    ...{ source: id === null ? null : { id, kind }, from },
  });
  const minister = link('minister', 'person');
  expect(outletsOf(link(null, '', minister))).toBe(1);
  expect(outletsOf(link('article', 'document'))).toBe(1);
  const heard = link('agency', 'agency', link('spokesman', 'person', link('paper', 'outlet')));
  expect(outletsOf(link('paper', 'outlet', minister, heard, link('agency', 'agency', minister)))).toBe(2);
});

test('somebody is named in the language of the desk where that is known', () => {
  const named = { name: 'Russia', names: [{ language: 'ar', text: 'روسيا' }] };
  expect([nameOf(named, 'ar'), nameOf(named, 'en')]).toEqual(['روسيا', 'Russia']);
});

test('a text of an edition that was erased is not shown', () => {
  expect(textsOf({ removed: 'rationale' })).toEqual([]);
  expect(textsOf({ ar: 'نص' })).toEqual([{ language: 'ar', text: 'نص' }]);
});

describe('the reservation of a task', () => {
  const leaseEndsAt = new Date(5 * 60_000).toISOString();
  test('ends soon while it runs, and never while the task is paused', () => {
    expect(endsSoon(leaseLeft({ leaseEndsAt, paused: null }, 0))).toBe(true);
    expect(endsSoon(leaseLeft({ leaseEndsAt, paused: {} }, 0))).toBe(false);
    expect(endsSoon(leaseLeft({ leaseEndsAt: null, paused: null }, 0))).toBe(false);
    expect(endsSoon(leaseLeft({ leaseEndsAt, paused: null }, 6 * 60_000))).toBe(false);
  });
  test('is asked for again a minute after it was read, or where it ends soon, when the desk has taken a draft', () => {
    expect([30_000, 61_000].map((now) => isLeaseOld(0, 60 * 60_000, now))).toEqual([false, true]);
    expect(isLeaseOld(0, 60_000, 1)).toBe(true);
  });
  test('has ended only for whoever had it; to others it is said what they see', () => {
    const free = { status: 'open', wasMine: false, hasText: true } as const;
    expect(whyNotWritten('free', { ...free, wasMine: true })).toBe('lease.ended');
    expect(whyNotWritten('free', free)).toBe('lease.handedOn');
    expect(whyNotWritten('free', { ...free, hasText: false })).toBe('lease.nobody');
    const ended = { ...free, status: 'expired' } as const;
    expect(whyNotWritten('ended', ended)).toBe('standing.expired');
    expect(whyNotWritten('ended', { ...ended, wasMine: true })).toBe('lease.ended');
    expect(whyNotWritten('ended', { ...ended, status: 'canceled' })).toBe('standing.ended');
  });
});

test('a refusal calls fields as the screen does, and shows no pointer', () => {
  const problem = {
    detail: 'One field is invalid.',
    errors: [
      { pointer: '/label', message: 'must not be blank' },
      { pointer: '/x/0', message: 'is required' },
      { pointer: '/x/1', message: 'is required' },
    ],
  };
  expect(sayProblem(problem, { '/label': 'Who' }, 'en')).toBe(
    'One field is invalid. Who: must not be blank is required',
  );
  expect(sayProblem({ detail: 'No.' }, {}, 'en')).toBe('No.');
  const [first] = problem.errors;
  expect(sayProblem({ ...problem, errors: first ? [first] : [] }, { '/label': 'Who' }, 'en')).toBe(
    'Who: must not be blank',
  );
});

test('what an Arabic sentence is not told in Arabic keeps its own order within it', () => {
  const errors = [{ pointer: '/url', message: 'must be a URL (http://)' }];
  expect(sayProblem({ detail: 'تعذّر.', errors }, { '/url': 'الرابط' }, 'ar')).toBe(
    'الرابط: \u2068must be a URL (http://)\u2069',
  );
});

test('what is wrong with a request stands at its fields, and is said of the whole only where some of it has none', () => {
  const errors = [
    { pointer: '/into', message: 'there is no claim "C99"' },
    { pointer: '/note', message: 'is needed' },
  ];
  expect(faultsAt({ errors }, ['/into', '/note'])).toEqual({
    at: { '/into': 'there is no claim "C99"', '/note': 'is needed' },
    isAll: true,
  });
  expect(faultsAt({ errors }, ['/into']).isAll).toBe(false);
  expect(faultsAt({}, ['/into'])).toEqual({ at: {}, isAll: false });
});

describe('the inbox', () => {
  const items = [
    { position: '9', unread: true },
    { position: '7', unread: true },
    { position: '5', unread: false },
  ];
  test('is marked as read once all that is unread was shown', () => {
    expect(readableUpTo(items, 2)).toBe('9');
  });
  test('is not marked while some of it is on a later page, nor where nothing is unread', () => {
    expect(readableUpTo(items.slice(0, 1), 2)).toBeUndefined();
    expect(readableUpTo(items.slice(2), 0)).toBeUndefined();
  });
  test('counts what may concern whoever looks at it, and not what they did themselves', () => {
    const me = { id: 'm', ref: 'checker' };
    const concerns = mayConcern({ me, decides: false });
    expect(concerns({ type: 'claim.returned', actor: 'editor' })).toBe(true);
    expect(concerns({ type: 'claim.returned', actor: 'checker' })).toBe(false);
    expect(concerns({ type: 'claim.accepted', actor: 'editor' })).toBe(false);
    expect(concerns({ type: 'task.assigned', assignee: 'm' })).toBe(true);
    expect(concerns({ type: 'task.assigned', assignee: 'another' })).toBe(false);
    expect(concerns({ type: 'task.overdue', holder: 'another' })).toBe(false);
    expect(concerns({ type: 'claim.evidence_captured', change: 'first' })).toBe(false);
    expect(concerns({ type: 'claim.evidence_captured', change: 'changed' })).toBe(true);
    expect(concerns({ type: 'claim.capture_failed', again: true })).toBe(false);
    expect(concerns({ type: 'task.escalated' })).toBe(false);
    expect(mayConcern({ me, decides: true })({ type: 'task.escalated' })).toBe(true);
  });
});

test('alike claims are shown by what they say of this one, without those it has relations with', () => {
  const one = (id: string, stance: string) => ({ claim: { id }, why: { stance } });
  const items = [one('a', 'unsure'), one('b', 'contradicts'), one('c', 'repeats'), one('d', 'repeats')];
  expect(similarToShow(items, [{ claim: { id: 'd' } }]).map(({ claim }) => claim.id)).toEqual([
    'c',
    'b',
    'a',
  ]);
});

test('reasons that are longer than the desk takes are said to be, and are not cut', () => {
  const rationale = { en: 'x'.repeat(20_001) };
  expect(missingOf({ rationale })).toContain('tooLong');
  expect(missingOf({ rationale: { en: 'x'.repeat(20_000) } })).not.toContain('tooLong');
  const findings = { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' } as const;
  expect(asSubmission({ findings, rationale })).toBeUndefined();
});

test('the end of a draft is that of its text in the language of the claim, whole where it is short', () => {
  const rationale = { en: 'one two three four', ar: 'كلمة' };
  expect(endOf({ rationale }, 'en', 2)).toEqual({ language: 'en', text: '… three four' });
  expect(endOf({ rationale }, 'ar', 2)).toEqual({ language: 'ar', text: 'كلمة' });
  expect(endOf({ rationale: { en: ' ', ar: 'كلمة' } }, 'en', 2)?.language).toBe('ar');
  expect(endOf({ findings: { veracity: 'false' } }, 'en', 2)).toBeUndefined();
});
