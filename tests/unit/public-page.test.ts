/** What pages and cards are put together from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/domain/publishing/card/break-lines.js';
import { edtfOf } from '../../src/domain/publishing/page/dates.js';
import { languageName } from '../../src/domain/text/language-name.js';
import { line, link, spoken } from '../../src/domain/publishing/page/parts.js';
import { piecesOf } from '../../src/domain/publishing/page/prose.js';
import { queryOf } from '../../src/domain/publishing/page/paths.js';
import { languagesAmong, type PublicClaim } from '../../src/domain/publishing/page/public-claim.js';
import { relationSections } from '../../src/domain/publishing/page/relations.js';
import { readerOf } from '../../src/domain/publishing/page/reader.js';
import { style } from '../../src/domain/publishing/page/style.js';
import { scaleOf } from '../../src/domain/publishing/page/verdict.js';
import { arabic } from '../../src/domain/publishing/page/page-words.ar.js';
import { english } from '../../src/domain/publishing/page/page-words.en.js';
import { containBidi } from '../../src/domain/text/contain-bidi.js';
import { diffWords } from '../../src/domain/text/diff-words.js';
import { languageFor } from '../../src/domain/text/languages.js';
import { pageNamed } from '../../src/publishing/pages/named-page.js';

const controls = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];
const turning = fc
  .array(fc.oneof(fc.constantFrom(...controls), fc.constantFrom('a', 'ب', ' ')), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('text whose controls are contained', () => {
  /** By UAX 9: whether every isolate and embedding that is opened is closed, and nothing else is. */
  const isBalanced = (text: string): boolean => {
    const open: string[] = [];
    for (const character of text) {
      if (/[\u202A\u202B\u202D\u202E]/.test(character)) open.push('\u202C');
      else if (/[\u2066-\u2068]/.test(character)) open.push('\u2069');
      else if (character === '\u202C') {
        if (open.pop() !== '\u202C') return false;
      } else if (character === '\u2069') {
        while (open.at(-1) === '\u202C') open.pop();
        if (open.pop() !== '\u2069') return false;
      }
    }
    return open.length === 0;
  };

  it('opens and closes what it does to others, and keeps every other character', () => {
    fc.assert(
      fc.property(turning, (text) => {
        const contained = containBidi(text);
        const letters = (some: string): string => some.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
        return (
          isBalanced(contained) &&
          letters(contained) === letters(text) &&
          containBidi(contained) === contained
        );
      }),
      { numRuns: 500 },
    );
  });

  it('stays as it is where it was well formed', () => {
    for (const text of ['plain', '\u2067عربي\u2069 x', '\u202Bعربي \u2068a\u2069\u202C'])
      expect(containBidi(text)).toBe(text);
    expect(containBidi('\u2069\u202E x')).toBe('\u202E x\u202C');
  });
});

describe('what became of a text', () => {
  const text = fc
    .array(fc.constantFrom('كرّم', 'كرم', 'a', 'b', 'c', 'd\u0301'), { maxLength: 12 })
    .map((words) => words.join(' '));

  it('gives both texts back: without what was added the old, without what was removed the new', () => {
    const bare = (some: string): string => some.split(/\s+/).filter(Boolean).join(' ');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after);
        const without = (kind: string): string =>
          bare(
            runs
              .filter((run) => run.kind !== kind)
              .map((run) => `${run.text} `)
              .join(''),
          );
        return without('added') === bare(before) && without('removed') === bare(after);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a word and its vowel marks together', () => {
    expect(diffWords('قال كرم أمس', 'قال كرّم أمس')).toEqual([
      { kind: 'same', text: 'قال ' },
      { kind: 'removed', text: 'كرم ' },
      { kind: 'added', text: 'كرّم ' },
      { kind: 'same', text: 'أمس' },
    ]);
  });
});

