/** Claims that may be the same or answer this one, and why they are shown. */
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { similarClaims, type Claim, type Rating, type Similar } from '../api/claims.js';
import { ClaimLink } from '../parts/claim-link.js';
import { useLanguage, useWords } from '../language/words.js';
import { RatingChip, StatusChip } from '../parts/chips.js';
import { Foreign } from '../parts/foreign.js';
import { labelOf } from './ratings.rules.js';
import { similarToShow } from './similar.rules.js';

const shown = 5;

interface Props {
  claim: Pick<Claim, 'id' | 'relations'>;
  scale: readonly Rating[];
}

export function SimilarClaims({ claim, scale }: Props) {
  const words = useWords();
  const similar = useQuery(similarClaims(claim.id));
  const items = similarToShow(similar.data?.items ?? [], claim.relations);
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="similar">
      <h2 id="similar">{words('similar.title')}</h2>
      <ul>
        {items.slice(0, shown).map((one) => (
          <Card key={one.claim.id} one={one} scale={scale} />
        ))}
      </ul>
    </section>
  );
}

function Card({ one: { claim, why }, scale }: { one: Similar; scale: readonly Rating[] }) {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  const rating = scale.find(({ slug }) => slug === claim.rating);
  const shared = [...why.shared.numbers, ...why.shared.dates, ...why.shared.names, ...why.shared.words];
  return (
    <li className="evidence-item">
      <div className="row small">
        <ClaimLink of={claim.ref} />
        {rating ? (
          <RatingChip label={labelOf(rating, language)} polarity={rating.polarity} />
        ) : (
          <StatusChip status={claim.status} />
        )}
        <span className="soft">{words(`matchStance.${why.stance}`)}</span>
      </div>
      <Foreign as="p" text={claim.text} language={claim.language} />
      {shared.length > 0 && (
        <p className="small soft">
          {words('similar.shared')} <bdi>{intl.formatList(shared, { type: 'unit', style: 'short' })}</bdi>
        </p>
      )}
      {why.cautions.map((caution, index) => (
        <p key={index} className="small">
          <span className="chip attention">{words(`caution.${caution.kind}`)}</span>
        </p>
      ))}
    </li>
  );
}
