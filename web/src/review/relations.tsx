/** What acts on this claim and what it acts on, drawn around it: the edge says which does what to which, in color, line and a sentence. */
import type { ReactNode } from 'react';
import type { Claim, Rating, Relation } from '../api/claims.js';
import { Changed } from '../changes/changes.js';
import { useLanguage, useWords } from '../language/words.js';
import { RatingChip, StatusChip } from '../parts/chips.js';
import { Code, Foreign } from '../parts/foreign.js';
import { Note } from '../parts/note.js';
import { ClaimLink } from '../parts/claim-link.js';
import { RelationText } from '../parts/relation-text.js';
import { labelOf } from '../parts/ratings.rules.js';

interface Props {
  claim: Pick<Claim, 'ref' | 'text' | 'language' | 'relations'>;
  scale: readonly Rating[];
  /** What leads to more than the nearest of them. */
  children?: ReactNode;
}

export function Relations({ claim, scale, children }: Props) {
  const words = useWords();
  const [acting, actedOn] = (['in', 'out'] as const).map((direction) =>
    claim.relations.filter((relation) => relation.direction === direction),
  );
  return (
    <section className="stack" aria-labelledby="relations">
      <div className="row">
        <h2 id="relations" tabIndex={-1}>
          <Changed part="relations">{words('review.relations')}</Changed>
        </h2>
        {children}
      </div>
      {claim.relations.length === 0 ? (
        <p className="soft">{words('review.noRelations')}</p>
      ) : (
        <div className="relations">
          <Side of={claim.ref} relations={acting ?? []} side="acting" scale={scale} />
          <div className="relations-center">
            <Code>{claim.ref}</Code>
            <Foreign as="p" text={claim.text} language={claim.language} />
          </div>
          <Side of={claim.ref} relations={actedOn ?? []} side="acted-on" scale={scale} />
        </div>
      )}
    </section>
  );
}

interface SideProps extends Pick<Props, 'scale'> {
  /** ref. */
  of: string;
  relations: Relation[];
  side: 'acting' | 'acted-on';
}

function Side({ of, relations, side, scale }: SideProps) {
  const words = useWords();
  const { language } = useLanguage();
  if (relations.length === 0) return <div className={`relations-side ${side}`} />;
  return (
    <ul
      className={`relations-side ${side}`}
      aria-label={words(side === 'acting' ? 'review.actingOn' : 'review.actedOnBy', { ref: of })}
    >
      {relations.map(({ id, type, note, claim: other }) => {
        const rating = scale.find(({ slug }) => slug === other.rating);
        const ends = side === 'acting' ? [other.ref, type, of] : [of, type, other.ref];
        return (
          <Changed key={id} as="li" part={`relations/${id}`} className={`relation ${type}`}>
            <span className="relation-edge">
              <RelationText of={ends.join(' ')} />
            </span>
            <div className="relation-node">
              <div className="row small">
                <ClaimLink of={other.ref} />
                {rating ? (
                  <RatingChip label={labelOf(rating, language)} polarity={rating.polarity} />
                ) : (
                  <StatusChip status={other.status} />
                )}
              </div>
              <Foreign as="p" text={other.text} language={other.language} />
              {note !== null && <Note className="small soft" text={note} />}
            </div>
          </Changed>
        );
      })}
    </ul>
  );
}
