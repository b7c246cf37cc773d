/** PURE: notes that somebody was asked about a claim, or what they answered; what was noted is never changed. */
import type { Caller } from '../domain/access/rules.js';
import { notThere, unknownReference } from '../domain/problem/refusal.js';
import { refuseFullClaim } from '../domain/claim/limits.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { addRows, begin, addEvents, type ContactRow, type Decision } from './change.js';
import type { Docket } from './docket.js';
import { namesOf } from './docket-facts.js';
import { renewLease } from './renew-lease.js';
import { refuseWriting } from './refuse-writing.js';

/** `source`: its id or ref. */
type NewContact = Omit<ContactRow, 'sourceId' | 'recordedById'> & { source: string | undefined };

export const docketForContact = ({ source }: Pick<NewContact, 'source'>) => ({
  named: { sources: source === undefined ? [] : [source] },
  counts: true,
});

export function recordContact(docket: Docket, { source, ...contact }: NewContact, caller: Caller): Decision {
  const [found] = namesOf(docket).sources;
  if (source !== undefined && !found) return unknownReference(notThere('/source', 'source', source));
  const row = { ...contact, sourceId: found?.id ?? null, recordedById: caller.memberId };
  const { id, label, outcome, channel, date, text } = contact;
  const event = {
    type: 'claim.contact_recorded',
    subject: { type: 'claim', id: docket.claim.id },
    data: {
      contact: id,
      source: found?.ref ?? null,
      label: toSeal('contact_name', id, label),
      channel: toSeal('contact_channel', id, channel),
      outcome,
      date,
      ...(text !== null && { text: toSeal('reply', id, text) }),
    },
  } as const;
  const { claim, counts } = docket;
  const refusal =
    refuseFullClaim('contacts', claim.ref, counts?.contacts ?? 0) ?? refuseWriting(docket, event, caller);
  if (refusal) return refusal;
  return renewLease(addEvents(addRows(begin(docket), { contacts: [row] }), caller, event), caller);
}
