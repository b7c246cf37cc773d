import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  isTimeElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';

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
    return isArgumentElement(element) || isTimeElement(element) ? [element.value] : [];
  });

describe('the words of the desk', () => {
  test('are there in both languages, with the same values in them', () => {
    expect(Object.keys(arabic)).toEqual(Object.keys(english));
    for (const [name, text] of Object.entries(english)) {
      const [here, there] = [text, arabic[name] ?? ''].map((one) => new Set(argumentsOf(parse(one))));
      expect(there, name).toEqual(here);
    }
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

  test('are written in the script of their language', () => {
    const latin = Object.entries(arabic).filter(([, text]) => !/\p{Script=Arabic}/u.test(text));
    expect(latin).toEqual([]);
  });

  test('are all used', () => {
    const code = filesOf('.tsx')
      .concat(filesOf('.ts'))
      .map(({ text }) => text)
      .join('\n');
    const beginnings = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, start]) => start ?? '');
    const unused = Object.keys(english).filter(
      (name) => !code.includes(`'${name}'`) && !beginnings.some((start) => name.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

test('styles name no left and no right: the page runs both ways', () => {
  const physical =
    /\b(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)|(?<!to )\b(?:left|right)\s*:|text-align:\s*(?:left|right)|float:)/g;
  const found = filesOf('.css').flatMap(({ name, text }) =>
    [...text.matchAll(physical)].map(([match]) => `${name}: ${match}`),
  );
  expect(found).toEqual([]);
});
