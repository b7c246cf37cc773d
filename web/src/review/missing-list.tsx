/** What a verdict lacks, each leading to where it is put in. */
import { useWords } from '../language/words.js';
import { ErrorSummary } from '../parts/error-summary.js';
import type { Missing } from './submission.js';

interface Props {
  missing: readonly Missing[];
  /** Changes whenever it was tried again. */
  attempt: number;
  /** Leads to where it is put in. */
  onGo: (what: Missing) => void;
}

export function MissingList({ missing, attempt, onGo }: Props) {
  const words = useWords();
  return (
    <ErrorSummary attempt={attempt}>
      <strong>{words('hindered.incomplete')}</strong>
      <ul>
        {missing.map((what) => (
          <li key={what}>
            <a
              href={`#${what}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(what);
              }}
            >
              {words(`missing.${what}`)}
            </a>
          </li>
        ))}
      </ul>
    </ErrorSummary>
  );
}
