/** Related claims whose ratings clash with this one: of each it is said why both may stand. */
import type { Rating } from '../api/claims.js';
import type { Verdict } from '../api/verdicts.js';
import { useLanguage, useWords } from '../language/words.js';
import { isKeyOf } from '../keys/is-key-of.js';
import { isOfWord } from '../keys/key.rules.js';
import { ClaimLink } from '../parts/claim-link.js';
import { RelationText } from '../parts/relation-text.js';
import type { Texts } from '../kept/kept-texts.js';
import { ratingName } from '../parts/ratings.rules.js';
import { acknowledged, clashField } from './clashes.rules.js';
import { OwnReasons, TheirReasons } from './reasons.js';

interface Props {
  id: string;
  verdict: Pick<Verdict, 'conflicts' | 'rationale'>;
  scale: readonly Rating[];
  texts: Texts;
  /** They are on their way. */
  busy: boolean;
  onNote: (claim: string, note: string) => void;
  /** On to the next that lacks a word, or to the approval. */
  onDone: () => void;
}

export function Clashes({
  id,
  verdict: { conflicts: clashes, rationale },
  scale,
  texts,
  busy,
  onNote,
  onDone,
}: Props) {
  const words = useWords();
  const { language } = useLanguage();
  if (clashes.length === 0) return null;
  const count = acknowledged(clashes, texts).acknowledge.length;
  return (
    <>
      {clashes.map(({ claim, relation, rating, theirs, status }) => (
        <div key={claim.id} className="conflict">
          <p>
            <strong>{words('approval.clash')}</strong> <ClaimLink of={claim.ref} />
            {': '}
            <RelationText of={relation} />
          </p>
          <p className="small">
            {words('approval.clashRatings', {
              ours: ratingName(scale, rating, language),
              theirs: ratingName(scale, theirs, language),
            })}
          </p>
          <OwnReasons rationale={rationale} />
          <TheirReasons claim={claim} status={status} />
          <div className="field">
            <label htmlFor={`${id}-${claim.id}`}>{words('approval.why', { ref: claim.ref })}</label>
            <textarea
              id={`${id}-${claim.id}`}
              dir="auto"
              rows={2}
              value={texts[clashField(claim.id)] ?? ''}
              readOnly={busy}
              onChange={({ target }) => {
                onNote(claim.id, target.value);
              }}
              onKeyDown={(event) => {
                if (isOfWord(event.nativeEvent) || !isKeyOf('submit-verdict', event)) return;
                event.preventDefault();
                if (!event.repeat) onDone();
              }}
            />
          </div>
        </div>
      ))}
      <p role="status" className="small">
        {words('approval.acknowledged', { count, all: clashes.length })}
      </p>
    </>
  );
}
