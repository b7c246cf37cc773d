/** PURE: what the API answered, as a sentence for a person: with the names of fields as the screen has them, and no pointers. */
import { containBidi } from '../../../src/domain/text/contain-bidi.js';

interface Problem {
  detail: string;
  errors?: readonly { pointer: string; message: string }[] | undefined;
}

export function sayProblem(
  { detail, errors = [] }: Problem,
  fields: Readonly<Record<string, string>>,
): string {
  const faults = errors.map(({ pointer, message }) => {
    const name = fields[pointer];
    return name === undefined ? message : `${name}: ${message}`;
  });
  return [detail, ...new Set(faults)].map(containBidi).join(' ');
}
