/** The claim in its own words, what it is called in other languages, and what else is recorded of it. */
import type { Claim } from '../api/claims.js';
import { Changed } from '../changes/changes.js';
import { useLanguage, useWords } from '../language/words.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';
import { ClaimFacts, ClaimFlags } from './claim-facts.js';
import { NewerVersion } from './newer-version.js';
import { UnpublishedChanges } from './unpublished-changes.js';

export function ClaimHead({ claim }: { claim: Claim }) {
  const words = useWords();
  const { language } = useLanguage();
  const gloss = claim.glosses[language];
  return (
    <div className="stack">
      <ClaimFlags of={claim} />
      <UnpublishedChanges claim={claim} />
      <NewerVersion claim={claim} />
      <div className="claim-quote">
        <Foreign as="blockquote" text={claim.quote.exact} language={claim.language} />
        {gloss !== undefined && claim.language !== language && (
          <Changed as="div" part="glosses">
            <Foreign as="p" text={gloss} language={language} />
          </Changed>
        )}
        <p className="small soft">
          <Changed part="kind">
            {[claim.kind, ...claim.secondaryKinds].map((kind) => words.known('kind.', kind)).join(' · ')}
          </Changed>
          {claim.statementDate !== null && (
            <>
              {' · '}
              <Changed part="statementDate">
                <EdtfDate of={claim.statementDate} />
              </Changed>
            </>
          )}
        </p>
        <ClaimFacts of={claim} />
      </div>
    </div>
  );
}
