import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnSegments, segmentsOf, type Span } from '../../../web/src/text/segments.rules.js';

/** Arabic with vowel marks, Latin, signs beyond one UTF-16 unit, line breaks. */
const letters = fc.constantFrom('ك', 'ُ', 'ت', ' ', 'a', 'b', '\n', '😀', '‏', '١');
const texts = fc.array(letters, { maxLength: 60 }).map((all) => all.join(''));

const spansIn = (text: string): fc.Arbitrary<Span[]> => {
  const last = Array.from(text).length;
  return fc.array(
    fc.tuple(fc.nat({ max: last }), fc.nat({ max: last }), fc.uuid()).map(([one, other, id]) => ({
      id,
      start: Math.min(one, other),
      end: Math.max(one, other),
    })),
    { maxLength: 8 },
  );
};
const cases = texts.chain((text) => fc.tuple(fc.constant(text), spansIn(text)));

test('the segments of a text are the text again, whatever quotes overlap in it', () => {
  fc.assert(
    fc.property(cases, ([text, spans]) => {
      const paragraphs = segmentsOf(text, spans);
      expect(paragraphs.map((segments) => segments.map((one) => one.text).join('')).join('\n')).toBe(text);
    }),
  );
});

test('the segments of a quote are its words, without the line breaks between paragraphs', () => {
  fc.assert(
    fc.property(cases, ([text, spans]) => {
      const all = segmentsOf(text, spans).flat();
      for (const { id, start, end } of spans) {
        const words = all.filter(({ ids }) => ids.includes(id)).map((one) => one.text);
        expect(words.join('')).toBe(Array.from(text).slice(start, end).join('').replaceAll('\n', ''));
      }
    }),
  );
});

test('a quote that lies outside of its text is not drawn', () => {
  expect(segmentsOf('abc', [{ id: 'x', start: 2, end: 9 }])).toEqual([[{ text: 'abc', ids: [] }]]);
});

test('a quote within the own one, and two on the same words, are each reached by the keys and named where they are', () => {
  const spans = [
    { id: 'own', start: 0, end: 6 },
    { id: 'inner', start: 2, end: 4 },
    { id: 'one', start: 7, end: 9 },
    { id: 'other', start: 7, end: 9 },
  ];
  const [paragraph = []] = segmentsOf('abcdef gh', spans);
  expect(drawnSegments(paragraph, 'own')).toEqual([
    { text: 'ab', ids: ['own'], id: 'own', isFirst: true },
    { text: 'cd', ids: ['own', 'inner'], id: 'own', isFirst: true },
    { text: 'ef', ids: ['own'], id: 'own', isFirst: false },
    { text: ' ', ids: [], id: undefined, isFirst: false },
    { text: 'gh', ids: ['one', 'other'], id: 'other', isFirst: true },
  ]);
});
