/** PURE: who may do what. Operations name a permission; this table says which roles hold it. */

export const roles = ['reader', 'checker', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * Roles are not a ladder: an admin runs Isnad and reads everything in it, but takes no part in a
 * verdict. An editor may do a checker's work, and then cannot approve it.
 */
const holders = {
  /** claims, chains, relations, statuses, published verdicts */
  read: ['reader', 'checker', 'editor', 'admin'],
  /** tasks, verdicts in the making */
  read_desk: ['checker', 'editor', 'admin'],
  /** articles, sources, claims, relations, evidence: what is known */
  record: ['checker', 'editor'],
  /** take tasks, write verdicts */
  check: ['checker', 'editor'],
  /** accept, reject, merge, assign, approve, correct */
  edit: ['editor'],
  /** policies: clocks, leases, limits */
  govern: ['editor', 'admin'],
  /** read which words are to be erased, and be the second person; who asks: `permissionToAsk`, privileged-change.ts */
  erase: ['editor', 'admin'],
  /** members, keys, instruments, ratings */
  administer: ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof holders;

export const permissions = Object.keys(holders) as Permission[];

export const holdersOf = (permission: Permission): readonly Role[] => holders[permission];

export const may = (role: Role, permission: Permission): boolean =>
  (holders[permission] as readonly Role[]).includes(role);

/** Whoever acts: a member through one of their keys. */
export interface Caller {
  memberId: string;
  /** Whose words and decisions theirs are; two members can be one person. */
  personId: string;
  ref: string;
  name: string;
  role: Role;
  keyId: string;
  /** The session of a browser by which they came, begun with that key: the digest of its token, in hexadecimal. */
  session?: string;
}

/** The system itself: workers, clocks, imports. */
export const system = { system: true } as const;
/** Whoever runs commands on a machine that reaches the database: as the system, and said so in every event. */
export const operator = { system: true, operator: true } as const;
export type Actor = Caller | typeof system | typeof operator;

/** As far as a rule looks at somebody: which member, which person, in which role. */
export type Party = Pick<Caller, 'memberId' | 'personId' | 'role'>;

export const isSystem = (
  actor: Party | typeof system | typeof operator,
): actor is typeof system | typeof operator => 'system' in actor;

/** Who did it, as an event names them: the member and their key, or the system itself. */
export const signatureOf = (actor: Actor): { actor: string | null; key: string | null } =>
  isSystem(actor) ? { actor: null, key: null } : { actor: actor.memberId, key: actor.keyId };

/** What the data of events says beside, where a command did it. */
export const byCommand = (actor: Actor): { operator?: true } =>
  'operator' in actor ? { operator: true } : {};
