/** Claims that may be the same or answer this one, and why they are shown: what both say, and what only one of them does. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { similarClaims, type Claim, type Rating, type Similar } from '../api/claims.js';
import { Button } from '../parts/button.js';
import { ClaimLink } from '../parts/claim-link.js';
import { useLanguage, useWords } from '../language/words.js';
import { RatingChip, StatusChip } from '../parts/chips.js';
import { Foreign } from '../parts/foreign.js';
import { WordDiff } from '../parts/word-diff.js';
import { MergeInto } from '../moves/merge-into.js';
import { useMe } from '../session/session.js';
import { labelOf } from '../parts/ratings.rules.js';
import { Relate } from './relate.js';
import { Listed } from './listed.js';
import { hasSameLanguage, saidOf, similarToShow } from './similar.rules.js';
import './similar.css';

const shown = 5;

interface Props {
  claim: Pick<Claim, 'id' | 'ref' | 'revision' | 'relations' | 'quote' | 'language'>;
  scale: readonly Rating[];
}

export function SimilarClaims({ claim, scale }: Props) {
  const words = useWords();
  const similar = useQuery(similarClaims(claim.id));
  const items = similarToShow(similar.data?.items ?? [], claim.relations);
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="similar">
      <h2 id="similar" tabIndex={-1}>
        {words('similar.title')}
      </h2>
      <ul>
        {items.slice(0, shown).map((one) => (
          <Card key={one.claim.id} own={claim} one={one} scale={scale} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  own: Props['claim'];
  one: Similar;
  scale: readonly Rating[];
}

function Card({ own, one: { claim, score, why }, scale }: CardProps) {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  const { permissions } = useMe();
  const [isCompared, setCompared] = useState(false);
  const rating = scale.find(({ slug }) => slug === claim.rating);
  const said = (['shared', 'onlyHere', 'onlyThere'] as const)
    .map((side) => [side, saidOf(why[side])] as const)
    .filter(([, all]) => all.length > 0);
  return (
    <li className="evidence-item">
      <div className="row small">
        <ClaimLink of={claim.ref} />
        {rating ? (
          <RatingChip label={labelOf(rating, language)} polarity={rating.polarity} />
        ) : (
          <StatusChip status={claim.status} />
        )}
        <span className="soft">{words.known('matchStance.', why.stance)}</span>
        <span className="soft">
          {words('similar.score', { score: intl.formatNumber(score, { style: 'percent' }) })}
        </span>
      </div>
      {isCompared ? (
        <>
          <WordDiff before={own.quote.exact} after={claim.text} language={claim.language} />
          <p className="small soft">{words('similar.legend')}</p>
        </>
      ) : (
        <Foreign as="p" text={claim.text} language={claim.language} />
      )}
      {said.length > 0 && (
        <dl className="facts-said small">
          {said.map(([side, all]) => (
            <div key={side} className="said-row">
              <dt>{words(`similar.${side}`)}</dt>
              <dd>
                <Listed all={all} numbers={why[side].numbers} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {why.cautions.map(({ kind, here, there }) => (
        <p key={kind} className="row small">
          <span className="chip attention">{words.known('caution.', kind)}</span>
          {here.length > 0 && (
            <span>
              {words('similar.here')} <Listed all={here} numbers={kind === 'numbers_differ' ? here : []} />
            </span>
          )}
          {there.length > 0 && (
            <span>
              {words('similar.there')} <Listed all={there} numbers={kind === 'numbers_differ' ? there : []} />
            </span>
          )}
        </p>
      ))}
      <div className="row similar-actions">
        {!why.sameText && hasSameLanguage(own, claim) && (
          <Button
            aria-pressed={isCompared}
            onPress={() => {
              setCompared(!isCompared);
            }}
          >
            {words('similar.compare')}
          </Button>
        )}
        {permissions.includes('record') && <Relate claim={own} other={claim} />}
        {permissions.includes('edit') && <MergeInto claim={own} into={claim} />}
      </div>
    </li>
  );
}
