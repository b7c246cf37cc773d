/** The verdicts on a claim, each leading to the screen where it is decided on. */
import { Link } from '@tanstack/react-router';
import type { Claim, Rating } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { RatingChip } from '../parts/chips.js';
import { Foreign } from '../parts/foreign.js';
import { labelOf } from '../parts/ratings.rules.js';

export function VerdictsOfClaim({ claim, scale }: { claim: Claim; scale: readonly Rating[] }) {
  const words = useWords();
  const { language } = useLanguage();
  if (claim.verdicts.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="verdicts">
      <h2 id="verdicts">{words('verdicts.title')}</h2>
      <ul className="stack">
        {/* The newest first; in color only what readers have. */}
        {claim.verdicts.toReversed().map(({ id, status, revision, veracity }) => {
          const rating = scale.find(({ slug }) => slug === veracity);
          return (
            <li key={id} className="row">
              {rating &&
                (status === 'published' ? (
                  <RatingChip label={labelOf(rating, language)} polarity={rating.polarity} />
                ) : (
                  <span className="chip">
                    <Foreign text={labelOf(rating, language)} />
                  </span>
                ))}
              <span>{words.known('verdictStatus.', status)}</span>
              {revision !== null && <span className="soft">{words('verdicts.revision', { revision })}</span>}
              <Link to="/verdicts/$verdict" params={{ verdict: id }} className="small-target">
                {words('verdicts.open')}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
