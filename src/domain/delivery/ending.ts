/** PURE: why a webhook is called no more. */

export const endings = [
  'asked',
  'gone',
  'exhausted',
  'owner_inactive',
  'key_revoked',
  'key_expired',
] as const;

/** Why, as a code and in words for the owner. */
export interface Ending {
  reason: (typeof endings)[number];
  detail: string | null;
}

const anotherKey = 'Another key of the member enables it again, from where it stopped.';

export const keyRevoked: Ending = {
  reason: 'key_revoked',
  detail: `The key it was made with was revoked. ${anotherKey}`,
};
const keyExpired: Ending = {
  reason: 'key_expired',
  detail: `The key it was made with has expired. ${anotherKey}`,
};
export const ownerInactive: Ending = {
  reason: 'owner_inactive',
  detail: 'The member it belongs to is not active any more.',
};

/** What a webhook stands on besides itself. */
export interface OwnerState {
  active: boolean;
  revoked: boolean;
  expired: boolean;
}

/** Why it is not to be called; undefined where it is. */
export const endingOf = ({ active, revoked, expired }: OwnerState): Ending | undefined =>
  !active ? ownerInactive : revoked ? keyRevoked : expired ? keyExpired : undefined;
