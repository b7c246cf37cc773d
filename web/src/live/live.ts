/**
 * What happens at the desk, as it happens. One tab of a browser listens and passes on; the others hear it from that one,
 * because a browser has few connections to one server.
 */
import type { CloudEvent } from '../../../client/generated/api.js';
import { follow as followFeed, type FollowOptions, type Step } from '../../../client/follow.js';
import { createSend } from '../../../client/send.js';
import { isSignedOut, settings } from '../api/api.js';
import { requestPen } from '../drafts/one-writer.js';

export interface Heard {
  id: string;
  type: CloudEvent['type'];
  subject: string | undefined;
  /** ref of the claim it is about, and the version it has since. */
  claim: string | undefined;
  ordinal?: number | undefined;
  /** ref of the member who did it; "system" for what the desk does by itself. */
  actor?: string | undefined;
  /** id of whoever a task was given to. */
  assignee?: string | undefined;
  /** Of a task. */
  stage?: string | undefined;
  /** id of whoever has a task that is due. */
  holder?: string | undefined;
  /** What a capture of a page found of its text. */
  change?: string | undefined;
  /** A capture that failed is tried again. */
  again?: boolean;
}

/** Whether what is shown is live; `unheard`: what may have happened that no event tells. */
type Live =
  | { downSince: number }
  | {
      downSince: undefined;
      /** `before`: between reading and listening. `meanwhile`: while the stream was down. */
      unheard?: 'before' | 'meanwhile';
    };

/** What the other tabs get, and ask for when they open. */
type Passed =
  { event: Heard } | { live: Live; cursor: string | undefined } | { cursor: string } | { asks: true };

interface Listeners {
  onEvent: (event: Heard) => void;
  onLive: (live: Live) => void;
  onSignedOut: () => void;
}

type Steps = (options: FollowOptions) => AsyncIterable<Step>;
const stepsOfDesk: Steps = (options) => followFeed({ settings, send: createSend(settings) }, options);

/** Answers what ends it. */
export function follow({ onEvent, onLive, onSignedOut }: Listeners, steps: Steps = stepsOfDesk): () => void {
  const channel = new BroadcastChannel('isnad-live');
  const ending = new AbortController();
  /** How far this browser has heard: whichever tab listens next goes on from there. */
  let cursor: string | undefined;
  /** Told by the tab that listens; undefined until that is known. */
  let live: Live | undefined;
  let listens = false;
  const tellLive = (next: Live): void => {
    live = next;
    channel.postMessage({ live, cursor } satisfies Passed);
    onLive(next);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Passed>) => {
    if ('asks' in data) {
      // Who has just come has missed nothing: they read what they show after they began to hear.
      const known = live && (live.downSince === undefined ? { downSince: undefined } : live);
      if (listens && known) channel.postMessage({ live: known, cursor } satisfies Passed);
    } else if ('event' in data) onEvent(data.event);
    else {
      cursor = data.cursor ?? cursor;
      if (!('live' in data) || sameLive(live, data.live)) return;
      live = data.live;
      onLive(live);
    }
  });
  channel.postMessage({ asks: true } satisfies Passed);

  const listen = async (): Promise<void> => {
    listens = true;
    const went = (): void => {
      if (live?.downSince === undefined) tellLive({ downSince: Date.now() });
    };
    try {
      const options = {
        after: cursor,
        signal: ending.signal,
        onTrouble: (trouble: Error | undefined) => {
          if (trouble) went();
        },
      };
      let isFirst = true;
      for await (const step of steps(options)) {
        const unheard = cursor === undefined ? 'before' : 'meanwhile';
        cursor = step.cursor;
        if (isFirst || live?.downSince !== undefined) tellLive({ downSince: undefined, unheard });
        else channel.postMessage({ cursor } satisfies Passed);
        isFirst = false;
        for (const { id, type, subject, claim, ordinal, actor, data } of step.events) {
          const [assignee, stage] = [textOf(data?.['assignee']), textOf(data?.['stage'])];
          const [holder, change] = [textOf(data?.['holder']), textOf(data?.['change'])];
          const again = data?.['again'] === true;
          const event = { id, type, subject, claim, ordinal, actor, assignee, stage, holder, change, again };
          channel.postMessage({ event } satisfies Passed);
          onEvent(event);
        }
      }
    } catch (error) {
      if (ending.signal.aborted) return;
      went();
      if (isSignedOut(error)) onSignedOut();
    }
  };
  const turn = requestPen('isnad-live', { onHeld: () => void listen(), onElsewhere: () => undefined });
  return () => {
    ending.abort();
    turn.release();
    channel.close();
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Newcomers ask all of them at once: what each knows already is no news to it. */
const sameLive = (one: Live | undefined, other: Live): boolean =>
  one !== undefined &&
  one.downSince === other.downSince &&
  (other.downSince !== undefined || other.unheard === undefined);
