import { describe, expect, it } from 'vitest';
import { headerFault, readClaimRow } from '../../src/domain/import/claim-columns.js';

describe('the columns of a table of claims', () => {
  it.each([
    ['ref,quote,quote', 'has the column quote twice'],
    ['gloss_en,gloss_EN', 'has gloss_en and gloss_EN, which are the same'],
    ['source,source_3', 'has columns for link 3 of the chain and none for link 2'],
    ['verb_2', 'has columns for link 2 of the chain and none for link 1'],
    ['ref,colour', 'has columns that nobody knows: colour'],
  ])('%s are refused', (header, fault) => {
    expect(headerFault(header.split(','))).toBe(fault);
  });

  it('are taken in any order, each once', () => {
    const header = 'source_2,mode_2,ref,gloss_en,gloss_ar,source,verb,quote,source_3';
    expect(headerFault(header.split(','))).toBeUndefined();
  });

  it('of a row that leaves out a link of its chain make no claim', () => {
    const header = ['source', 'source_2', 'source_3'];
    expect(readClaimRow(header, ['a', '', 'c'])).toEqual({
      message: 'has link 3 of the chain and not link 2',
    });
    expect(readClaimRow(header, ['a', 'b', ''])).toMatchObject({
      body: { attributions: [{ source: 'a', from: [{ source: 'b' }] }] },
    });
  });
});
