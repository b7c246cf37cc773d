/** The claim in its own words, what it is called in other languages, and what else is recorded of it. */
import type { Claim } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';
import { ClaimFacts, ClaimFlags } from './claim-facts.js';
import { UnpublishedChanges } from './unpublished-changes.js';

export function ClaimHead({ claim }: { claim: Claim }) {
  const words = useWords();
  const { language } = useLanguage();
  const gloss = claim.glosses[language];
  return (
    <div className="stack">
      <ClaimFlags of={claim} />
      <UnpublishedChanges claim={claim} />
      <div className="claim-quote">
        <Foreign as="blockquote" text={claim.quote.exact} language={claim.language} />
        {gloss !== undefined && claim.language !== language && (
          <Foreign as="p" text={gloss} language={language} />
        )}
        <p className="small soft">
          {[claim.kind, ...claim.secondaryKinds].map((kind) => words.known('kind.', kind)).join(' · ')}
          {claim.statementDate !== null && (
            <>
              {' · '}
              <EdtfDate of={claim.statementDate} />
            </>
          )}
        </p>
        <ClaimFacts of={claim} />
      </div>
    </div>
  );
}
