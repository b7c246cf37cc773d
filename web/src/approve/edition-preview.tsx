/**
 * The edition as readers will get it, in the language of the desk where it has one: all that the digest of a decision names,
 * in the sentences of the public page.
 */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Rating } from '../api/claims.js';
import type { EditionDocument } from '../api/verdicts.js';
import type { EditionPart } from '../../../src/domain/edition/changed-parts.js';
import { leavesOf } from '../../../src/domain/claim/attribution.js';
import { sayPlace } from '../../../src/domain/publishing/page/scale.js';
import { fill, pageWords } from '../../../src/domain/publishing/page/page-words.js';
import { isolateIn } from '../../../src/domain/text/contain-bidi.js';
import { directionOf } from '../language/languages.js';
import { useLanguage, useLanguageName, useWords } from '../language/words.js';
import { RatingChip } from '../parts/chips.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Code, Foreign } from '../parts/foreign.js';
import { RelationText } from '../parts/relation-text.js';
import { labelOf, ratingName } from '../parts/ratings.rules.js';
import { Topic } from '../parts/topic.js';
import { ChangedMark, ChangedParts, useChanged } from './changed-mark.js';
import { EditionChain, Who } from './edition-chain.js';
import { EvidenceOfEdition, NormsOfEdition } from './edition-support.js';
import { Kept, Name, Paragraphs } from './edition-words.js';
import { Prose } from './prose.js';
import { textsOf } from './sealed-text.rules.js';

interface Props {
  document: EditionDocument;
  scale: readonly Rating[];
  /** Of it, what has changed since it was read. */
  changed?: readonly EditionPart[];
}

export const EditionPreview = ({ changed = [], ...of }: Props) => (
  <ChangedParts value={changed}>
    <Whole {...of} />
  </ChangedParts>
);

