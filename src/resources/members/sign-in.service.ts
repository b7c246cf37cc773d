import { toSeal } from '../../domain/event/sealed-data.js';
import { newRef } from '../../platform/db/new-ref.js';
import { violatedConstraint } from '../../platform/db/sql-errors.js';
import type { Store } from '../../platform/db/transaction.js';
import { Failure } from '../../platform/errors.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import { system, type Caller } from '../../domain/access/rules.js';
import { findSignedIn, nameOf, provideKey, type SignedIn } from './identity.repository.js';
import type { KeyUseLog } from '../../platform/auth/authenticate-key.js';
import { memberChanged } from './tie-identities.js';
import type { MemberService } from './member.service.js';
import type { Subject } from '../../platform/auth/call-provider.js';
import type { VerifyToken } from '../../platform/auth/token-verifier.js';

/** Three parts of base64url: a signed token, and never one of our keys. */
const token = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
export const isToken = (text: string): boolean => token.test(text);

/** Ids, and of the subject what an admin sees of identities: whose it is stays out of the log. */
export interface WhyRefused {
  reason: string;
  issuer?: string;
  digest?: string;
  member?: string;
}

interface Deps {
  store: Store;
  members: Pick<MemberService, 'create' | 'nameIdentity' | 'isTied'>;
  uses: KeyUseLog;
  /** Told why somebody is not let in: for the operator, and with no token in it. */
  refused: (why: WhyRefused) => void;
  /** What becomes of somebody whom the issuer knows and we do not. */
  strangers: 'refuse' | 'reader';
}

export type SignIn = ReturnType<typeof createSignIn>;

/** Lets members in whom the newsroom's own identity provider knows: by a token of its instead of a key, or with a browser. */
export function createSignIn({ store, members, uses, refused, strangers }: Deps) {
  /** What they do is done by a key like everybody's, only without a secret. */
  const keyOf = async (who: Subject, { memberId, ref, role }: SignedIn): Promise<string | undefined> =>
    store.transact(async (tx) => {
      const key = await provideKey(tx, members.nameIdentity(who));
      if (!key?.made) return key?.keyId;
      const data = { name: toSeal('member', memberId, nameOf(who.issuer)), member: memberId };
      await appendEvents(tx, system, [
        { type: 'key.created', subject: { type: 'key', id: key.keyId }, data },
        memberChanged({ id: key.memberId, ref, role, active: true }, ['identities']),
      ]);
      return key.keyId;
    });

  const welcome = async ({ issuer, subject, name }: Subject): Promise<void> => {
    const ref = newRef('member');
    try {
      await members.create(
        {
          ref,
          kind: 'person',
          name: name ?? ref,
          role: 'reader',
          languages: [],
          topics: [],
          identities: [{ issuer, subject }],
        },
        system,
      );
    } catch (error) {
      // Somebody who signs in twice at once is welcomed once.
      const taken = error instanceof Failure && error.code === 'identity_taken';
      if (!taken && violatedConstraint(error) !== 'member_identities_standing') throw error;
    }
  };

  const noteRefusal = (reason: string, address: string | undefined): void => {
    refused({ reason });
    if (address !== undefined) uses.noteRefusal(null, address);
  };

  /** Throws `unknown_subject` for a stranger; undefined where the member may not come in any more. */
  const bySubject = async (who: Subject, address?: string): Promise<Caller | undefined> => {
    const identity = members.nameIdentity(who);
    let known = await findSignedIn(store.db, identity);
    if (!known && strangers === 'reader') {
      await welcome(who);
      known = await findSignedIn(store.db, identity);
    }
    if (!known) {
      refused({ reason: 'no member is tied to it', ...identity });
      throw unknown(who);
    }
    if (!members.isTied(identity, known)) {
      refused({ reason: 'it was tied to the member in the database, by none of our processes', ...identity });
      throw unknown(who);
    }
    const keyId = known.valid ? (known.keyId ?? (await keyOf(who, known))) : undefined;
    if (keyId === undefined) {
      const reason = 'the member is not active, or the key of this sign-in was revoked';
      refused({ reason, ...identity, member: known.memberId });
      if (address !== undefined) uses.noteRefusal(known.keyId, address);
      return undefined;
    }
    if (address !== undefined) uses.noteUse(keyId, address);
    const { memberId, personId, ref, name, role } = known;
    return { memberId, personId, ref, name, role, keyId };
  };

  return {
    bySubject,
    noteRefusal,

    byToken:
      (verify: VerifyToken) =>
      async (text: string, address?: string): Promise<Caller | undefined> => {
        const who = await verify(text);
        if (!('refused' in who)) return bySubject(who, address);
        noteRefusal(who.refused, address);
        return undefined;
      },
  };
}

const unknown = ({ issuer, subject }: Subject): Failure =>
  new Failure(
    'forbidden',
    'You are signed in, but no member here is tied to that. Give an admin the issuer and subject below, to add to your member.',
    { code: 'unknown_subject', extra: { issuer, subject } },
  );
