import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestPen } from '../../../web/src/drafts/one-writer.js';
import { locks } from './fake-locks.js';

const tab = () => {
  const told: string[] = [];
  const pen = requestPen('draft', {
    onHeld: () => told.push('held'),
    onElsewhere: () => told.push('elsewhere'),
  });
  return { told, pen };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: locks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('the first tab writes; another waits, and writes once it is let', async () => {
  const [one, other] = [tab(), tab()];
  await settled();
  expect([one.told, other.told]).toEqual([['held'], ['elsewhere']]);
  one.pen.release();
  await settled();
  expect(other.told).toEqual(['elsewhere', 'held']);
});

test('a tab takes the pen from another, and the other can have it back', async () => {
  const [one, other] = [tab(), tab()];
  await settled();
  other.pen.take();
  await settled();
  expect([one.told, other.told]).toEqual([
    ['held', 'elsewhere'],
    ['elsewhere', 'held'],
  ]);
  one.pen.take();
  await settled();
  expect(one.told.at(-1)).toBe('held');
  expect(other.told.at(-1)).toBe('elsewhere');
});

test('who has the pen cannot take it from themselves, however often it is asked for', async () => {
  const [one, other] = [tab(), tab()];
  await settled();
  one.pen.take();
  await settled();
  expect(one.told).toEqual(['held']);
  other.pen.take();
  other.pen.take();
  await settled();
  expect(other.told).toEqual(['elsewhere', 'held']);
});