describe('a rationale', () => {
  const linked = (text: string): string[] =>
    piecesOf(text, 2).flatMap((piece) => (piece.kind === 'link' ? [piece.href] : []));

  it.each([
    ['See https://a.test/x?y=1&z=2, and http://b.test.', ['https://a.test/x?y=1&z=2', 'http://b.test/']],
    ['(https://a.test/x)', ['https://a.test/x']],
    ['انظر https://a.test/س؛ ثم', ['https://a.test/%D8%B3']],
    ['javascript:alert(1) data:text/html,x ftp://a.test www.a.test', []],
    ['https://bank.test@evil.test/', []],
    ['https://a.test/\u202Egpj.exe', ['https://a.test/']],
    ['https:// http://', []],
    ['"https://a.test/"onclick="x"', ['https://a.test/']],
  ])('leads to addresses of the web and to nothing else: %s', (text, found) => {
    expect(linked(text)).toEqual(found);
  });

  it('leaves to words an address that is too long to follow', () => {
    const address = (length: number): string => 'https://a.test/'.padEnd(length, 'x');
    expect(piecesOf(`${address(2_000)}...`, 0)).toEqual([
      { kind: 'link', text: address(2_000), href: address(2_000) },
      { kind: 'text', text: '...' },
    ]);
    expect(piecesOf(address(2_001), 0)).toEqual([{ kind: 'text', text: address(2_001) }]);
  });

  it.each([
    ['dots', (length: number) => `https://a.test/${'.'.repeat(length)}x`],
    ['references', (length: number) => '[E1] '.repeat(length / 5)],
    ['addresses', (length: number) => 'http://a.b '.repeat(length / 11)],
  ])('takes no longer for each letter when there are many: %s', (_name, textOf) => {
    const fastest = (length: number): number => {
      const text = textOf(length);
      const took = Array.from({ length: 5 }, () => {
        const start = performance.now();
        piecesOf(text, 2);
        return performance.now() - start;
      });
      return Math.min(...took);
    };
    expect(fastest(60_000)).toBeLessThan(150);
  });

  it('is the same text again, whatever is cut out of it', () => {
    const parts = fc.constantFrom(
      '[E1]',
      '[E3]',
      'https://a.test/b',
      '. ',
      'x',
      'قال ',
      '[',
      ']',
      '@',
      '\u202E',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (some) => {
        const text = some.join('');
        const pieces = piecesOf(text, 2);
        return pieces.map((piece) => piece.text).join('') === text;
      }),
    );
  });
});

describe('lines of a picture', () => {
  const measure = (text: string, size: number): number => Array.from(text).length * size;
  const room = {
    width: 100,
    sizes: [
      { size: 10, lines: 2 },
      { size: 5, lines: 3 },
    ],
  };

  it('are as large as fits, and never wider or more than there is room for', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 20 }), (words) => {
        const { size, lines } = breakLines(words.join(' '), measure, room);
        const most = size === 10 ? 2 : 3;
        return lines.length <= most && lines.every((one) => measure(one, size) <= room.width);
      }),
    );
    expect(breakLines('one two three', measure, room)).toEqual({ size: 10, lines: ['one two', 'three'] });
  });

  it('break a word that is wider than a line, and say where a text was cut', () => {
    expect(breakLines('x'.repeat(25), measure, room)).toEqual({
      size: 5,
      lines: ['x'.repeat(20), 'x'.repeat(5)],
    });
    expect(breakLines('ten '.repeat(40), measure, room).lines.at(-1)).toMatch(/ten …$/);
  });
});

