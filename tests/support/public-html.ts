/** What a test reads out of a public page. */

/** The texts of what is between two tags, tags taken out. */
export const textOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>|<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,،.;])/g, '');

/** The `<link>` elements of a relation, by their attributes. */
export const linksOf = (html: string, rel: string): Record<string, string>[] =>
  Array.from(html.matchAll(new RegExp(`<link rel="${rel}"([^>]*)/>`, 'g')), ([, attributes = '']) =>
    Object.fromEntries(
      Array.from(attributes.matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]),
    ),
  );

/** The JSON-LD of a page. */
export const markupOf = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');
