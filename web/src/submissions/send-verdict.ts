/** Sends a verdict until the desk has answered, whatever screen its writer is at by then. What was written stays a draft here. */
import { pause } from '../../../client/time-limit.js';
import { isSignedOut } from '../api/api.js';
import { isFinal } from '../api/once.js';
import { UserMessageError } from '../parts/user-message-error.js';
import { hasEnded, isHere, noteSignedOut, sendBeforeSignOut } from '../session/session.js';
import { forgetSent, noteSent, type SentVerdict } from './sent-verdicts.js';

const retryMs = 2_000;
/** How long signing out waits for it. */
const patienceMs = 3_000;

interface Sending {
  /** Answers with what the desk has made of it; throws `UserMessageError` where it is not to be sent as it is. */
  send: () => Promise<{ id: string }>;
  /** A refusal in words. */
  say: (refusal: unknown) => string;
}

/** Resolves once it is known what became of it: whether the desk has it. Whoever signs out is held back unless the desk has it. */
export function sendVerdict(one: Omit<SentVerdict, 'outcome'>, sending: Sending): Promise<boolean> {
  noteSent({ ...one, outcome: 'sending' });
  const done = untilAnswered(one, sending);
  const end = sendBeforeSignOut(() => Promise.race([done, pause(patienceMs).then(() => false)]));
  return done.finally(end);
}

async function untilAnswered(one: Omit<SentVerdict, 'outcome'>, { send, say }: Sending): Promise<boolean> {
  // By the cookie of somebody else it would be theirs: it stays the draft that it was.
  while (isHere(one.member)) {
    if (!hasEnded()) {
      try {
        const { id: verdict } = await send();
        noteSent({ ...one, verdict, outcome: 'waits' });
        return true;
      } catch (error) {
        if (isSignedOut(error)) noteSignedOut();
        if (error instanceof UserMessageError || isFinal(error)) {
          noteSent({
            ...one,
            outcome: error instanceof UserMessageError ? 'unsent' : 'refused',
            why: say(error),
          });
          return false;
        }
      }
    }
    await pause(retryMs);
  }
  forgetSent(one.task);
  return false;
}
