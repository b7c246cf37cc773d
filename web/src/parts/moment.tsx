/** When something was, as a distance from now; the exact moment is its title. */
import { useIntl } from 'react-intl';
import { useWords } from '../language/words.js';
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

/** "3 hr 10 min", as it stands after "in" or "by": Arabic says a span of two otherwise there. */
export function useSpan(): (ms: number) => string {
  const words = useWords();
  return (ms) => {
    const [larger = '', smaller] = amountsOf(ms).map(({ value, unit }) =>
      words(`span.${unit}`, { count: value }),
    );
    return smaller === undefined ? larger : words('span.both', { larger, smaller });
  };
}
