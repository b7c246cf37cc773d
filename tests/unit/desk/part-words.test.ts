import { describe, expect, test } from 'vitest';
import english from '../../../web/src/language/messages/en.json' with { type: 'json' };
import { changedTexts, type Said } from '../../../web/src/approve/part-words.rules.js';
import { anEdition, type EditionDocument } from './an-edition.js';

/** Names of messages with their values: what is said stands in `messages`. */
const words = Object.assign(
  (message: string, values: Record<string, string> = {}) => [message, ...Object.values(values)].join(' '),
  { known: (prefix: string, code: string) => (english as Record<string, string>)[prefix + code] ?? code },
) as unknown as Said['words'];
const said: Said = {
  language: 'en',
  words,
  rating: (slug) => slug.toUpperCase(),
  day: (at) => at.slice(0, 10),
};

const other = (change: object): EditionDocument => ({ ...anEdition, ...change });
const changed = (part: Parameters<typeof changedTexts>[0], change: object) =>
  changedTexts(part, anEdition, other(change), said);

describe('the parts of an edition in words', () => {
  test('are a text for each thing that is not as it was', () => {
    const [asked] = anEdition.contacts;
    const more = { ...asked, id: 'more', outcome: 'declined', text: 'No comment' };
    expect(changed('contacts', { contacts: [asked, more] })).toEqual([
      {
        key: 'more',
        language: undefined,
        before: '',
        after: expect.stringContaining('No comment') as string,
      },
    ]);
    expect(changed('contacts', { contacts: [] })).toMatchObject([
      { before: expect.stringContaining('The ministry') as string, after: '' },
    ]);
    expect(changed('evidence', {})).toEqual([]);
  });

  test('have a line for each of those who passed it on', () => {
    const [inner] = anEdition.chain.from;
    const [leaf] = inner?.from ?? [];
    const chain = { ...anEdition.chain, from: [{ ...inner, from: [{ ...leaf, label: 'A minister' }] }] };
    expect(changed('chain', { chain })).toEqual([
      {
        ...{ key: 'chain', language: undefined },
        before:
          'An article · in its own voice\n– unnamed · reported\n– – A spokesman «said» · reported · December 2023',
        after:
          'An article · in its own voice\n– unnamed · reported\n– – A minister «said» · reported · December 2023',
      },
    ]);
  });

  test('are compared language by language, each as such', () => {
    const claim = { ...anEdition.claim, glosses: { fr: 'Il en était ainsi', en: 'It was so' } };
    expect(changed('glosses', { claim })).toEqual([
      { key: 'fr', language: 'fr', before: 'Il en est ainsi', after: 'Il en était ainsi' },
      { key: 'en', language: 'en', before: '', after: 'It was so' },
    ]);
  });

  test('keep the words of others from turning round what stands beside them', () => {
    const [asked] = anEdition.contacts;
    const [part] = changed('contacts', { contacts: [{ ...asked, label: 'الوزارة' }] });
    expect(part?.after).toMatch(/^\u2068الوزارة\u2069 · /);
  });

  test.each([
    ['topics', { claim: { ...anEdition.claim, topics: ['arms', 'trade'] } }, 'arms · trade'],
    ['kind', { claim: { ...anEdition.claim, secondaryKinds: [] } }, 'Accusation'],
    ['statementDate', { claim: { ...anEdition.claim, statementDate: '2024' } }, '2024'],
    [
      'article',
      { article: { ...anEdition.article, title: 'Another' } },
      'Another · 2 January 2024 · \u2068https://paper.test/one\u2069',
    ],
    [
      'conflicts',
      { conflicts: anEdition.conflicts.map((one) => ({ ...one, theirs: 'unproven' })) },
      'C40 denies C34 · approval.clashRatings TRUE UNPROVEN',
    ],
    [
      'correction',
      { correction: { ...anEdition.correction, note: { removed: 'note' } } },
      english['reason.new_evidence'],
    ],
  ] as const)('say what they are now: %s', (part, change, after) => {
    expect(changed(part, change)).toMatchObject([{ after }]);
  });
});
