/** The edition as readers will get it, in the language of the desk where it has one. */
import type { ElementType, ReactNode } from 'react';
import type { EditionDocument } from '../api/verdicts.js';
import { useLanguage, useLanguageName, useWords } from '../language/words.js';
import { RatingChip } from '../parts/chips.js';
import { Code, Foreign, hostOf } from '../parts/foreign.js';
import { RelationSaid } from '../parts/relation-said.js';
import { labelOf } from '../review/ratings.rules.js';
import { nameOf } from '../review/names.rules.js';
import { nearestText } from '../../../src/domain/text/nearest-language.js';
import { textsOf, type Removable } from './sealed-text.rules.js';

export function EditionPreview({ document }: { document: EditionDocument }) {
  const words = useWords();
  const { language } = useLanguage();
  const nameOfLanguage = useLanguageName();
  const { claim, article, verdict, evidence, provisions, relations, contacts, correction } = document;
  const { findings, rating } = verdict;
  return (
    <article className="edition stack">
      <div className="claim-quote">
        <Kept as="blockquote" text={claim.quote.exact} language={claim.language} />
        <p className="small soft">
          {article.outlet && article.outlet.kind !== 'document' && (
            <>
              <Name source={article.outlet} /> ·{' '}
            </>
          )}
          <Kept text={article.title} language={article.language} />
        </p>
      </div>
      <p className="edition-rating">
        <RatingChip label={labelOf(rating, language)} polarity={rating.polarity} />
      </p>
      <ul className="findings-said">
        <li>{words(`attribution.${findings.attribution}`)}</li>
        <li>{words(`fidelity.${findings.fidelity}`)}</li>
      </ul>
      {textsOf(verdict.rationale).map(({ language: written, text }) => (
        <Part
          key={written}
          title={
            written === undefined
              ? words('rationale.title')
              : words('rationale.in', { language: nameOfLanguage(written) })
          }
        >
          {text.split('\n').map((line, index) => (
            <Foreign key={index} as="p" text={line} language={written} />
          ))}
        </Part>
      ))}
      {correction && (
        <Part title={words('approval.correction')}>
          <p>{words(`reason.${correction.reason}` as never)}</p>
          {textsOf(correction.note).map(({ text }, index) => (
            <Foreign key={index} as="p" text={text} />
          ))}
        </Part>
      )}
      {evidence.length > 0 && (
        <Part title={words('evidence.title')}>
          <ol className="numbered">
            {evidence.map(({ id, url, stance, note, capture }, index) => (
              <li key={id}>
                <Code>{`E${String(index + 1)}`}</Code> {words(`stance.${stance}`)}{' '}
                <a href={url} target="_blank" rel="noreferrer noopener">
                  <Code>{hostOf(url)}</Code>
                </a>
                {textsOf(note).map(({ text }, at) => (
                  <Foreign key={at} as="p" text={text} />
                ))}
                {capture && capture.outcome !== 'captured' && (
                  <p className="small attention">{words('approval.notKept')}</p>
                )}
                {capture?.sha256 && (
                  <p className="small soft">
                    <Code>{`sha256 ${capture.sha256.slice(0, 12)}…`}</Code>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Part>
      )}
      {relations.length > 0 && (
        <Part title={words('review.relations')}>
          <ul>
            {relations.map(({ id, type, direction, claim: other }) => (
              <li key={id}>
                <RelationSaid
                  of={(direction === 'in' ? [other.ref, type, claim.ref] : [claim.ref, type, other.ref]).join(
                    ' ',
                  )}
                />
                <Kept as="p" text={other.statement} language={other.language} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {provisions.length > 0 && (
        <Part title={words('norms.title')}>
          <ul>
            {provisions.map(({ ref, paragraph, instrument, act, actor, date }) => (
              <li key={ref}>
                <NormTitle instrument={instrument} /> {words('norms.paragraph', { paragraph })} ·{' '}
                <Code>{instrument.label}</Code> · <Foreign text={act} /> · <Foreign text={actor} /> ·{' '}
                <time dir="ltr">{date}</time>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {contacts.length > 0 && (
        <Part title={words('contacts.title')}>
          <ul>
            {contacts.map(({ id, source, label, outcome, date, text }) => (
              <li key={id}>
                {source ? (
                  <Name source={source} />
                ) : (
                  textsOf(label).map(({ text: named }, at) => <Foreign key={at} text={named} />)
                )}{' '}
                {words(`contact.${outcome}` as never)} <time dir="ltr">{date}</time>
                {textsOf(text).map(({ text: said }, at) => (
                  <Foreign key={at} as="p" text={said} />
                ))}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  );
}

/** Words that are still there, or that they were taken out. */
function Kept({ text, ...rest }: { text: Removable; language?: string; as?: ElementType }) {
  const words = useWords();
  return typeof text === 'string' ? (
    <Foreign text={text} {...rest} />
  ) : (
    <span className="soft">{words('removed')}</span>
  );
}

function Name({ source: { name, names } }: { source: NonNullable<EditionDocument['article']['outlet']> }) {
  const { language } = useLanguage();
  return <Kept text={typeof name === 'string' ? nameOf({ name, names }, language) : name} />;
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="stack">
    <h3>{title}</h3>
    {children}
  </section>
);

/** As readers know it; what is printed on it stands beside it. */
function NormTitle({ instrument }: { instrument: EditionDocument['provisions'][number]['instrument'] }) {
  const { language } = useLanguage();
  const title = nearestText(instrument.titles, language);
  return title ? <Foreign text={title.text} language={title.language} /> : null;
}
