/** Who is signed in on this browser. The cookie cannot be read here; the API says whose it is. */
import { useSyncExternalStore } from 'react';
import { api, isRefusal } from '../api/api.js';
import type { GoodBody } from '../../../client/routes.js';

type Me = GoodBody<'GET /v1/me'>;

interface Session {
  /** `ended` keeps who it was: their work stays on the screen until they sign in again. */
  status: 'unknown' | 'none' | 'open' | 'ended';
  me: Me | undefined;
}

let session: Session = { status: 'unknown', me: undefined };
const listeners = new Set<() => void>();

function set(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): Session => useSyncExternalStore(subscribe, () => session);

export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** Asks who this is; anything but a refusal of the API is thrown. */
export async function readSession(): Promise<void> {
  const answer = await api.ask('GET /v1/me');
  if (answer.status === 200) set({ status: 'open', me: answer.body });
  else if (answer.status === 401) set({ status: 'none', me: undefined });
}

export const noteSignedOut = (): void => {
  set({ status: session.me ? 'ended' : 'none', me: session.me });
};

/** Throws the API's refusal. Before it is on the screen who came, it is said whether it is whoever was here before. */
export async function signIn(key: string, onSignedIn: (same: boolean) => void): Promise<void> {
  const { member } = await api.demand('POST /session', { body: { key } });
  onSignedIn(session.me === undefined || session.me.id === member.id);
  set({ status: 'open', me: member });
}

export async function signOut(): Promise<void> {
  try {
    await api.demand('DELETE /session');
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  set({ status: 'none', me: undefined });
}
