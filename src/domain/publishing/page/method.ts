import { element, escape } from '../markup.js';
import type { Publisher } from '../publisher.js';
import { reviewUrl } from '../publisher.js';
import { code, foreign, link, list, plain, section } from './parts.js';
import type { PublicClaim } from './public-claim.js';
import type { Reader } from './reader.js';

/** How verdicts come about, who answers for this one, and how an error in it is reported. */
export function methodSection(
  { current: { edition } }: PublicClaim,
  publisher: Publisher,
  reader: Reader,
): string {
  const { method } = reader.words;
  const { ref } = edition.claim;
  const { contact } = publisher;
  const address = reviewUrl(publisher, ref, reader.language);
  return section(
    'method',
    method.heading,
    list(
      method.sentences.map((sentence) => escape(sentence)),
      { class: 'method' },
    ),
    ...(contact === undefined
      ? []
      : [
          element(
            'p',
            {},
            escape(`${method.contact}: `),
            foreign('bdi', publisher.name),
            ' — ',
            link(reportTo(contact, `${ref}: ${address}`), escape(method.report)),
          ),
        ]),
    element('p', { class: 'quiet' }, plain('span', `${method.cite}: `), code(address)),
  );
}

/** A letter names what it is about; a page of theirs is opened as it is. */
const reportTo = (contact: string, subject: string): string =>
  contact.includes('@') && !/^https?:/i.test(contact)
    ? `mailto:${contact}?subject=${encodeURIComponent(subject)}`
    : contact;
