/** PURE: what all pages are put together from. Text of others always says its language and direction. */
import type { Polarity } from '../../rating/polarity.js';
import { containBidi } from '../../text/contain-bidi.js';
import { directionOfText } from '../../text/direction.js';
import { isRemoved, type Words } from '../../edition/read-edition.js';
import { textFor, type TextIn } from '../../text/nearest-language.js';
import { element, escape } from '../markup.js';
import { words as feedWords } from '../feed-words.js';
import type { Reader } from './reader.js';

type Attributes = Readonly<Record<string, string>>;

/** Words of this page's own. */
export const plain = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escape(text));

/** Words of somebody, in a language that is known. */
export const spoken = (name: string, { language, text }: TextIn, attributes: Attributes = {}): string =>
  element(
    name,
    { ...attributes, lang: language, dir: directionOfText(text, language) },
    escape(containBidi(text)),
  );

/** Words of somebody in whichever language: a name, a note. */
export const foreign = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, { ...attributes, dir: 'auto' }, escape(containBidi(text)));

/** Refs, hosts, fingerprints: they run from left to right wherever they stand. */
export const code = (text: string, attributes: Attributes = {}): string =>
  element('bdi', { dir: 'ltr', ...attributes }, escape(containBidi(text)));

/** What the reader is given of a text: in the nearest language, or that it was removed. */
export function wordsFor(text: Words | null, reader: Reader, own: string): TextIn | undefined {
  if (text === null) return undefined;
  if (typeof text === 'string') return { language: own, text };
  if (isRemoved(text)) return { language: reader.frame, text: feedWords[reader.frame].removed };
  return textFor(text, reader.language, own);
}

/** A note, in a language that nobody wrote down. */
export const noteFor = (name: string, text: Words, { frame }: Reader, attributes: Attributes = {}): string =>
  typeof text === 'string'
    ? foreign(name, text, attributes)
    : plain(name, feedWords[frame].removed, { ...attributes, class: 'removed' });

/** One line in our words, with markup at `{name}`. */
export const line = (form: string, values: Readonly<Record<string, string>>): string =>
  form
    .split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? (values[part.slice(1, -1)] ?? '') : escape(part)))
    .join('');

export const section = (id: string, heading: string, ...content: string[]): string =>
  element('section', { 'aria-labelledby': id }, plain('h2', heading, { id }), ...content);

export const list = (items: readonly string[], attributes: Attributes = {}): string =>
  element('ul', attributes, ...items.map((item) => element('li', {}, item)));

export const link = (href: string, content: string, attributes: Attributes = {}): string =>
  /^https?:\/\/|^mailto:|^\/|^\?|^#/i.test(href) ? element('a', { href, ...attributes }, content) : content;

/** Of an address, what a reader knows it by. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

const shapes: Readonly<Record<Polarity, string>> = {
  supports: 'M8 12.5l2.8 2.8L16 9.5',
  refutes: 'M9 9l6 6M15 9l-6 6',
  neutral: 'M8 12h8',
};

/** Never alone: the word stands beside it. */
export const mark = (polarity: Polarity): string =>
  element(
    'svg',
    { class: `mark ${polarity}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    element('circle', { cx: '12', cy: '12', r: '10' }, ''),
    element('path', { d: shapes[polarity] }, ''),
  );
