/**
 * What happens at the desk, as it happens. One tab of a browser listens and passes on; the others hear it from that one,
 * because a browser has few connections to one server.
 */
import type { CloudEvent } from '../../../client/generated/api.js';
import { api, isSignedOut } from '../api/api.js';
import { noteSignedOut } from '../session/session.js';
import { requestPen } from '../drafts/one-writer.js';

/** What the other tabs get. */
type Passed = { event: Heard } | { live: boolean };
export interface Heard {
  id: string;
  type: CloudEvent['type'];
  subject: string | undefined;
  /** ref of the claim it is about. */
  claim: string | undefined;
}

interface Listeners {
  onEvent: (event: Heard) => void;
  onLive: (live: boolean) => void;
}

/** Answers what ends it. */
export function follow({ onEvent, onLive }: Listeners): () => void {
  const channel = new BroadcastChannel('isnad-live');
  const ending = new AbortController();
  channel.addEventListener('message', ({ data }: MessageEvent<Passed>) => {
    if ('event' in data) onEvent(data.event);
    else onLive(data.live);
  });
  const tell = (passed: Passed): void => {
    channel.postMessage(passed);
    if ('event' in passed) onEvent(passed.event);
    else onLive(passed.live);
  };
  const listen = async (): Promise<void> => {
    tell({ live: true });
    try {
      const events = api.events({
        signal: ending.signal,
        onTrouble: (trouble) => {
          tell({ live: trouble === undefined });
        },
      });
      for await (const { id, type, subject, claim } of events) tell({ event: { id, type, subject, claim } });
    } catch (error) {
      if (ending.signal.aborted) return;
      tell({ live: false });
      if (isSignedOut(error)) noteSignedOut();
    }
  };
  const turn = requestPen('isnad-live', { onHeld: () => void listen(), onElsewhere: () => undefined });
  return () => {
    ending.abort();
    turn.release();
    channel.close();
  };
}
