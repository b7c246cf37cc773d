/** The picture of a claim: each line runs as its language does, and a letter that cannot be drawn takes no others with it. */
import { describe, expect, it } from 'vitest';
import { drawCard, type Card } from '../../src/domain/publishing/card/card.js';
import { drawable } from '../../src/domain/publishing/card/drawable.js';

const measure = (text: string, size: number): number => Array.from(text).length * size * 0.5;
const linesOf = (card: Partial<Card>): string[] =>
  Array.from(
    drawCard(
      {
        ...{
          direction: 'rtl',
          publisher: 'Desk',
          rating: null,
          claim: null,
          notice: null,
          foot: '3 يونيو · C34',
        },
        ...card,
      },
      { regular: measure, bold: measure },
    ).matchAll(/<text[^>]*>([^<]*)</g),
    ([, line = '']) => line,
  );

describe('a line in two scripts', () => {
  it('runs from right to left where it is Arabic, and is closed at its end', () => {
    const text = 'قالت Reuters إن القرار (2006) سقط';
    const said = linesOf({ claim: { language: 'ar', text } }).filter((line) => line.includes('Reuters'));
    expect(said).toEqual([`\u202B«${text}»\u202C`]);
    expect(linesOf({}).at(-1)).toBe('\u202B3 يونيو · C34\u202C');
  });

  it('runs from left to right where it is not, whichever way the card does', () => {
    const text = 'Reuters said إن القرار was not kept';
    for (const direction of ['rtl', 'ltr'] as const)
      expect(linesOf({ direction, claim: { language: 'en', text } })).toContain(`\u202A“${text}”\u202C`);
    expect(linesOf({ rating: { language: 'en', text: 'False', polarity: 'refutes' } })).toContain(
      '\u202AFalse\u202C',
    );
  });

  it('brings no controls of its own', () => {
    const [said] = linesOf({ claim: { language: 'ar', text: 'نص\u202E x \u2067ع' } }).slice(-2);
    expect(said).toBe('\u202B«نص x ع»\u202C');
  });
});

describe('what can be drawn of a text', () => {
  const drawn = (text: string) => drawable(text, (code) => code < 0x700 || code === 0x2026);

  it.each([
    ['قال 習近平 ذلك', 'قال … ذلك'],
    ['نص 習 近平 آخر', 'نص … آخر'],
    ['習近平 said so', '… said so'],
    ['done 🚀🚀', 'done …'],
    ['كما هو', 'كما هو'],
    ['', ''],
  ])('%s is %s', (text, shown) => {
    expect(drawn(text)).toBe(shown);
  });

  it('is nothing where most of its letters are missing', () => {
    expect(drawn('習近平在平壤 x')).toBeUndefined();
    expect(drawn('習')).toBeUndefined();
  });
});