function Whole({ document, scale }: Omit<Props, 'changed'>) {
  const hasChanged = useChanged();
  const words = useWords();
  const { language } = useLanguage();
  const nameOfLanguage = useLanguageName();
  const { claim, verdict, evidence, provisions, relations, contacts, conflicts, correction } = document;
  const { findings, rating, recheckAt } = verdict;
  const page = pageWords[language];
  const label = labelOf(rating, language);
  return (
    <article className="edition stack">
      <ClaimOfEdition document={document} />
      <p className="edition-rating">
        <RatingChip label={label} polarity={rating.polarity} />
        <ChangedMark of={['rating', 'findings', 'verdict', 'revision']} />
      </p>
      <p className="small soft">{sayPlace(rating, page)}</p>
      <ul className="findings-said">
        <li>{page.attribution[findings.attribution]}</li>
        <li>{page.fidelity[findings.fidelity]}</li>
        <li>{fill(page.veracity.said, { rating: isolateIn(directionOf(language), label) })}</li>
      </ul>
      {textsOf(verdict.rationale).map(({ language: written, text }) => (
        <Part
          key={written}
          of="rationale"
          title={
            written === undefined
              ? words('rationale.title')
              : words('rationale.in', { language: nameOfLanguage(written) })
          }
        >
          <Prose text={text} language={written} cited={evidence.length} />
        </Part>
      ))}
      {recheckAt !== null && <Recheck form={page.verdict.recheck} at={recheckAt} />}
      <ChangedMark of={['recheckAt']} />
      {correction && (
        <Part of="correction" title={words('approval.correction')}>
          <p>
            {words.known('reason.', correction.reason)} ·{' '}
            {words('verdicts.revision', { revision: correction.from })}
          </p>
          <Paragraphs of={correction.note} />
        </Part>
      )}
      {(evidence.length > 0 || hasChanged('evidence')) && (
        <Part of="evidence" title={words('evidence.title')} empty={evidence.length === 0}>
          <EvidenceOfEdition evidence={evidence} />
        </Part>
      )}
      <Part of="chain" title={words('review.chain')}>
        <EditionChain document={document} />
      </Part>
      {(relations.length > 0 || hasChanged('relations')) && (
        <Part of="relations" title={words('review.relations')} empty={relations.length === 0}>
          <ul className="edition-list">
            {relations.map(({ id, type, direction, claim: other }) => (
              <li key={id}>
                <RelationText
                  of={(direction === 'in' ? [other.ref, type, claim.ref] : [claim.ref, type, other.ref]).join(
                    ' ',
                  )}
                />
                {other.claimants.map((one, index) => (
                  <p key={index} className="small soft">
                    <Who link={one} />
                  </p>
                ))}
                <Kept as="p" text={other.statement} language={other.language} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {(conflicts.length > 0 || hasChanged('conflicts')) && (
        <Part of="conflicts" title={words('approval.publishedClashes')} empty={conflicts.length === 0}>
          <ul>
            {conflicts.map(({ claim: other, relation, rating: ours, theirs }) => (
              <li key={other.id}>
                <RelationText of={relation} />{' '}
                {words('approval.clashRatings', {
                  ours: ratingName(scale, ours, language),
                  theirs: ratingName(scale, theirs, language),
                })}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {(provisions.length > 0 || hasChanged('provisions')) && (
        <Part of="provisions" title={words('norms.title')} empty={provisions.length === 0}>
          <NormsOfEdition provisions={provisions} />
        </Part>
      )}
      {(contacts.length > 0 || hasChanged('contacts')) && (
        <Part of="contacts" title={words('contacts.title')} empty={contacts.length === 0}>
          <ul>
            {contacts.map(({ id, source, label: named, outcome, date, text }) => (
              <li key={id}>
                {source && <Name source={source} />}
                {textsOf(named).map(({ text: one }, at) => (
                  <Foreign key={at} text={one} />
                ))}{' '}
                {page.outcomes[outcome]} <EdtfDate of={date} />
                <Paragraphs of={text} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  );
}

/** Who said what, when, and where it was read. */
function ClaimOfEdition({ document: { claim, article, chain } }: Pick<Props, 'document'>) {
  const words = useWords();
  const { language } = useLanguage();
  const hasChanged = useChanged();
  const page = pageWords[language];
  const url = typeof article.url === 'string' ? article.url : undefined;
  const title = <Kept text={article.title} language={article.language} />;
  return (
    <div className="claim-quote stack">
      <p className="small soft">
        {[claim.kind, ...claim.secondaryKinds].map((kind) => page.kinds[kind]).join(' · ')}
        <ChangedMark of={['kind', 'quote', 'claim']} />
      </p>
      {(claim.test || hasChanged('test')) && (
        <p className="small">
          {claim.test ? words('facts.test') : words('approval.noTest')} <ChangedMark of={['test']} />
        </p>
      )}
      <Kept as="blockquote" text={claim.quote.exact} language={claim.language} />
      {(textsOf(claim.glosses).length > 0 || hasChanged('glosses')) && (
        <div className="small">
          <strong>{words('approval.glosses')}</strong>
          <ChangedMark of={['glosses']} />
          <Paragraphs of={claim.glosses} />
        </div>
      )}
      <dl className="facts-said small">
        <dt>{page.claim.saidBy}</dt>
        {leavesOf(chain).map((leaf, index) => (
          <dd key={index}>
            <Who link={leaf} />
          </dd>
        ))}
        {(claim.statementDate !== null || hasChanged('statementDate')) && (
          <>
            <dt>
              {page.claim.on}
              <ChangedMark of={['statementDate']} />
            </dt>
            <dd>{claim.statementDate === null ? '–' : <EdtfDate of={claim.statementDate} />}</dd>
          </>
        )}
        <dt>
          {page.claim.article}
          <ChangedMark of={['article']} />
        </dt>
        <dd>
          {article.outlet && article.outlet.kind !== 'document' && (
            <>
              <Name source={article.outlet} /> ·{' '}
            </>
          )}
          {title}
          {article.datePublished !== null && (
            <>
              {' '}
              · <EdtfDate of={article.datePublished} />
            </>
          )}
        </dd>
        {url !== undefined && (
          <dd>
            <a className="small-target" href={url} target="_blank" rel="noreferrer noopener">
              <Code>{url}</Code>
            </a>
          </dd>
        )}
        {(claim.topics.length > 0 || hasChanged('topics')) && (
          <>
            <dt>
              {page.index.topic}
              <ChangedMark of={['topics']} />
            </dt>
            {claim.topics.map((topic) => (
              <dd key={topic}>
                <Topic of={topic} />
              </dd>
            ))}
          </>
        )}
      </dl>
    </div>
  );
}

function Recheck({ form, at }: { form: string; at: string }) {
  const intl = useIntl();
  const [before, after] = form.split('{date}');
  return (
    <p className="small soft">
      {before}
      <time dateTime={at}>{intl.formatDate(at, { dateStyle: 'long', timeZone: 'UTC' })}</time>
      {after}
    </p>
  );
}

interface PartProps {
  of: EditionPart;
  title: string;
  /** All of it was taken out. */
  empty?: boolean;
  children: ReactNode;
}

function Part({ of, title, empty = false, children }: PartProps) {
  const words = useWords();
  return (
    <section className="stack">
      <h3>
        {title}
        <ChangedMark of={[of]} />
      </h3>
      {empty ? <p className="soft">{words('approval.nothingLeft')}</p> : children}
    </section>
  );
}
