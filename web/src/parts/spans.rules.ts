/** PURE: a span of time in the one or two units that a person would say. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Unit = 'minute' | 'hour' | 'day';
interface Amount {
  value: number;
  unit: Unit;
}

/** Milliseconds, either sign → what `Intl.RelativeTimeFormat` takes: minutes below an hour and a half, then hours, then days. */
export function nearestUnit(ms: number): Amount {
  const length = Math.abs(ms);
  const [unit, size] =
    length < 1.5 * hour
      ? (['minute', minute] as const)
      : length < 1.5 * day
        ? (['hour', hour] as const)
        : (['day', day] as const);
  const value = Math.trunc(ms / size);
  return { value: value === 0 ? 0 : value, unit };
}

/** Milliseconds from 0 up → at most two units, the larger first: 3 h 10 min, 2 d 4 h, 12 min. */
export function amountsOf(ms: number): Amount[] {
  const minutes = Math.max(0, Math.round(ms / minute));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const all: Amount[] = [
    { value: days, unit: 'day' },
    { value: hours, unit: 'hour' },
    { value: rest, unit: 'minute' },
  ];
  const first = all.findIndex(({ value }) => value > 0);
  if (first === -1) return [{ value: 0, unit: 'minute' }];
  return all.slice(first, first + 2).filter(({ value }, index) => index === 0 || value > 0);
}
