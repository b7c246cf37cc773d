/** Words, names, dates and numbers of texts, one behind the other. */
import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { partsOfDate, partsOfNumber } from './listed.rules.js';

interface Props {
  all: readonly string[];
  /** Those of them that are numbers: four digits may be a year. */
  numbers: readonly string[];
}

/** Each word of others in its own direction. Commas alone part them: an Arabic "and" would be written together with the next. */
export function Listed({ all, numbers }: Props) {
  const { language } = useLanguage();
  return all.map((one, index) => (
    <Fragment key={index}>
      {index > 0 && (language === 'ar' ? '، ' : ', ')}
      {numbers.includes(one) ? <Amount of={one} /> : <Said text={one} />}
    </Fragment>
  ));
}

function Said({ text }: { text: string }) {
  const intl = useIntl();
  const date = partsOfDate(text);
  return date ? intl.formatDate(date.at, date.parts) : <Foreign text={text} />;
}

const moneyNamed = ['dinar', 'dirham', 'lira', 'riyal'] as const;

/** In the digits of whoever reads, with its money as it is written in their language. */
function Amount({ of }: { of: string }) {
  const intl = useIntl();
  const words = useWords();
  const number = partsOfNumber(of);
  if (!number) return <Foreign text={of} />;
  const { value, format, unit = '' } = number;
  const named = moneyNamed.find((name) => name === unit);
  if (named) return <bdi>{words(`money.${named}`, { count: value })}</bdi>;
  return <bdi>{[intl.formatNumber(value, format), unit].join(' ').trim()}</bdi>;
}
