import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  isArgumentElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTimeElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { inboxTypes, sentencesOf } from '../../../src/domain/inbox/sentences.js';
import { isLater } from '../../../web/src/language/later.rules.js';
import { arabic as arabicPage } from '../../../src/domain/publishing/page/page-words.ar.js';
import { english as englishPage } from '../../../src/domain/publishing/page/page-words.en.js';

const web = join(import.meta.dirname, '..', '..', '..', 'web', 'src');
const messages = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(web, 'language', 'messages', `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
const [arabic, english] = [messages('ar'), messages('en')];

const filesOf = (ending: string): { name: string; text: string }[] =>
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(web, name), 'utf8') }));

const argumentsOf = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (isPluralElement(element) || isSelectElement(element))
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
    return isArgumentElement(element) || isNumberElement(element) || isTimeElement(element)
      ? [element.value]
      : [];
  });

describe('the words of the desk', () => {
  test('are there in both languages, with the same values in them', () => {
    expect(Object.keys(arabic)).toEqual(Object.keys(english));
    for (const [name, text] of Object.entries(english)) {
      const [here, there] = [text, arabic[name] ?? ''].map((one) => new Set(argumentsOf(parse(one))));
      expect(there, name).toEqual(here);
    }
  });

  test('turn nothing round: what has hyphens, dots or underlines within an Arabic sentence is kept apart', () => {
    const turned = Object.entries(arabic).flatMap(([name, text]) => {
      const plain = text.replace(/\u2066[^\u2069]*\u2069|\{[^{}]*\}/g, '');
      return (plain.match(/\p{Nd}+(?:[-/.]\p{Nd}+)+|[A-Za-z]\w*(?:[-_/.]\w*)+/gu) ?? []).map(
        (one) => `${name}: ${one}`,
      );
    });
    expect(turned).toEqual([]);
  });

  test('count in all six Arabic forms', () => {
    for (const [name, text] of Object.entries(arabic)) {
      for (const element of parse(text).filter((one) => isPluralElement(one)))
        expect(Object.keys(element.options).sort(), name).toEqual([
          'few',
          'many',
          'one',
          'other',
          'two',
          'zero',
        ]);
    }
  });

  test('say each Arabic form where it belongs', () => {
    const intl = createIntl({ locale: 'ar', messages: arabic });
    const counted = Object.entries(arabic).filter(([, text]) => parse(text).some(isPluralElement));
    expect(counted.length).toBeGreaterThan(0);
    for (const [id, text] of counted) {
      const values = Object.fromEntries(argumentsOf(parse(text)).map((name) => [name, 7]));
      const [plural] = parse(text).filter(isPluralElement);
      const said = [0, 1, 2, 3, 11, 100].map((count) =>
        intl.formatMessage({ id }, { ...values, [plural?.value ?? '']: count }),
      );
      expect(new Set(said).size, id).toBe(6);
    }
  });

  test('say a span as it stands after a preposition: two of them are in the genitive', () => {
    const intl = createIntl({ locale: 'ar', messages: arabic });
    const said = (['day', 'hour', 'minute'] as const).map((unit) =>
      intl.formatMessage({ id: `span.${unit}` }, { count: 2 }),
    );
    expect(said).toEqual(['يومين', 'ساعتين', 'دقيقتين']);
    expect(intl.formatMessage({ id: 'span.both' }, { larger: '3 ساعات', smaller: '10 دقائق' })).toBe(
      '3 ساعات و10 دقائق',
    );
  });

  test('are written in the script of their language', () => {
    const latin = Object.entries(arabic).filter(([, text]) => !/\p{Script=Arabic}/u.test(text));
    expect(latin).toEqual([]);
  });

  test('write numbers in the digits of the member', () => {
    const numbers = new Set(['count', 'all', 'added', 'removed', 'revision']);
    for (const [name, text] of [...Object.entries(english), ...Object.entries(arabic)])
      for (const element of parse(text).filter((one) => isArgumentElement(one)))
        expect(numbers.has(element.value), `${name}: ${element.value}`).toBe(false);
  });

  test('call a thing what the public page calls it', () => {
    for (const [desk, page] of [
      [arabic, arabicPage],
      [english, englishPage],
    ] as const) {
      for (const [kind, word] of Object.entries(page.kinds))
        expect(desk[`kind.${kind}`]).toBe(desk === arabic ? word : word.toLowerCase());
      expect(desk['relation.applies_to']).toBe(page.relations.out['applies_to']);
    }
    const { revision } = arabicPage.status;
    expect(arabic['verdicts.revision']?.split(' ')[0]).toBe(revision.split(' ')[0]);
    for (const outcome of Object.keys(arabicPage.outcomes))
      expect(arabic[`contact.${outcome}`]).toBe(arabicPage.outcomes[outcome]);
    expect(arabic['norms.title']).toBe(arabicPage.norms.heading);
    expect(arabic['stance.for']).toBe(arabicPage.stances['for']);
    expect(arabic['stance.against']).toBe(arabicPage.stances['against']);
    for (const stage of ['triage', 'review', 'approval', 'correction'] as const) {
      const values = { stage, reason: null, actor: null };
      expect(sentencesOf('task.reminded', values).ar).toContain(arabic[`stage.${stage}`]);
    }
  });

  test('that come later are said by nothing that is there first', () => {
    const first = new Set<string>();
    const follow = (file: string): void => {
      if (first.has(file)) return;
      first.add(file);
      const text = readFileSync(file, 'utf8');
      const statically = /^(?:import|export|\}) [^;]*?from '(\.[^']+)\.js'/gm;
      // What opens over the first screen is there first, unless it waits for what comes later.
      const opened = file.endsWith('routes.tsx')
        ? []
        : text.matchAll(/\blate\(\(\) => import\('(\.[^']+)\.js'/g);
      for (const [, from = ''] of [...text.matchAll(statically), ...opened]) {
        const path = join(dirname(file), from);
        const source = [`${path}.tsx`, `${path}.ts`].find((one) => existsSync(one));
        if (source?.startsWith(web)) follow(source);
      }
    };
    for (const file of ['main.tsx', 'work/work-screen.tsx']) follow(join(web, file));
    expect(first.size).toBeGreaterThan(40);
    const names = Object.keys(english);
    // Keys are listed where all messages are there, and fields of a draft are no messages.
    const files = [...first].filter((file) => !/(?:keys\/keys|drafts\/draft\.rules)\.ts$/.test(file));
    const said = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/['`]([a-zA-Z]+\.[\w.]*)(?:['`]|\$\{)/g)]
        .map(([, start = '']) => start)
        .filter((start) => names.some((name) => name.startsWith(start))),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter(isLater)).toEqual([]);
    expect(Object.keys(english).filter(isLater).length).toBeGreaterThan(100);
  });

  test('are all used', () => {
    const code = filesOf('.tsx')
      .concat(filesOf('.ts'))
      .map(({ text }) => text)
      .join('\n');
    const beginnings = [...code.matchAll(/`([\w.]+\.)\$\{|known\('([\w.]+\.)'/g)].map(
      ([, start, known]) => start ?? known ?? '',
    );
    const unused = Object.keys(english).filter(
      (name) => !code.includes(`'${name}'`) && !beginnings.some((start) => name.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

test('what was approved out of turn is not called public before the second person has confirmed it', () => {
  const said = sentencesOf('verdict.glass_broken', { stage: null, reason: null, actor: 'Sara' });
  expect(said.ar).toContain('لا يُنشر قبل');
  expect(said.en).toContain('Nothing is public before');
});

test('a sentence of the inbox has no Arabic verb agree with whoever did it: nobody knows whether it is a woman', () => {
  const said = inboxTypes.map(
    (code) => sentencesOf(code, { stage: 'review', reason: null, actor: 'سارة' }).ar,
  );
  const named = said.filter((one) => one.includes('سارة'));
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((one) => !/(?:من|من جانب|بموافقة|بتأكيد) [\u2066-\u2069]?سارة/u.test(one))).toEqual([]);
});

test('keys keep their order in the Arabic pages', () => {
  const page = readFileSync(join(web, '..', '..', 'docs', 'DESK.ar.md'), 'utf8');
  const rows = page.split('\n').filter((row) => /^\|.*`(?:\[|Ctrl|Y)`?/u.test(row));
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row).toMatch(/^\| <bdo dir="ltr">`[^|]*`<\/bdo> \|/u);
  expect(readFileSync(join(web, 'parts', 'base.css'), 'utf8')).toMatch(
    /^kbd \{[^}]*direction: ltr;[^}]*unicode-bidi: isolate/m,
  );
});

test('styles name no left and no right: the page runs both ways', () => {
  const physical =
    /\b(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|(?<!to )\b(?:left|right)\s*:|text-align:\s*(?:left|right)|float:)/g;
  const found = filesOf('.css').flatMap(({ name, text }) =>
    [...text.matchAll(physical)].map(([match]) => `${name}: ${match}`),
  );
  expect(found).toEqual([]);
});
