/** What somebody is called in a language. */
import { primary } from './languages.js';
import type { TextIn } from './nearest-language.js';

export interface WithNames {
  /** The shown name; no text once it is withheld. */
  name: unknown;
  /** In the order in which they were given. */
  names: readonly TextIn[];
}

/** Those in that very language, otherwise those in another form of it. */
const namesIn = (names: readonly TextIn[], tag: string): readonly TextIn[] => {
  const very = names.filter(({ language }) => language === tag);
  return very.length > 0 ? very : names.filter(({ language }) => primary(language) === primary(tag));
};

/** In the first of `wanted` that has a name: the shown one where it is among them, otherwise the one given first. */
export function nameIn({ name, names }: WithNames, ...wanted: string[]): TextIn | undefined {
  const known = wanted.map((tag) => namesIn(names, tag)).find((some) => some.length > 0);
  return known?.find(({ text }) => text === name) ?? known?.[0];
}
