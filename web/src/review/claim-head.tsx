/** The claim in its own words, with what it is called in other languages. */
import type { Claim } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';

export function ClaimHead({
  claim,
}: {
  claim: Pick<Claim, 'quote' | 'language' | 'glosses' | 'kind' | 'statementDate'>;
}) {
  const words = useWords();
  const { language } = useLanguage();
  const gloss = claim.glosses[language];
  return (
    <div className="claim-quote">
      <Foreign as="blockquote" text={claim.quote.exact} language={claim.language} />
      {gloss !== undefined && claim.language !== language && (
        <Foreign as="p" text={gloss} language={language} />
      )}
      <p className="small soft">
        {words.known('kind.', claim.kind)}
        {claim.statementDate !== null && (
          <>
            {' · '}
            <EdtfDate of={claim.statementDate} />
          </>
        )}
      </p>
    </div>
  );
}
