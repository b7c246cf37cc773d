/** The norms that the claim touches. */
import type { Claim } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { Note } from '../parts/note.js';
import { NormEffect, NormName } from './norm-name.js';

export function Provisions({ provisions }: Pick<Claim, 'provisions'>) {
  const words = useWords();
  if (provisions.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="norms">
      <h2 id="norms">{words('norms.title')}</h2>
      <ul>
        {provisions.map(({ id, instrument, provision, note }) => (
          <li key={id} className="provision">
            <div className="row">
              <strong className="row">
                <NormName of={{ instrument, provision }} />
              </strong>
              {provision && (
                <>
                  <span className="small soft">{words.known('direction.', provision.direction)}</span>
                  <span className={`chip ${provision.verified ? 'supports' : 'attention'}`}>
                    {words(provision.verified ? 'norms.verified' : 'norms.unverified')}
                  </span>
                </>
              )}
            </div>
            <NormEffect of={{ instrument, provision }} />
            {note !== null && <Note className="soft" text={note} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
