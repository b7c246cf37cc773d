/** PURE: what the API answered, as a sentence for a person: with the names of fields as the screen has them, and no pointers. */
import { containBidi, isolateIn } from '../../../src/domain/text/contain-bidi.js';
import { directionOf, directionOfText } from '../../../src/domain/text/direction.js';
import type { Language } from '../../../src/domain/text/languages.js';

interface Problem {
  detail: string;
  errors?: readonly { pointer: string; message: string }[] | undefined;
}
type Fields = Readonly<Record<string, string>>;

/** Where everything that is wrong is named by its field, the sentence about the whole request says nothing more. */
export function sayProblem({ detail, errors = [] }: Problem, fields: Fields, language: Language): string {
  const direction = directionOf(language);
  // What is not said in the language of the desk runs in its own direction.
  const isolate = (text: string): string =>
    directionOfText(text) === direction ? containBidi(text) : isolateIn(direction, text);
  const faults = errors.map(({ pointer, message }) => {
    const name = fields[pointer];
    return name === undefined ? isolate(message) : `${name}: ${isolate(message)}`;
  });
  const areNamed = errors.length > 0 && errors.every(({ pointer }) => fields[pointer] !== undefined);
  return [...(areNamed ? [] : [isolate(detail)]), ...new Set(faults)].join(' ');
}

/** What is wrong at each of these fields, by their pointers; and whether that is all that is wrong. */
export function faultsAt(
  { errors = [] }: Pick<Problem, 'errors'>,
  pointers: readonly string[],
): { at: Fields; isAll: boolean } {
  const at: Record<string, string> = {};
  for (const { pointer, message } of errors)
    if (pointers.includes(pointer))
      at[pointer] = at[pointer] === undefined ? message : `${at[pointer]} ${message}`;
  return { at, isAll: errors.length > 0 && errors.every(({ pointer }) => pointers.includes(pointer)) };
}
