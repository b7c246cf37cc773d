/** What is said in Arabic is what is said in English: the same commands, names, pictures, links and parts. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.js';

const pairs = [
  ['README.md', 'README.ar.md'],
  ['docs/DESK.md', 'docs/DESK.ar.md'],
] as const;

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([whole, part]) => part ?? whole);

/** Blocks of commands, whole. */
const commandsIn = (text: string): string[] => all(text, /^```sh\n(.*?)^```/gms);
/** Names in the text itself: settings, paths, commands, keys. */
const namesIn = (text: string): string[] => all(text.replace(/^```.*?^```/gms, ''), /`([^`]+)`/g).sort();
const headingsIn = (text: string): string[] => all(text, /^(#+) /gm);
const rowsIn = (text: string): number[] => all(text, /^\|.*\|$/gm).map((row) => row.split('|').length);
const linksIn = (text: string): string[] => all(text, /\]\(([^)]+)\)/g);

/** The language is part of a picture's name, and of a document's where it has one in Arabic. */
const inEither = (link: string): string =>
  link.replace(/\.(?:ar|en)\.webp$/, '.webp').replace(/\.ar\.md$/, '.md');

describe.each(pairs)('%s in Arabic', (english, arabic) => {
  const [en, ar] = [read(english), read(arabic)];

  it('has the same parts, tables and blocks of commands', () => {
    expect(headingsIn(ar)).toEqual(headingsIn(en));
    expect(rowsIn(ar)).toEqual(rowsIn(en));
    expect(commandsIn(ar)).toEqual(commandsIn(en));
  });

  it('names the same settings, paths and keys', () => {
    expect(namesIn(ar)).toEqual(namesIn(en));
  });

  it('leads to the same documents and pictures, which are there', () => {
    const withoutEachOther = (links: string[]): string[] =>
      links.map(inEither).filter((link) => link !== 'README.md');
    expect(withoutEachOther(linksIn(ar))).toEqual(withoutEachOther(linksIn(en)));
    for (const link of linksIn(ar))
      expect([link, existsSync(join(projectRoot, dirname(arabic), link))]).toEqual([link, true]);
  });

  it('runs from right to left, and is written in Arabic letters', () => {
    expect(ar).toMatch(/^<div dir="rtl">\n/);
    const text = ar.replace(/```.*?```|`[^`]*`|\]\([^)]*\)|<[^>]+>/gs, '');
    const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    expect(count(/\p{Script=Arabic}/gu)).toBeGreaterThan(5 * count(/\p{Script=Latin}/gu));
  });
});
