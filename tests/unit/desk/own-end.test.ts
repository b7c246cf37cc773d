import { expect, test } from 'vitest';
import { editionTitle, hasEdition } from '../../../web/src/approve/edition-title.rules.js';
import { isOthers } from '../../../web/src/submissions/is-others.rules.js';

test('an edition is said to have reached those readers who got it', () => {
  expect(editionTitle('proposed', 'keys')).toBe('approval.willBe.keys');
  expect(editionTitle('superseded', 'everybody')).toBe('approval.was.read');
  expect(editionTitle('published', 'nobody')).toBe('approval.was.published');
  // Its author or another editor took it back while it was read.
  expect(editionTitle('withdrawn', 'everybody')).toBe('approval.notPublished');
  expect(['proposed', 'retracted', 'submitted', 'returned'].map(hasEdition)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a verdict that was refused is of no use to whoever lost its task', () => {
  const mine = { status: 'in_progress', assignee: { id: 'me' } } as const;
  expect(isOthers(mine, 'me')).toBe(false);
  expect(isOthers({ ...mine, assignee: { id: 'you' } }, 'me')).toBe(true);
  expect(isOthers({ ...mine, status: 'canceled' }, 'me')).toBe(true);
});