describe('an address of a page', () => {
  const publisher = {
    name: 'Desk',
    url: 'https://xn--pgbg7da.xn--wgbh1c',
    reviewUrl: 'https://news.example/{language}/fact?id={ref}',
  };

  it.each([
    ['https://xn--pgbg7da.xn--wgbh1c/ar/claims/C34', { ref: 'C34', language: 'ar' }],
    ['https://تحقق.مصر:443/claims/C34/?utm=1#x', { ref: 'C34', language: undefined }],
    ['https://news.example/en/fact?id=C34', { ref: 'C34', language: 'en' }],
    ['HTTPS://تحقق.مصر/ar/claims/a%2Db', { ref: 'a-b', language: 'ar' }],
    ['https://desk.example/ar/claims/C34', undefined],
    ['//desk.example', undefined],
    ['https://تحقق.مصر/ar/claims/C34/embed', undefined],
    ['https://evil.example/https://تحقق.مصر/ar/claims/C34', undefined],
  ])('%s names %j', (address, named) => {
    expect(pageNamed(address, publisher)).toEqual(named);
  });
});

describe('the frame of a page', () => {
  it('speaks Arabic to readers of Arabic, and English to all others', () => {
    expect(['ar', 'ar-EG', 'en', 'fr', 'arc'].map(languageFor)).toEqual(['ar', 'ar', 'en', 'en', 'en']);
  });

  it('says the same things in both languages, with the same places to fill', () => {
    const places = (words: object): unknown =>
      Object.fromEntries(
        Object.entries(words).map(([name, value]: [string, unknown]) => [
          name,
          typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort() : places(value as object),
        ]),
      );
    expect(places(arabic)).toEqual(places(english));
  });

  it('escapes what is put in its sentences and attributes, and leads to addresses of the web only', () => {
    expect(line('A {x} <b>', { x: '<i>y</i>' })).toBe('A <i>y</i> &lt;b&gt;');
    expect(link('javascript:alert(1)', 'x')).toBe('x');
    expect(link('https://a.example/?a=1&b="', 'x')).toBe(
      '<a href="https://a.example/?a=1&amp;b=&quot;">x</a>',
    );
    expect(spoken('q', { language: 'fa', text: '<x>' })).toBe('<q lang="fa" dir="rtl">&lt;x&gt;</q>');
    expect(queryOf({ q: 'a&b', topic: undefined, rating: '' })).toBe('?q=a%26b');
  });

  it('marks up dates for machines, in the words of the reader', () => {
    const [ar, en] = [readerOf('ar'), readerOf('en')];
    expect(edtfOf('2024-06-17', ar)).toBe('<time datetime="2024-06-17">17 يونيو 2024</time>');
    expect(edtfOf('2024-06', en)).toBe('<time datetime="2024-06">June 2024</time>');
    expect(edtfOf('2024-06-XX', en)).toBe('<time datetime="2024-06">June 2024</time>');
    expect(edtfOf('2024-06-18T10:30:00Z', en)).toBe(
      '<time datetime="2024-06-18T10:30:00Z">18 June 2024</time> <bdi dir="ltr">10:30:00Z</bdi>',
    );
    expect(edtfOf('before the war', en)).toBe('<bdi dir="ltr">before the war</bdi>');
  });

  it('is in no language that nobody knows, and tells apart what differs by agreement only', () => {
    expect(languagesAmong(['und', 'fr', 'ar', 'und-Latn'])).toEqual(['ar', 'en', 'fr']);
    expect(['ar', 'ar-x-gulf', 'ar-x-levant'].map((tag) => languageName(tag))).toEqual([
      'العربية',
      'العربية (gulf)',
      'العربية (levant)',
    ]);
    expect(languageName('ar-u-nu-latn', 'en')).toBe('Arabic (u-nu-latn)');
    expect([languageName('und', 'ar'), languageName('und', 'en-u-nu-latn'), languageName('und')]).toEqual([
      'لغة غير معروفة',
      'unknown language',
      'unknown language',
    ]);
  });

  it('draws a rating at its place between refuted and supported', () => {
    const rating = {
      scale: 1,
      slug: 'x',
      labels: {},
      polarity: 'refutes' as const,
      value: 2,
      worst: 1,
      best: 5,
    };
    const places = (html: string): string =>
      Array.from(html.matchAll(/<i( class)?/g), ([, here]) => (here ? 'X' : '-')).join('');
    expect(places(scaleOf(rating, readerOf('en')))).toBe('-X---');
    expect(places(scaleOf({ ...rating, value: 100, worst: 0, best: 100 }, readerOf('en')))).toBe('------X');
    expect(scaleOf({ ...rating, polarity: 'neutral' }, readerOf('en'))).toContain('no place on the scale');
  });

  it('lays out by reading direction, never by left and right', () => {
    expect(style).not.toMatch(
      /[^-\w](?:left|right)\b|(?:margin|padding|border)-(?:left|right|top|bottom)|[;{](?:top|bottom|width|height|min-width|max-width):/,
    );
  });

  it('draws what stands below the first screen when a reader comes near, and prints all of it', () => {
    expect(style).toMatch(/section\{[^}]*content-visibility:auto;contain-intrinsic-size:auto /);
    expect(style).toMatch(/@media print\{.*section\{[^}]*content-visibility:visible/);
  });

  it('looks for few families of letters, because each is looked for in every size and weight', () => {
    for (const [, families = ''] of style.matchAll(/--(?:text|read):([^;}]+)/g))
      expect(families.split(',').length, families).toBeLessThanOrEqual(5);
    const weights = new Set(
      Array.from(style.matchAll(/font(?:-weight)?:(\d{3})\b/g), ([, weight]) => weight),
    );
    expect([...weights].sort()).toEqual(['400', '600']);
  });
});

describe('what a claim does to another', () => {
  const other = {
    claim: { id: 'b', ref: 'C2', language: 'ar', glosses: null, quote: { exact: 'قول' } },
    chain: { source: null, label: 'الوزير', anonymous: false, from: [] },
    verdict: { rating: { labels: {}, slug: 'false', polarity: 'refutes' }, rationale: {} },
    relations: [],
  };
  const relation = {
    ...{ id: 'r', type: 'partly_denies', direction: 'out' },
    claim: { id: 'b', ref: 'C2', language: 'ar', statement: 'قول', claimants: [] as object[] },
  };
  const pageWith = (related: object[], relations = [relation]): PublicClaim =>
    ({
      current: { edition: { claim: { id: 'a' }, relations, conflicts: [] } },
      related,
    }) as unknown as PublicClaim;
  const textOf = (page: PublicClaim, language: string): string =>
    relationSections(page, readerOf(language)).replace(/<[^>]*>/g, '');

  it('is done to what its claimant said, where that is known', () => {
    expect(textOf(pageWith([other]), 'ar')).toContain('ينفي بعض قول الوزير');
    expect(textOf(pageWith([other]), 'en')).toContain('denies in part what was said by الوزير');
    expect(textOf(pageWith([]), 'en')).toContain('denies in part');
    expect(textOf(pageWith([]), 'en')).not.toContain('said by');
  });

  it('is said before the name of whoever does it without a verb, whose gender is not known', () => {
    const { claim } = relation;
    const denied = { ...relation, type: 'denies', direction: 'in' };
    const claimants = [{ source: null, label: 'موسكو', anonymous: false }];
    const told = { ...denied, claim: { ...claim, claimants } };
    expect(textOf(pageWith([], [told]), 'ar')).toContain('نفيٌ من: موسكو');
    expect(textOf(pageWith([], [denied]), 'ar')).toContain('ينفيه ادعاء آخر');
    expect(textOf(pageWith([], [denied]), 'en')).toContain('denied by another claim');
  });

  it('names who said it as it was published, where nothing stands of that claim', () => {
    const claimants = [{ source: null, label: 'السفير', anonymous: false }];
    const told = { ...relation, claim: { ...relation.claim, claimants } };
    expect(textOf(pageWith([], [told]), 'ar')).toContain('ينفي بعض قول السفير');
    expect(textOf(pageWith([other], [told]), 'ar')).toContain('ينفي بعض قول الوزير');
  });
});
