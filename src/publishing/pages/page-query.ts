/** PURE: what is asked for in the address of a page. */
import { languages, type Language } from '../../domain/text/languages.js';

/** A language that pages are written in. */
export const isPageLanguage = (tag: string): tag is Language =>
  (languages as readonly string[]).includes(tag);

/** The first value of a parameter of the query; nothing for an empty one. */
export function parameterOf(
  { query }: { query: Readonly<Record<string, unknown>> },
  name: string,
  longest = 200,
): string | undefined {
  const [first] = [query[name]].flat();
  return textIn(first, longest);
}

function textIn(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  // Cut first: a cut may leave half of a character. What cannot be stored is in no text.
  return value.slice(0, longest).replace(/\0|\p{Surrogate}/gu, '');
}

/** As many as the API takes. */
const mostValues = 50;

/** Several values: the name repeated, or commas between them; each once, in order. */
export function valuesOf({ query }: { query: Readonly<Record<string, unknown>> }, name: string): string[] {
  const given = [query[name]].flat().filter((one) => typeof one === 'string');
  const values = given.flatMap((one) => one.split(',', mostValues)).slice(0, mostValues);
  return [...new Set(values.flatMap((value) => textIn(value.trim(), 200) ?? []))].sort();
}
