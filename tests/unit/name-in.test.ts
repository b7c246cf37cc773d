import { expect, it } from 'vitest';
import { nameIn } from '../../src/domain/text/name-in.js';

const korea = {
  name: 'North Korea (DPRK)',
  names: [
    { language: 'ar', text: 'كوريا الشمالية' },
    { language: 'ar', text: 'بيونج يانج' },
    { language: 'ar-SY', text: 'كوريا' },
    { language: 'en', text: 'DPRK' },
    { language: 'en', text: 'North Korea (DPRK)' },
    { language: 'en', text: 'Pyongyang' },
  ],
};

it.each<[string[], string | undefined, string]>([
  [['en'], 'North Korea (DPRK)', 'the shown name where it is one of that language'],
  [['ar'], 'كوريا الشمالية', 'otherwise the one that was given first'],
  [['ar-SY', 'ar'], 'كوريا', 'one of that very language before those of another form of it'],
  [['ar-EG', 'ar'], 'كوريا الشمالية', 'one of another form of it before the next language'],
  [['fr', 'en'], 'North Korea (DPRK)', 'that of the next language where there is none'],
  [['fr'], undefined, 'none at all'],
])('in %j it is called %s: %s', (wanted, text) => {
  expect(nameIn(korea, ...wanted)?.text).toBe(text);
});

it('finds none once the names are withheld', () => {
  expect(nameIn({ name: { removed: 'source_names' }, names: [] }, 'en')).toBeUndefined();
});
