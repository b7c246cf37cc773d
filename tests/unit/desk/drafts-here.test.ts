/** Which drafts of this device are shown where the desk is away. */
import { expect, test } from 'vitest';
import { nothingKept, type KeptDraft } from '../../../web/src/drafts/kept-draft.rules.js';
import { inOrderOfNeed } from '../../../web/src/offline/drafts-here.rules.js';

const draft = (task: string, kept: Partial<KeptDraft>) => ({
  task,
  ref: task,
  claim: task,
  kept: { ...nothingKept, ...kept },
});
const said = { mine: { rationale: { en: 'Said.' } } };
const tasks = (shown?: string): string[] =>
  inOrderOfNeed(
    [
      draft('looked-at', said),
      draft('written', { ...said, writtenAt: 1 }),
      draft('written-later', { ...said, writtenAt: 2 }),
      draft('unsent', { ...said, writtenAt: 1, unsent: true }),
      draft('empty', { writtenAt: 3 }),
    ],
    shown,
  ).map(({ task }) => task);

test('drafts that were only looked at on this device are not among those written here', () => {
  expect(tasks()).toEqual(['unsent', 'written-later', 'written']);
});

test('the draft of the task that is asked for comes first, whatever it is', () => {
  expect(tasks('looked-at')).toEqual(['looked-at', 'unsent', 'written-later', 'written']);
});
