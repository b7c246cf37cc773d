import { describe, expect, it } from 'vitest';
import { fillIn, sealData, toSeal } from '../../src/domain/event/sealed-data.js';
import { createSealer, sealOf, type NewSalt } from '../../src/domain/text/seal.js';

/** Salts that count up, so that two texts never share one. */
function countingSalts(): NewSalt {
  let next = 0;
  return () => new Uint8Array(32).fill(++next);
}

const claim = 'a claim';

describe('texts in the data of an event', () => {
  it('are written as seals at any depth, and everything else as it is', () => {
    const sealer = createSealer(countingSalts());
    const data = {
      kind: 'denial',
      glosses: toSeal('glosses', claim, { en: 'They did.' }),
      was: { glosses: toSeal('glosses', claim, { en: 'They may have.' }), topics: ['arms'] },
      acknowledged: [{ claim: 'C37', note: toSeal('acknowledgement', 'a verdict', 'Another period.') }],
    };
    const sealed = sealData(data, sealer);
    const salt = (n: number) => new Uint8Array(32).fill(n);
    expect(sealed).toEqual({
      kind: 'denial',
      glosses: { sealed: sealOf({ en: 'They did.' }, salt(1)) },
      was: { glosses: { sealed: sealOf({ en: 'They may have.' }, salt(2)) }, topics: ['arms'] },
      acknowledged: [{ claim: 'C37', note: { sealed: sealOf('Another period.', salt(3)) } }],
    });
    expect(JSON.stringify(sealed)).not.toContain('They');
    expect(sealer.contents.map(({ kind, subject, value }) => [kind, subject, value])).toEqual([
      ['glosses', claim, { en: 'They did.' }],
      ['glosses', claim, { en: 'They may have.' }],
      ['acknowledgement', 'a verdict', 'Another period.'],
    ]);
  });

  it('keep the seal that they have, and are kept once however often they are named', () => {
    const sealer = createSealer(countingSalts());
    const known = 'f'.repeat(64);
    const note = () => toSeal('note', claim, 'Twice.');
    const sealed = sealData({ a: note(), b: note(), c: toSeal('note', claim, 'Old.', known) }, sealer);
    expect(sealed['a']).toEqual(sealed['b']);
    expect(sealed['c']).toEqual({ sealed: known });
    expect(sealer.contents).toHaveLength(1);
  });

  it.each([undefined, null, '', {}, []])('have no seal where there are no words: %j', (nothing) => {
    expect(toSeal('note', claim, nothing)).toBeNull();
  });

  it('are filled in by their seals; an erased one stays a seal', () => {
    const [kept, erased] = ['1'.repeat(64), '2'.repeat(64)];
    const data = { note: { sealed: kept }, list: [{ text: { sealed: erased } }], sealed: 'no seal' };
    expect(fillIn(data, { [kept]: { en: 'Words.' } })).toEqual({
      note: { en: 'Words.' },
      list: [{ text: { sealed: erased } }],
      sealed: 'no seal',
    });
  });
});
