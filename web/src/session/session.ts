/** Who is signed in on this browser. The cookie cannot be read here; the API says whose it is. */
import { useSyncExternalStore } from 'react';
import { api, isSignedOut, noteSignIn } from '../api/api.js';
import { answerForTab, askOtherTabs, type SentBefore } from './other-tabs.js';
import type { GoodBody, Input } from '../../../client/routes.js';
import { noteHere } from './last-here.js';
import { noteChosenKeys } from '../parts/chosen-keys.js';
import { createListeners } from '../parts/listeners.js';

type Me = GoodBody<'GET /v1/me'>;

interface Session {
  /** `ended` keeps who it was: their work stays on the screen until they sign in again. */
  status: 'unknown' | 'none' | 'open' | 'ended';
  me: Me | undefined;
}

let session: Session = { status: 'unknown', me: undefined };
const { subscribe, notify } = createListeners();

function set(next: Session): void {
  if (next.status === 'open' && session.status !== 'open') noteSignIn();
  session = next;
  noteChosenKeys(next.me?.shortcuts);
  if (next.status !== 'unknown') noteHere(next.me?.id);
  notify();
}

/** The cookie is one for all tabs of a browser: who came or went in one of them is told to the others. */
type TabMessage =
  /** id; null: they signed out. */
  { member: string | null } | SentBefore;
let others: BroadcastChannel | undefined;
const post = (message: TabMessage): void => {
  others?.postMessage(message);
};

/** Whether what this member wrote may be sent: the cookie is nobody else's by now. */
export const isHere = (member: string): boolean => session.me?.id === member;

/** Whether anything can be sent: it is known whose cookie it goes with. */
export const isOpen = (): boolean => session.status === 'open';

/** Whether nothing can be sent until they sign in again. */
export const hasEnded = (): boolean => session.status === 'ended';

/** What has to reach the desk before somebody signs out; each answers whether it did. */
const unsent = new Set<() => Promise<boolean>>();
export function sendBeforeSignOut(send: () => Promise<boolean>): () => void {
  unsent.add(send);
  return () => unsent.delete(send);
}
async function sendUnsent(): Promise<boolean> {
  const sent = await Promise.all([...unsent].map((send) => send().catch(() => false)));
  return !sent.includes(false);
}

export const useSession = (): Session => useSyncExternalStore(subscribe, () => session);

export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** Asks who this is; anything but a refusal of the API is thrown. */
async function readSession(): Promise<void> {
  const answer = await api.ask('GET /v1/me');
  if (answer.status === 200) {
    set({ status: 'open', me: answer.body });
    post({ member: answer.body.id });
  } else if (answer.status === 401) set({ status: 'none', me: undefined });
}

/** Where nobody answered before. */
export const askWhoIsHere = (): Promise<void> => readSession().catch(() => undefined);

interface Listeners {
  /** Somebody else came, or nobody is here: what the first had read is not theirs. */
  onAnother: () => void;
  /** Whose session had ended is here again. */
  onBack: () => void;
}

/** Follows who is signed in on this browser, and asks who it is: the other tabs hear of whoever came back from a provider. */
export async function beginSession(listeners: Listeners): Promise<() => void> {
  const end = follow(listeners);
  // Where nobody answers, the desk says so itself.
  await askWhoIsHere();
  return end;
}

/** By the other tabs, and whenever this one is looked at again. */
function follow({ onAnother, onBack }: Listeners): () => void {
  const open = new BroadcastChannel('isnad-session');
  others = open;
  const become = (member: string | null, me?: Me): void => {
    const same = member !== null && session.me?.id === member;
    if (same && session.status === 'open') {
      // Their role or their language may be another one by now.
      if (me) set({ status: 'open', me });
      return;
    }
    if (!same) {
      // First everything of the first is gone; then it is asked who came.
      set({ status: 'none', me: undefined });
      onAnother();
    }
    if (me) set({ status: 'open', me });
    if (member === null) return;
    const arrived = me ? Promise.resolve() : readSession();
    void arrived.then(() => {
      if (same && session.status === 'open') onBack();
    }, noteSignedOut);
  };
  open.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    if ('member' in data) become(data.member);
    else if (data.is === 'asked') answerForTab(data.id, post, sendUnsent);
  });
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || session.status === 'unknown') return;
    const answer = await api.ask('GET /v1/me');
    if (answer.status === 200) become(answer.body.id, answer.body);
    else if (answer.status === 401) noteSignedOut();
  };
  const seen = (): void => {
    // Where nobody answers, it is asked when something else is.
    look().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    others = undefined;
    open.close();
  };
}

export const noteSignedOut = (): void => {
  set({ status: session.me ? 'ended' : 'none', me: session.me });
};

/** Throws the API's refusal. Before it is on the screen who came, it is said whether it is whoever was here before. */
export async function signIn(key: string, onSignedIn: (same: boolean) => void): Promise<void> {
  const { member } = await api.require('POST /session', { body: { key } });
  onSignedIn(session.me === undefined || session.me.id === member.id);
  set({ status: 'open', me: member });
  post({ member: member.id });
}

/** What somebody settles for themselves; what is shown follows from the answer. */
export async function settle(body: Input<'PATCH /v1/me'>['body']): Promise<void> {
  const me = await api.require('PATCH /v1/me', { body });
  if (isHere(me.id)) set({ ...session, me });
}

/** Some of what was written is only on this device, and the desk does not take it. */
export class WordsUnsent extends Error {}

interface Leaving {
  /** They know that some of it stays on this device. */
  anyway?: boolean;
  /** Sends what no tab shows any more; answers whether it could. */
  sendLeft?: () => Promise<boolean>;
  /** Before the way in is on the screen: what was read is nobody's. */
  onGone?: () => void;
}

/** First what is unsent is sent; where that fails, nobody is signed out unless they say so. */
export async function signOut({ anyway = false, sendLeft, onGone }: Leaving = {}): Promise<void> {
  const areSent = await Promise.all([sendUnsent(), !others || askOtherTabs(others)]);
  const isLeftSent = await (sendLeft?.().catch(() => false) ?? true);
  if (!anyway && [...areSent, isLeftSent].includes(false)) throw new WordsUnsent();
  let next: string | null = null;
  try {
    ({ next } = await api.require('DELETE /session'));
  } catch (error) {
    // Whose session has ended is out already; whose cookie may still work is not.
    if (!isSignedOut(error)) throw error;
  }
  set({ status: 'none', me: undefined });
  onGone?.();
  post({ member: null });
  // Whoever sits here next would otherwise be signed in as them, by one click.
  if (next !== null) location.assign(next);
}
