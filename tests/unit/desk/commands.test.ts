import { expect, test } from 'vitest';
import { commandsFor, markedOf, stepTo } from '../../../web/src/keys/commands.rules.js';
import type { Offer } from '../../../web/src/keys/offers.js';

const offer = (id: string, label: string, more: Partial<Offer> = {}): Offer => ({
  id,
  label,
  run: () => undefined,
  ...more,
});
const idsFor = (typed: string, offers: Offer[], named: Offer[] = []) =>
  commandsFor(typed, { offers, named }).map(({ id }) => id);

test('commands are found as people type them: without marks, with a bare alef, in small letters', () => {
  const offers = [offer('assign', 'أسنِد المهمّة إلى'), offer('work', 'My work')];
  expect(idsFor('اسند المهمة', offers)).toEqual(['assign']);
  expect(idsFor('MY w', offers)).toEqual(['work']);
  expect(idsFor('', offers)).toEqual(['assign', 'work']);
});

test('what is called so stands before a claim of that name, what is about one after it, and what may not be done last', () => {
  const offers = [
    offer('about', 'Retract', { of: 'C34' }),
    offer('called', 'Assign C34'),
    offer('refused', 'Approve C34', { why: 'It is your own.' }),
    offer('other', 'Claims'),
  ];
  expect(idsFor('c34', offers, [offer('named', 'Claim c34')])).toEqual([
    ...['called', 'named', 'about', 'refused'],
  ]);
});

test('an arrow leads round the commands, and from none to the nearest end', () => {
  expect([stepTo(0, 1, 3), stepTo(2, 1, 3), stepTo(0, -1, 3)]).toEqual([1, 0, 2]);
  expect([stepTo(-1, 1, 3), stepTo(-1, -1, 3)]).toEqual([0, 2]);
});

test('what is marked stays marked wherever it stands, and the first is once it is not offered any more', () => {
  const [one, other] = [offer('one', 'One'), offer('other', 'Other')];
  expect(markedOf([one, other], 'other')).toBe('other');
  expect(markedOf([other, one], 'one')).toBe('one');
  expect(markedOf([one], 'other')).toBe('one');
  expect(markedOf([], 'other')).toBeUndefined();
});
