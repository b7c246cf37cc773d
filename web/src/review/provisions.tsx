/** The norms that the claim touches. */
import type { Claim } from '../api/claims.js';
import { Changed } from '../changes/changes.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { late } from '../parts/late.js';
import { Note } from '../parts/note.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { useMe } from '../session/session.js';
import { NormEffect, NormName } from './norm-name.js';

const LinkNorm = late(() => import('./link-norm.js').then((part) => part.LinkNorm));

const links = 'link-norm';

/** Opens the form, or leads into it. */
export function openNormForm(): void {
  const section = document.querySelector('[aria-labelledby=norms]');
  (document.getElementById(links) ?? section?.querySelector<HTMLElement>('input'))?.focus();
  document.getElementById(links)?.click();
}

export function Provisions({ claim }: { claim: Pick<Claim, 'id' | 'kind' | 'provisions'> }) {
  const words = useWords();
  const { permissions } = useMe();
  const { isOpen, open, close, opener } = useDisclosure();
  const { provisions } = claim;
  const mayLink = permissions.includes('record');
  if (provisions.length === 0 && !mayLink) return null;
  return (
    <section className="stack" aria-labelledby="norms">
      <h2 id="norms">{words('norms.title')}</h2>
      {provisions.length === 0 && (
        <p className={claim.kind === 'violation' ? 'notice attention' : 'soft'}>{words('norms.none')}</p>
      )}
      <ul>
        {provisions.map(({ id, instrument, provision, note }) => (
          <Changed key={id} as="li" part={`provisions/${id}`} className="provision">
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
          </Changed>
        ))}
      </ul>
      {isOpen ? (
        <LinkNorm claim={claim} onClose={close} />
      ) : (
        mayLink && (
          <div ref={opener}>
            <Button id={links} onPress={open}>
              {words('norms.link')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
