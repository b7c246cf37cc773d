import { describe, expect, it } from 'vitest';
import { describedAsOf, linkAsOf, sealsOf } from '../../src/domain/claim/description-as-of.js';

const sealOf = (letter: string): string => letter.repeat(64);
const sealed = (letter: string) => ({ sealed: sealOf(letter) });
const row = {
  external_id: 'their-7',
  kind: 'denial',
  secondary_kinds: ['forecast'],
  language: 'ar',
  topics: ['trade'],
  priority: 'high',
  modality: sealed('e'),
  statement_date: '2026-01',
  date_basis: sealed('f'),
  test: true,
  glosses: sealed('a'),
  worthiness: sealed('b'),
  fidelity_note: sealed('c'),
  leads: sealed('d'),
};
const forReaders = {
  externalId: 'their-7',
  kind: 'denial',
  secondaryKinds: ['forecast'],
  language: 'ar',
  topics: ['trade'],
  priority: 'high',
  modality: 'certain',
  statementDate: '2026-01',
  test: true,
  glosses: { en: 'They deny it.' },
};
const words = {
  [sealOf('a')]: { en: 'They deny it.' },
  [sealOf('b')]: 'much repeated',
  [sealOf('c')]: 'shortened',
  [sealOf('d')]: ['https://example.org'],
  [sealOf('e')]: 'certain',
  [sealOf('f')]: 'said so',
};

describe('a link of its chain', () => {
  const link = {
    ...{ id: 'x', source_id: 'y', position: 0, label: 'an aide', verb: 'said', mode: 'direct' },
    ...{ anonymous: true, date: '2026', note: sealed('e') },
  };
  const shown = { label: 'an aide', verb: 'said', mode: 'direct', anonymous: true, date: '2026' };
  const note = { [sealOf('e')]: 'by telephone' };

  it('has its note for the desk, while that is there', () => {
    expect(linkAsOf(link, note, true)).toEqual({ ...shown, note: 'by telephone' });
    expect(linkAsOf(link, note, false)).toEqual({ ...shown, note: null });
    expect(linkAsOf(link, {}, true)).toEqual({ ...shown, note: null });
  });

  it('has nothing where its event says nothing', () => {
    const bare = { label: null, verb: null, mode: 'indirect', anonymous: false, date: null, note: null };
    expect(linkAsOf({ mode: 'indirect' }, {}, true)).toEqual(bare);
  });
});

describe('how a claim was described', () => {
  it('names every field in the words of the API, and the notes of the desk to the desk alone', () => {
    expect(describedAsOf(row, words, false)).toEqual(forReaders);
    expect(describedAsOf(row, words, true)).toEqual({
      ...forReaders,
      dateBasis: 'said so',
      worthiness: 'much repeated',
      fidelityNote: 'shortened',
      leads: ['https://example.org'],
    });
  });

  it('leaves out words that were erased, as a row does that never had any', () => {
    const wordless = Object.fromEntries(
      Object.entries(row).filter(([, cell]) => sealsOf({ cell }).length === 0),
    );
    const notes = { dateBasis: null, worthiness: null, fidelityNote: null, leads: [] };
    const empty = { ...forReaders, ...notes, glosses: {}, modality: null };
    expect(describedAsOf(row, {}, true)).toEqual(empty);
    expect(describedAsOf(wordless, words, true)).toEqual(empty);
  });

  it('begins as every claim does where its events say nothing of a field', () => {
    expect(describedAsOf({ kind: 'assertion', language: 'en' }, {}, false)).toEqual({
      externalId: null,
      kind: 'assertion',
      secondaryKinds: [],
      language: 'en',
      topics: [],
      priority: 'normal',
      modality: null,
      statementDate: null,
      test: false,
      glosses: {},
    });
  });

  it('asks for the words of all its seals, and of nothing else', () => {
    expect(sealsOf(row).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map(sealOf));
    expect(sealsOf({ kind: 'denial', glosses: {} })).toEqual([]);
  });
});
