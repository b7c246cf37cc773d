/** When something was, as a distance from now; the exact moment is its title. */
import { useIntl } from 'react-intl';
import { useNow } from './now.js';
import { amountsOf, nearestUnit } from './spans.rules.js';

const exactly = { dateStyle: 'full', timeStyle: 'short' } as const;

export function Moment({ at }: { at: string }) {
  const intl = useIntl();
  const { value, unit } = nearestUnit(Date.parse(at) - useNow());
  return (
    <time dateTime={at} title={intl.formatDate(at, exactly)}>
      {intl.formatRelativeTime(value, unit, { numeric: 'auto' })}
    </time>
  );
}

/** "3 h 10 min", in the words of the language. */
export function useSpan(): (ms: number) => string {
  const intl = useIntl();
  return (ms) =>
    intl.formatList(
      amountsOf(ms).map(({ value, unit }) =>
        intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'short' }),
      ),
      { type: 'unit', style: 'narrow' },
    );
}
