/** What the verdict of an edition rests on: pages as they were kept, and norms. */
import { useIntl } from 'react-intl';
import type { EditionDocument } from '../api/verdicts.js';
import { pageWords } from '../../../src/domain/publishing/page/page-words.js';
import { nearestText } from '../../../src/domain/text/nearest-language.js';
import { useLanguage, useWords } from '../language/words.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Code, Foreign, hostOf } from '../parts/foreign.js';
import { Kept, Paragraphs } from './edition-words.js';

export function EvidenceOfEdition({ evidence }: Pick<EditionDocument, 'evidence'>) {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  return (
    <ol className="numbered">
      {evidence.map(({ id, url, stance, note, capture }, index) => (
        <li key={id} id={`e${String(index + 1)}`} tabIndex={-1}>
          <Code>{`E${String(index + 1)}`}</Code> {words.known('stance.', stance)}{' '}
          <a className="small-target" href={url} target="_blank" rel="noreferrer noopener">
            {capture?.title ? <Kept text={capture.title} /> : <Code>{hostOf(url)}</Code>}
          </a>
          <p className="small soft">
            <Code>{url}</Code>
          </p>
          <Paragraphs of={note} />
          {capture === null ? (
            <p className="small attention">{pageWords[language].evidence.notCaptured}</p>
          ) : (
            <p className={capture.outcome === 'captured' ? 'small soft' : 'small attention'}>
              {capture.outcome === 'captured'
                ? words('evidence.captured', {
                    moment: intl.formatDate(capture.attemptedAt, { dateStyle: 'long', timeStyle: 'short' }),
                  })
                : words('approval.notKept')}
            </p>
          )}
          {capture?.sha256 && (
            <p className="small soft hash">
              <Code>{`sha256 ${capture.sha256}`}</Code>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

export function NormsOfEdition({ provisions }: Pick<EditionDocument, 'provisions'>) {
  const words = useWords();
  const { language } = useLanguage();
  const { norms } = pageWords[language];
  return (
    <ul>
      {provisions.map(({ ref, paragraph, instrument, act, actor, date, direction, verified }) => (
        <li key={ref}>
          <NormTitle instrument={instrument} /> {words('norms.paragraph', { paragraph })} ·{' '}
          <Code>{instrument.label}</Code> · <Foreign text={act} /> · <Foreign text={actor} /> ·{' '}
          <EdtfDate of={date} />
          {direction !== null && (
            <>
              {' '}
              · {norms.direction} {norms.directions[direction] ?? direction}
            </>
          )}
          <p className={verified ? 'small soft' : 'small attention'}>
            {words(verified ? 'norms.verified' : 'norms.unverified')}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** As readers know it; what is printed on it stands beside it. */
function NormTitle({ instrument }: { instrument: EditionDocument['provisions'][number]['instrument'] }) {
  const { language } = useLanguage();
  const title = nearestText(instrument.titles, language);
  return title ? <Foreign text={title.text} language={title.language} /> : null;
}
