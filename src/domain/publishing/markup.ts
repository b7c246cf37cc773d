/** PURE: text inside XML and HTML. */

/** Controls, surrogates that stand alone, and what is no character at all. */
const suspect = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** XML 1.0 has no way to hold most of these, not even escaped; they are shown as missing rather than left out. */
export const printable = (text: string): string =>
  text.replace(suspect, (character) => (/[\t\n\r\u007F-\u009F]/.test(character) ? character : '\uFFFD'));

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would make a line feed of it.
  '\r': '&#13;',
};

/** For text and for attributes in quotes, in XML and in HTML. */
export const escape = (text: string): string =>
  printable(text).replace(/[&<>"'\r]/g, (character) => escapes[character] ?? '');

type Attributes = Readonly<Record<string, string>>;

/** An element; `content` is markup already, its text escaped. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escape(value)}"`)
    .join('');
  return content.length === 0 ? `<${name}${given}/>` : `<${name}${given}>${content.join('')}</${name}>`;
}

export const textElement = (name: string, text: string, attributes: Attributes = {}): string =>
  element(name, attributes, escape(text));

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
