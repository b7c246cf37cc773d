/** A date as precisely as it is known, in words; as it was written down is its title. */
import { useIntl } from 'react-intl';
import { dateInWords } from '../../../src/domain/text/date-in-words.js';
import { useLanguage } from '../language/words.js';
import { Code } from './foreign.js';

export function EdtfDate({ of, className }: { of: string; className?: string }) {
  const { language } = useLanguage();
  const { numberingSystem } = new Intl.Locale(useIntl().locale);
  return (
    <span className={className} title={of}>
      {dateInWords(of, language, numberingSystem).map((piece, index) =>
        typeof piece === 'string' ? (
          piece
        ) : 'written' in piece ? (
          <Code key={index}>{piece.written}</Code>
        ) : (
          <time key={index} dateTime={piece.exact}>
            {piece.shown}
          </time>
        ),
      )}
    </span>
  );
}
