/** What a draft on this device says: its findings and its words, each text in its own direction. */
import { useQuery } from '@tanstack/react-query';
import { ratings } from '../api/claims.js';
import type { Draft } from '../drafts/draft.rules.js';
import { wordsOf } from '../drafts/words-of-draft.rules.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { ratingName } from '../parts/ratings.rules.js';

export function DraftWords({ draft }: { draft: Draft }) {
  const words = useWords();
  const { language } = useLanguage();
  const scale = useQuery(ratings).data?.items ?? [];
  const { attribution, fidelity, veracity } = draft.findings ?? {};
  const findings = [
    attribution && words.known('attribution.', attribution),
    fidelity && words.known('fidelity.', fidelity),
    veracity && ratingName(scale, veracity, language),
  ].filter((one) => one !== undefined);
  const written = wordsOf(draft);
  return (
    <>
      {findings.length > 0 && (
        <p className="row small">
          {findings.map((one) => (
            <span key={one} className="chip">
              {one}
            </span>
          ))}
        </p>
      )}
      {written.map(({ language: its, text }) => (
        <Foreign key={`${its ?? ''} ${text}`} as="p" className="written" text={text} language={its} />
      ))}
      {written.length === 0 && <p className="soft">{words('left.noWords')}</p>}
    </>
  );
}
