/** PURE: what of the text of a page is its matter. */

import { makeStorable } from '../text/wellformed.js';

/** A run of text between two breaks. */
export interface Block {
  text: string;
  /** How many of its characters are links. */
  linked: number;
  /** In a menu, a header, a footer or the like. */
  aside: boolean;
  /** In what the page marks as its article. */
  matter: boolean;
}

export const isReadable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What an article has at least; less is the frame of one that a script fills in. */
const leastMatter = 140;

/** The text worth reading: what the page marks as its matter; else what is not beside it; else all there is. */
export function chooseText(blocks: readonly Block[]): string {
  const own = blocks.filter(({ aside, matter }) => matter && !aside);
  const about = blocks.filter(({ aside }) => !aside);
  const choice = [prose(own), prose(about), blocks].find(
    (some, index) => join(some).length >= (index === 0 ? leastMatter : 1),
  );
  return join(choice ?? []);
}

/** Without lists of links, unless there is nothing else. */
function prose(blocks: readonly Block[]): readonly Block[] {
  const unlinked = blocks.filter(({ text, linked }) => linked * 2 <= text.trim().length);
  return unlinked.length > 0 ? unlinked : blocks;
}

const join = (blocks: readonly Block[]): string => blocks.map(({ text }) => tidy(text)).join('\n');

/**
 * White space in runs is one space, as a browser shows it. Bidirectional controls stay: without them the text
 * would be read in another order. Other controls cannot be shown, and NUL cannot be stored.
 */
export const tidy = (text: string): string =>
  makeStorable(text)
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .trim();

/** The beginning, up to so many characters, ended where a word ends. */
export function clip(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join('');
  const isWhole = /\s/u.test(characters[most - 1] ?? ' ');
  const word = isWhole ? cut.trimEnd() : /^([^]*\S)\s+\S{0,40}$/u.exec(cut)?.[1];
  return `${word ?? cut}…`;
}

/** Whether this is text at all, and not something else that was read as text. */
export function looksLikeText(text: string): boolean {
  const start = text.slice(0, 8_192);
  const odd = start.match(/(?![\t\n\f\r])[\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return odd <= start.length / 20;
}
