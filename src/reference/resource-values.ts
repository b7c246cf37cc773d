import type {
  PrivilegedEvent,
  PrivilegedKind,
  PrivilegedStatus,
} from '../domain/access/privileged-change.js';
import type { WebhookEvent, WebhookStatus } from '../domain/delivery/webhook.js';
import type { Language } from '../domain/text/languages.js';
import type { CaptureChange, CaptureFailureCode } from '../domain/evidence/capture.js';

type Words<Value extends string> = Readonly<Record<Value, string>>;

/** What each value of an enumeration means: sources, norms, evidence, webhooks, what is published. */
export const resourceValues = [
  {
    person: 'a human',
    organization: 'an organization',
    government: 'a state or a part of one',
    outlet: 'a newspaper, station or site',
    agency: 'a news agency',
    document: 'a document that speaks for itself',
    imagery: 'images, of satellites for example',
    collective: 'several who are not named one by one',
  },
  { outlet: 'an outlet that is recorded as a source', article: 'an article without one' },
  {
    to: 'to the country or body that the norm is about',
    from: 'from it',
    both: 'in both directions',
    none: 'has no direction',
  },
  { low: 'a guess', medium: 'probable', medium_high: 'rather sure', high: 'sure' },
  { for: 'speaks for the claim', against: 'speaks against it', context: 'neither' },
  { owed: 'not looked at yet', captured: 'the page is kept', failed: '`failure` says why not' },
  {
    refused: 'the address is not allowed, or leads inside a network',
    unknown_host: 'no such host',
    unreachable: 'no connection',
    insecure: 'its certificate is not good',
    too_slow: 'took too long',
    broken: 'the answer broke off or could not be read',
    too_large: 'larger than is kept',
    too_many_redirects: 'sent on too often',
    not_found: 'there is no such page',
    denied: 'the page is not for everybody',
    too_many_requests: 'asked too often',
    server_error: 'the server failed',
    unexpected_status: 'another status than that of a page',
    not_stored: 'our store did not take it',
    never_ended: 'the look at it never ended',
  } satisfies Words<CaptureFailureCode>,
  {
    first: 'the first look',
    same: 'the same bytes as before',
    same_text: 'other bytes, the same text',
    changed: 'another text than before',
    gone: 'there before, and not any more',
  } satisfies Words<CaptureChange>,
  {
    asked: 'asked, no answer yet',
    replied: 'answered',
    declined: 'will not answer',
    no_answer: 'did not answer in time',
  },
  {
    create_member: 'somebody new, with rights over others or as whom somebody signs in',
    change_member: 'a role, an identity, the end or return of somebody with rights',
    create_key: 'a key for somebody else',
    rotate_key: 'a key for somebody else, in the place of another',
    revoke_key: 'the end of a key of another admin',
  } satisfies Words<PrivilegedKind>,
  {
    waiting: 'nothing has changed yet',
    confirmed: 'made',
    rejected: 'another admin was against it',
    withdrawn: 'taken back by whoever asked',
    lapsed: 'nobody confirmed it in time',
  } satisfies Words<PrivilegedStatus>,
  {
    confirm: 'makes it, as another admin',
    reject: 'ends it, as another admin',
    withdraw: 'takes it back, as whoever asked',
  } satisfies Words<PrivilegedEvent>,
  { secret: 'made here and shown once', sign_in: 'stands for a sign-in at the identity provider' },
  {
    created: 'an instrument, with its provisions',
    changed: 'what is known of an instrument',
    provision_added: 'one more provision',
    provision_changed: 'what is known of a provision',
  },
  { enabled: 'events are sent', disabled: 'nothing is sent' } satisfies Words<WebhookStatus>,
  { enable: 'goes on where it stopped', disable: 'stops it' } satisfies Words<WebhookEvent>,
  {
    asked: 'somebody disabled it',
    gone: 'the receiver answered 410',
    exhausted: 'the receiver failed for too long',
    owner_inactive: 'its member is not active any more',
    key_revoked: 'the key it was made with was revoked',
    key_expired: 'the key it was made with has expired',
  },
  { delivered: 'confirmed', failed: 'tried again later', given_up: 'not tried again' },
  { ar: 'Arabic', en: 'English' } satisfies Words<Language>,
  { Person: 'a human', Organization: 'anything else that can speak' },
  { Article: 'an article', CreativeWork: 'any other text or image', Legislation: 'a norm' },
  {
    verdict: 'a finding',
    correction: 'a finding that took the place of another',
    retraction: 'a finding that was taken back',
  },
];
