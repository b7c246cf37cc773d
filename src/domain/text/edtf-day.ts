import { parseEdtf } from './edtf.js';

/** The calendar day an EDTF date says for certain, `YYYY-MM-DD`; undefined where it says less than that. */
export function certainDay(text: string | null): string | undefined {
  if (text === null) return undefined;
  const date = parseEdtf(text);
  const isCertain =
    date.ok &&
    !date.approximate &&
    !date.uncertain &&
    (date.precision === 'day' || date.precision === 'time');
  return isCertain ? (date.earliest ?? undefined) : undefined;
}
