/** A verdict that readers never got: what it found, why, and why it came back. */
import type { Rating } from '../api/claims.js';
import type { Verdict } from '../api/verdicts.js';
import { useLanguage, useWords } from '../language/words.js';
import { Foreign } from '../parts/foreign.js';
import { ratingName } from '../parts/ratings.rules.js';
import { whyReturned } from '../review/return-note.rules.js';
import { Texts } from './reasons.js';

export function VerdictItself({ verdict, scale }: { verdict: Verdict; scale: readonly Rating[] }) {
  const words = useWords();
  const { language } = useLanguage();
  const { attribution, fidelity, veracity } = verdict.findings;
  const says = verdict.note ? [verdict.note] : (whyReturned([verdict])?.says ?? []);
  const found = [
    [words('finding.attribution'), words.known('attribution.', attribution)],
    [words('finding.fidelity'), words.known('fidelity.', fidelity)],
    [words('finding.veracity'), ratingName(scale, veracity, language)],
  ];
  return (
    <section aria-labelledby="the-verdict" className="stack">
      <h2 id="the-verdict">{words('verdict.title')}</h2>
      {says.map((text) => (
        <p key={text} className="notice attention">
          <Foreign text={text} />
        </p>
      ))}
      <dl className="stack">
        {found.map(([question, answer = '']) => (
          <div key={question}>
            <dt className="small soft">{question}</dt>
            <dd>
              <Foreign text={answer} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words('rationale.title')}</h3>
      <Texts of={verdict.rationale} />
    </section>
  );
}
