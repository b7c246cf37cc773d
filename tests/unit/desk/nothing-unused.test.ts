import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { polarities } from '../../../src/domain/rating/polarity.js';
import { relationTypes } from '../../../src/domain/claim/relation.js';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (folder: string, ending: RegExp): { name: string; text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));

const code = read('web/src', /\.tsx?$/);
const tests = [...read('tests/unit/desk', /\.ts$/), ...read('tests/web', /\.ts$/)];
const names = (text: string, word: string): boolean =>
  new RegExp(String.raw`(?<![\w-])${word}(?![\w-])`).test(text);

test('what a file of the desk exports is imported by another', () => {
  const unused = code.flatMap(({ name, text }) =>
    [...text.matchAll(/^export (?:async )?(?:const|function|interface|type|class) (\w+)/gm)]
      .map(([, exported = '']) => exported)
      .filter(
        (exported) =>
          ![...code, ...tests].some((other) => other.name !== name && names(other.text, exported)),
      )
      .map((exported) => `${name}: ${exported}`),
  );
  expect(unused).toEqual([]);
});

test('every class of the styles is on something', () => {
  const written = code.map(({ text }) => text).join('\n');
  const beginnings = [...written.matchAll(/([\w]+-)\$\{/g)].map(([, start]) => start ?? '');
  const isUsed = (name: string): boolean =>
    names(written, name) ||
    (relationTypes as readonly string[]).includes(name) ||
    beginnings.some((start) => name.startsWith(start));
  const styles = read('web/src', /\.css$/).map(({ text }) =>
    text.replaceAll(/url\([^)]*\)|\/\*.*?\*\//gs, ''),
  );
  const classes = new Set(
    styles.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name ?? '')),
  );
  expect(classes.size).toBeGreaterThan(20);
  expect([...classes].filter((name) => !isUsed(name))).toEqual([]);
});

test('every icon of the table is drawn somewhere', () => {
  const table = code.find(({ name }) => name.endsWith('icon.tsx'))?.text ?? '';
  const others = code.filter(({ name }) => !name.endsWith('icon.tsx')).map(({ text }) => text);
  const icons = [...table.matchAll(/^ {2}(\w+): [A-Z]\w+,$/gm)].map(([, name]) => name ?? '');
  expect(icons.length).toBeGreaterThan(5);
  // A rating is drawn with the icon of its polarity.
  const drawn = new Set<string>(polarities);
  expect(
    icons.filter(
      (icon) => !drawn.has(icon) && !others.some((text) => new RegExp(`['"]${icon}['"]`).test(text)),
    ),
  ).toEqual([]);
});
