import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { anchorIn } from '../../src/workflow/recent-anchors.js';

it('a version is read once for many quotes, and again where its text is another', () => {
  const version = randomUUID();
  const first = anchorIn(version, 'The bridge was closed on Monday.');
  expect(anchorIn(version, 'The bridge was closed on Monday.')).toBe(first);
  expect(first({ exact: 'closed on Monday' })).toMatchObject({ ok: true, start: 15, end: 31 });
  const other = anchorIn(version, 'The bridge was opened on Tuesday.');
  expect(other({ exact: 'closed on Monday' })).toMatchObject({ ok: false, reason: 'absent' });
});

it('a version that many others were read after, and one that is very long, is read anew', () => {
  const [version, long] = [randomUUID(), randomUUID()];
  const first = anchorIn(version, 'The bridge was closed.');
  for (let others = 0; others < 16; others++) anchorIn(randomUUID(), 'Another text.');
  expect(anchorIn(version, 'The bridge was closed.')).not.toBe(first);
  const text = 'word '.repeat(20_000);
  expect(anchorIn(long, text)).not.toBe(anchorIn(long, text));
});
