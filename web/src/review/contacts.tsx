/** The right of reply: who was asked, by which way, and what came of it. */
import { saysAgainst } from '../../../src/domain/verdict/right-of-reply.js';
import { Changed } from '../changes/changes.js';
import { useLanguage, useWords } from '../language/words.js';
import type { Claim } from '../api/claims.js';
import { Button } from '../parts/button.js';
import { EdtfDate } from '../parts/edtf-date.js';
import { Foreign } from '../parts/foreign.js';
import { late } from '../parts/late.js';
import { useDisclosure } from '../parts/use-disclosure.js';
import { useMe } from '../session/session.js';
import { nameOf } from './names.rules.js';
import { useRecording } from './use-recording.js';

const ContactForm = late(() => import('./contact-form.js').then((part) => part.ContactForm));

const ContactStanding = late(() => import('./contact-standing.js').then((part) => part.ContactStanding));

const adds = 'add-contact';

/** Opens the form, or leads into it. */
export function openContactForm(): void {
  const section = document.querySelector('[aria-labelledby=contacts]');
  (document.getElementById(adds) ?? section?.querySelector<HTMLElement>('select, input'))?.focus();
  document.getElementById(adds)?.click();
}

export function Contacts({ claim }: { claim: Pick<Claim, 'id' | 'kind' | 'contacts' | 'chain'> }) {
  const words = useWords();
  const { language } = useLanguage();
  const { permissions } = useMe();
  const refused = useRecording(claim.id).facts;
  const { isOpen, open, close, opener } = useDisclosure();
  return (
    <section className="stack" aria-labelledby="contacts">
      <h2 id="contacts">{words('contacts.title')}</h2>
      {claim.contacts.every(({ status }) => status === 'withdrawn') && (
        <p className={saysAgainst(claim.kind) ? 'notice attention' : 'soft'}>
          {words(saysAgainst(claim.kind) ? 'contacts.noneAgainst' : 'contacts.none')}
        </p>
      )}
      {claim.contacts.length > 0 && (
        <ul>
          {claim.contacts.map(({ id, status, source, label, outcome, channel, text, date }) => (
            <Changed key={id} as="li" part={`contacts/${id}`} className="evidence-item">
              <div className="row">
                <strong>
                  <Foreign text={source ? nameOf(source, language) : (label ?? '')} />
                </strong>
                <span className="chip">{words.known('contact.', outcome)}</span>
                <EdtfDate className="small soft" of={date} />
                {channel !== null && (
                  <span className="small soft">
                    {words('contacts.channel')}: <Foreign text={channel} />
                  </span>
                )}
                <ContactStanding id={id} status={status} refused={refused} />
              </div>
              {text !== null && <Foreign as="p" text={text} />}
            </Changed>
          ))}
        </ul>
      )}
      {isOpen ? (
        <ContactForm claim={claim} onClose={close} />
      ) : (
        permissions.includes('record') && (
          <div ref={opener}>
            <Button id={adds} refused={refused} onPress={open}>
              {words('contacts.add')}
            </Button>
            {refused !== undefined && <p className="small soft">{refused}</p>}
          </div>
        )
      )}
    </section>
  );
}
