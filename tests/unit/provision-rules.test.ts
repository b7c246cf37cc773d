import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMiscited, type CitedProvision } from '../../src/domain/verdict/provision.js';

/** Resolution 1874, paragraph 9: no arms may leave the DPRK. */
const leaving: CitedProvision = {
  ref: 's-res-1874-2009.9',
  date: '2023-09',
  went: 'from',
  governs: 'from',
  inForceFrom: '2009-06-12',
  inForceUntil: null,
};
/** Resolution 2270, paragraph 6: no arms may reach the DPRK. */
const reaching: CitedProvision = {
  ...leaving,
  ref: 's-res-2270-2016.6',
  governs: 'to',
  inForceFrom: '2016-03-02',
};
const found = (...cited: CitedProvision[]) =>
  findMiscited(cited, true).map(({ code, pointer }) => `${code} ${pointer}`);

describe('a provision that was not in force', () => {
  const at = (date: string, more: Partial<CitedProvision> = {}) => found({ ...leaving, date, ...more });
  const early = ['provision_not_in_force /provisions/0/date'];

  it('cannot be cited for an act that was certainly before it', () => {
    for (const date of ['2008', '2008?', '2009-05', '2009-06-11', '../2009-06-11', '2008/2009-05'])
      expect(at(date), date).toEqual(early);
    expect(at('2009-06-11T23:59:59Z')).toEqual(early);
  });

  it('can be for an act that may have been a day on which it was in force', () => {
    for (const date of [
      '2009',
      '2009-06',
      '2009-06-12',
      '200X',
      '2008/2010',
      '2008/..',
      '2008/',
      '2009?',
      '20XX',
    ])
      expect(at(date), date).toEqual([]);
  });

  it('cannot be for an act that was certainly after it', () => {
    const ended = { inForceUntil: '2019-12-31' };
    expect(at('2020', ended)).toEqual(early);
    expect(at('2020-01-01/..', ended)).toEqual(early);
    for (const date of ['2019', '2019-12-31', '2019/2021', '../2023', '201X'])
      expect(at(date, ended), date).toEqual([]);
  });

  it('is not told apart where it is not known when that was', () => {
    expect(at('1950', { inForceFrom: null })).toEqual([]);
    expect(at('2950', { inForceFrom: null })).toEqual([]);
  });

  it('says since when it is', () => {
    const [fault] = findMiscited([{ ...leaving, date: '2008' }], true);
    expect(fault?.message).toBe('s-res-1874-2009.9 was not in force yet: it is since 2009-06-12');
  });

  const day = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  it('is refused for exactly the days outside of its time', () => {
    fc.assert(
      fc.property(day, day, day, (date, one, other) => {
        const [inForceFrom = '', inForceUntil = ''] = [one, other].sort();
        const outside = date < inForceFrom || date > inForceUntil;
        expect(at(date, { inForceFrom, inForceUntil })).toEqual(outside ? early : []);
      }),
    );
  });

  it('is never refused for a year or month that holds a day on which it was in force', () => {
    fc.assert(
      fc.property(day, (date) => {
        const onDay = { inForceFrom: date, inForceUntil: date };
        for (const part of [
          date.slice(0, 4),
          date.slice(0, 7),
          `${date.slice(0, 3)}X`,
          `../${date}`,
          `${date}/..`,
        ])
          expect(at(part, onDay), part).toEqual([]);
      }),
    );
  });
});

describe('the direction of a provision', () => {
  const way = (governs: CitedProvision['governs'], went: CitedProvision['went']) =>
    found({ ...leaving, governs, went });
  const wrong = ['provision_wrong_direction /provisions/0/direction'];
  const missing = ['direction_missing /provisions/0/direction'];

  it('is that of the goods', () => {
    expect(way('from', 'from')).toEqual([]);
    expect(way('to', 'to')).toEqual([]);
    expect(way('to', 'from')).toEqual(wrong);
    expect(way('from', 'to')).toEqual(wrong);
  });

  it('has to be said where the provision governs one, and only there', () => {
    expect(way('from', null)).toEqual(missing);
    expect(way('to', null)).toEqual(missing);
    for (const went of ['to', 'from', null] as const) expect(way('both', went)).toEqual([]);
  });

  it('is one: what governs no transfer supports no violation, but may be cited elsewhere', () => {
    for (const went of ['to', 'from', null] as const) {
      expect(way('none', went)).toEqual(['provision_wrong_direction /provisions/0/id']);
      expect(findMiscited([{ ...leaving, governs: 'none', went }], false)).toEqual([]);
    }
  });
});

describe('what is wrong with a citation', () => {
  const messages = (more: Partial<CitedProvision>) =>
    findMiscited([{ ...leaving, ref: 'R', ...more }], true).map(({ message }) => message);

  it('is said in words', () => {
    expect(messages({ date: '2020', inForceUntil: '2019-12-31' })).toEqual([
      'R was no longer in force: it was until 2019-12-31',
    ]);
    expect(messages({ governs: 'none' })).toEqual(['R governs no transfer: it cannot be violated by one']);
    expect(messages({ went: null })).toEqual([
      'R governs one direction: say whether the goods went "to" or "from" the party that the instrument is about',
    ]);
    expect(messages({ went: 'to' })).toEqual([
      'R governs what goes from the party that the instrument is about, not what goes to it',
    ]);
  });

  it('is not its date where nobody can read it: that is refused elsewhere', () => {
    expect(messages({ date: 'yesterday' })).toEqual([]);
  });
});

it('refuses 2270 OP 6 for munitions that left the DPRK, and 1874 OP 9 for 2008, each at its place', () => {
  const early = { ...leaving, date: '2008' };
  expect(found(leaving, reaching, early)).toEqual([
    'provision_wrong_direction /provisions/1/direction',
    'provision_not_in_force /provisions/2/date',
  ]);
  expect(found({ ...reaching, date: '2008' })).toEqual([
    'provision_not_in_force /provisions/0/date',
    'provision_wrong_direction /provisions/0/direction',
  ]);
});
