import { describe, expect, test } from 'vitest';
import { changedParts, whoChanged } from '../../../web/src/changes/changed-by.rules.js';
import { eventsOf, noteNewer } from '../../../web/src/live/newer.js';

describe('what changed of what is shown', () => {
  test('is what came, what is otherwise, and the list of what went', () => {
    const before = { topics: ['a'], chain: { from: [] }, 'evidence/1': { note: 'x' }, 'relations/1': {} };
    const now = { topics: ['b'], chain: { from: [] }, 'evidence/1': { note: 'x' }, 'evidence/2': {} };
    expect(changedParts(before, now)).toEqual(['topics', 'evidence/2', 'relations']);
  });
});

describe('who changed it', () => {
  test('is the only member who did what may have changed it', () => {
    const events = [
      { type: 'claim.evidence_added', actor: 'second' },
      { type: 'claim.evidence_added', actor: 'second' },
      { type: 'claim.changed', actor: 'third' },
      { type: 'claim.evidence_captured', actor: 'system' },
    ] as const;
    expect([...whoChanged(['evidence/1', 'topics', 'chain'], events, 'me')]).toEqual([
      ['evidence/1', 'second'],
      ['topics', 'third'],
    ]);
  });

  test('is nobody where several did what may have changed it: no event tells which part was whose', () => {
    const by = (...actors: (string | undefined)[]) =>
      whoChanged(
        ['topics', 'note'],
        actors.map((actor) => ({ type: 'claim.changed' as const, actor })),
        'me',
      ).size;
    expect([by('first', 'second'), by('me', 'second'), by(undefined, 'second')]).toEqual([0, 0, 0]);
    expect([by('second', 'second'), by('system', 'second')]).toEqual([2, 2]);
  });

  test('is nobody where it was oneself, the desk, or somebody whose name is not told', () => {
    const by = (actor: string | undefined) =>
      whoChanged(
        ['chain'],
        [{ type: 'claim.attributed' as const, ...(actor !== undefined && { actor }) }],
        'me',
      );
    expect([by('me').size, by('system').size, by(undefined).size, by('other').size]).toEqual([0, 0, 0, 1]);
  });

  test('is looked for in what happened since what was shown before', () => {
    const event = (ordinal: number, claim = 'C1') => ({
      type: 'claim.changed' as const,
      claim,
      ordinal,
      actor: 'x',
    });
    noteNewer([event(3), event(4), event(5, 'C2'), event(6)]);
    expect(eventsOf('C1', 3).map(({ ordinal }) => ordinal)).toEqual([4, 6]);
  });
});
