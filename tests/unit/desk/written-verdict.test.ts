/** What is written as a verdict: its words, its evidence, what is missing, and why it comes back. */
import { describe, expect, test } from 'vitest';
import { openDraft } from '../../../web/src/drafts/draft-session.js';
import { desk, device } from './draft-fakes.js';
import { whyReturned } from '../../../web/src/review/return-note.rules.js';
import { joinDrafts } from '../../../web/src/drafts/draft.rules.js';
import { cite, losesMarks, moveCaret, nextMark } from '../../../web/src/review/rationale.rules.js';
import {
  asSubmission,
  hindranceOf,
  missingOf,
  prepareSubmission,
} from '../../../web/src/review/submission.js';

describe('a rationale', () => {
  test('is pointed to the next piece of evidence', () => {
    expect(nextMark('As [E1] says', 3)).toBe('[E2]');
    expect(nextMark('[E1] [E2]', 2)).toBe('[E2]');
  });
  test('leaves the caret beside its word when words come in elsewhere', () => {
    expect(moveCaret('one two', 'zero one two', 7)).toBe(12);
    expect(moveCaret('one two', 'one two three', 3)).toBe(3);
  });
});

describe('the marks of evidence', () => {
  const draft = {
    evidence: ['b', 'd'],
    rationale: { en: 'As [E1] says, not [E2]; [E7].', ar: 'كما في [E2].' },
  };
  test('point to the same evidence when an older piece comes in', () => {
    expect(cite(draft, 'a', true)).toEqual({
      evidence: ['b', 'd', 'a'],
      rationale: { en: 'As [E2] says, not [E3]; [E7].', ar: 'كما في [E3].' },
    });
  });
  test('say that they lead nowhere when theirs is taken out, and point to no other', () => {
    expect(cite(draft, 'b', false)).toEqual({
      evidence: ['d'],
      rationale: { en: 'As [E?] says, not [E1]; [E7].', ar: 'كما في [E1].' },
    });
  });
  test('that were written ahead are those of what is cited next, and never of what had another number', () => {
    const ahead = { evidence: ['b'], rationale: { en: 'As [E1] says, and [E2].' } };
    expect(cite(ahead, 'c', true).rationale).toEqual(ahead.rationale);
    expect(cite(ahead, 'a', true).rationale).toEqual({ en: 'As [E2] says, and [E?].' });
  });
  test('that are lost are missing, and come back as they were, with what was written since', () => {
    const after = cite(draft, 'd', false);
    expect([losesMarks(draft, after), losesMarks(draft, cite(draft, 'a', true))]).toEqual([true, false]);
    const whole = { ...draft, rationale: { en: 'As [E1] says, not [E2].' } };
    const lacksMark = [after, draft, whole].map((one) => missingOf(one).includes('lostMark'));
    expect(lacksMark).toEqual([true, true, false]);
    expect(joinDrafts(after, after, draft)).toEqual(draft);
    const since = {
      ...after,
      rationale: { ...after.rationale, en: `${after.rationale?.['en'] ?? ''} More.` },
    };
    expect(joinDrafts(after, since, draft).rationale?.['en']).toBe('As [E1] says, not [E2]; [E7]. More.');
  });
  test('are left where nothing is cited anew', () => {
    expect(cite(draft, 'd', true).rationale).toEqual(draft.rationale);
  });
});

describe('why a verdict comes back', () => {
  const returned = { status: 'returned', note: 'Name the source.' };
  test('is what the last editor said, until another verdict was decided on', () => {
    expect(whyReturned([returned, { status: 'submitted' }])?.says).toEqual(['Name the source.']);
    expect(whyReturned([returned, { status: 'published' }])).toBeUndefined();
    expect(whyReturned([])).toBeUndefined();
  });
  test('is what was missing, where it was refused late', () => {
    const problem = { detail: 'It cannot be recorded.', errors: [{ message: 'E1 was not captured.' }] };
    expect(whyReturned([returned, { status: 'refused', problem }])).toEqual({
      status: 'refused',
      says: ['E1 was not captured.'],
    });
    expect(whyReturned([{ status: 'refused', problem: { detail: 'No.' } }])?.says).toEqual(['No.']);
  });
});

describe('a verdict', () => {
  const whole = {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rationale: { en: 'So it is.' },
  } as const;
  test('is submitted once nothing is missing', () => {
    const recheckAt = '2026-12-01T00:00:00Z';
    expect(missingOf({ recheckAt }, new Date('2026-12-01'))).toContain('recheckAt');
    expect(missingOf({ recheckAt }, new Date('2026-11-30'))).not.toContain('recheckAt');
    expect(missingOf({})).toEqual(['attribution', 'fidelity', 'veracity', 'rationale']);
    expect(asSubmission({ ...whole, provisions: [{ id: 'p' }] })).toBeUndefined();
    expect(asSubmission(whole)).toEqual({ ...whole, provisions: [] });
  });
  test('is not submitted by a tab that only shows it, nor while anything waits for a person or the desk', () => {
    const state = { writes: true, writable: true, savedIn: 'desk' } as const;
    expect(hindranceOf(state)).toBeUndefined();
    expect(hindranceOf({ ...state, writes: false })).toBe('elsewhere');
    expect(hindranceOf({ ...state, writable: false, savedIn: 'unread' })).toBe('opening');
    expect(hindranceOf({ ...state, savedIn: 'conflict' })).toBe('conflict');
    expect(hindranceOf({ ...state, savedIn: 'device' })).toBe('unsent');
    expect(hindranceOf({ ...state, savedIn: 'refused' })).toBe('unsent');
  });
  test('is submitted as it was read, once the desk has it, or not at all', async () => {
    const [here, there] = [device(), desk(whole)];
    const session = openDraft({ store: here, desk: there.api });
    await session.ready;
    const shared = {
      state: () => ({ ...session.state(), writes: true }),
      send: async () => {
        await session.flush();
        return shared.state();
      },
    };
    expect(await prepareSubmission(shared)).toEqual({ body: { ...whole, provisions: [] }, tag: there.tag() });
    // Others wrote in it since, which the tag says.
    const { tag } = (await prepareSubmission(shared)) as { tag: string };
    there.set({ ...whole, rationale: { en: 'So it is, others say.' } });
    expect(tag).not.toBe(there.tag());
    session.edit((now) => ({ ...now, evidence: ['0f8fad5b-d9cb-469f-a165-70867728950e'] }));
    expect(await prepareSubmission(shared)).toEqual({ why: 'changed' });
    // Now it was read.
    expect(await prepareSubmission(shared)).toMatchObject({
      body: { rationale: { en: 'So it is, others say.' } },
      tag: there.tag(),
    });
    session.edit((now) => ({ ...now, rationale: { en: 'So it is, they say.' } }));
    there.faults.push('away');
    expect(await prepareSubmission(shared)).toMatchObject({ why: 'unsent' });
    const { state } = shared;
    const elsewhere = { state, send: () => Promise.resolve({ ...state(), writes: false }) };
    expect(await prepareSubmission(elsewhere)).toMatchObject({ why: 'elsewhere' });
    session.edit((now) => ({ ...now, rationale: { en: 'It is not.' } }));
    there.set({ ...whole, rationale: { en: 'It is doubtful.' } });
    expect(await prepareSubmission(shared)).toMatchObject({ why: 'conflict' });
    await session.close();
  });
});
