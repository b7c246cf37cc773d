/** PURE: how much may belong to one claim. A decision reads and locks all of it at once. */
import type { Refusal } from '../problem/refusal.js';

export const mostTopics = 20;

/** Relations that come in count as well as those that go out. */
export const mostOfClaim = { relations: 500, evidence: 1_000, contacts: 500 } as const;
export type Counted = keyof typeof mostOfClaim;

/** Why a claim that has so many of them gets no more. */
export function refuseFullClaim(what: Counted, ref: string, count: number): Refusal | undefined {
  const most = mostOfClaim[what];
  return count < most ? undefined : { kind: 'conflict', code: 'claim_full', why: full[what](ref, most) };
}

const full: Readonly<Record<Counted, (ref: string, most: number) => string>> = {
  relations: (ref, most) => `The claim ${ref} has ${String(most)} relations, and can have no more.`,
  evidence: (ref, most) => `The claim ${ref} has ${String(most)} pieces of evidence, and can have no more.`,
  contacts: (ref, most) =>
    `The claim ${ref} has ${String(most)} records of who was asked, and can have no more.`,
};
