/** PURE: dates and numbers that the API found in a text, as parts for `Intl` to write in the language of whoever reads. */

/** A day or a month as the API finds it in a text: 2024-06-18, 2024-06, --06-18; undefined for anything else. */
export function partsOfDate(text: string): { at: number; parts: Intl.DateTimeFormatOptions } | undefined {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [];
  if (month === undefined) return undefined;
  // Of the years there are, one that has all days.
  const known = year === '-' ? 2000 : Number(year);
  return {
    at: Date.UTC(known, Number(month) - 1, Number(day ?? 1)),
    parts: {
      timeZone: 'UTC',
      month: 'long',
      ...(day !== undefined && { day: 'numeric' }),
      ...(year !== '-' && { year: 'numeric' }),
    },
  };
}

interface NumberParts {
  value: number;
  format: {
    style?: 'percent' | 'currency';
    currency?: string;
    maximumFractionDigits: number;
    minimumFractionDigits: 0;
  };
  /** Of money whose country is not said: its sign or name. */
  unit?: string;
}

/** A number as the API finds it in a text: 1500, -5%, `5000000 $`, `5000000 CAD`; undefined for anything else. */
export function partsOfNumber(text: string): NumberParts | undefined {
  const [, digits, percent, money] = /^(-?\d+(?:\.\d+)?)(%)?(?: (\S+))?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const format = { maximumFractionDigits: 3, minimumFractionDigits: 0 } as const;
  if (percent !== undefined) return { value: Number(digits) / 100, format: { ...format, style: 'percent' } };
  const value = Number(digits);
  if (money === undefined) return { value, format };
  return /^[A-Z]{3}$/.test(money)
    ? { value, format: { ...format, style: 'currency', currency: money } }
    : { value, format, unit: money };
}
