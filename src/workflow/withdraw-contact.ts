/** PURE: takes back what was recorded of somebody who was asked. The row stays, and no later edition holds it. */
import type { Caller } from '../domain/access/rules.js';
import { listContactMoves, refuseContactMove, type ContactMoveName } from '../domain/evidence/contact.js';
import { unknownRefusal, type Refusal } from '../domain/problem/refusal.js';
import { addEvents, addRows, begin, type Decision } from './change.js';
import type { Docket } from './docket.js';
import { refuseWriting } from './refuse-writing.js';
import { renewLease } from './renew-lease.js';

const eventOf = (contact: string) => ({ type: 'claim.contact_withdrawn', data: { contact } }) as const;

/** Whoever does it changes what is decided on next, as by recording one. */
const refuse = (
  docket: Docket,
  { id, status }: NonNullable<Docket['contact']>,
  event: ContactMoveName,
  caller: Caller,
): Refusal | undefined =>
  refuseContactMove(status, event, caller) ?? refuseWriting(docket, eventOf(id), caller);

export function withdrawContact(docket: Docket, id: string, caller: Caller): Decision {
  const { contact, claim } = docket;
  if (!contact) return unknownRefusal('contact', id);
  const refusal = refuse(docket, contact, 'withdraw', caller);
  if (refusal) return refusal;
  const event = { ...eventOf(id), subject: { type: 'claim', id: claim.id } } as const;
  return renewLease(addEvents(addRows(begin(docket), { withdrawn: [id] }), caller, event), caller);
}

export function movesOfContact(docket: Docket, id: string, caller: Caller) {
  const { contact } = docket;
  if (!contact) return unknownRefusal('contact', id);
  const items = listContactMoves(contact.status, (event) => refuse(docket, contact, event, caller));
  return { status: contact.status, items };
}
