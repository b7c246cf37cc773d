import type { Caller } from '../../domain/access/rules.js';
import type { KeyUseLog } from './authenticate-key.js';
import { digestOfSession, isSessionOf, type Digests } from './credential-digests.js';
import type { KnownSession } from './credential.queries.js';
import type { Credentials } from './credentials.js';

interface Deps {
  sessions: Pick<Credentials<KnownSession>, 'find'>;
  digests: Digests;
  uses: KeyUseLog;
  /** Keeps it from ending for want of use. */
  noteUse: (session: string) => void;
}

/**
 * Whose session this is; undefined where there is none, it has ended, or the key it was begun with has. The use is
 * noted where it is known from where.
 */
export const createSessionAuthentication =
  ({ sessions, digests, uses, noteUse }: Deps) =>
  async (token: string, address?: string, atMostMs?: number): Promise<Caller | undefined> => {
    const name = digestOfSession(digests, token);
    const session = await sessions.find(name, atMostMs);
    if (!session?.valid || !isSessionOf(digests, token, session.caller)) {
      if (address !== undefined) uses.noteRefusal(session?.caller.keyId ?? null, address);
      return undefined;
    }
    if (address !== undefined) {
      uses.noteUse(session.caller.keyId, address);
      noteUse(name);
    }
    return session.caller;
  };
