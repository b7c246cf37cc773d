/** One connection to `GET /v1/stream`, for as long as it lasts. */
import { goodBodyOf, isTimeout, readAnswer, Refusal, Unreachable } from './answer.js';
import { createFrameParser, type Frame } from './frames.js';
import { writeRequest } from './request.js';
import type { ClientSettings } from './send.js';
import { limitTime } from './time-limit.js';

export interface StreamOptions {
  after: string | undefined;
  types?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds in which the stream must say something at first, and after that. */
  openingMs: number;
  silenceMs: number;
  onRetryTime: (ms: number | undefined) => void;
}

/** There is no stream to be had here: an older Isnad, or something in between that holds it back. */
export class NoStream extends Error {
  override readonly name = 'NoStream';
}

/** The frames of each piece as it comes; ends when the other side ends it, throws `Unreachable` when it breaks. */
export async function* openStream(
  settings: ClientSettings,
  { after, types, signal, openingMs, silenceMs, onRetryTime }: StreamOptions,
): AsyncGenerator<Frame[], void> {
  const { url, headers } = writeRequest(settings, 'GET /v1/stream', { types }, { lastEventId: after });
  const limit = limitTime(signal, openingMs);
  const parser = createFrameParser();
  const decoder = new TextDecoder();
  let heard = false;
  try {
    const response = await (settings.fetch ?? fetch)(url, {
      headers,
      signal: limit.signal,
      redirect: 'manual',
    });
    for await (const bytes of await bodyOf(response)) {
      heard = true;
      // However long the reader takes for these, it is not the stream that is silent.
      limit.hold();
      const frames = parser.read(decoder.decode(bytes, { stream: true }));
      onRetryTime(parser.retryMs());
      if (frames.length > 0) yield frames;
      limit.renew(silenceMs);
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Refusal || error instanceof NoStream) throw error;
    if (!heard && isTimeout(error)) throw new NoStream();
    throw new Unreachable(url, error);
  } finally {
    limit.end();
  }
}

const absent = [404, 405, 406, 501];

async function bodyOf(response: Response): Promise<AsyncIterable<Uint8Array>> {
  if (absent.includes(response.status)) {
    await response.body?.cancel();
    throw new NoStream();
  }
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (response.ok && isStream && response.body) return response.body;
  goodBodyOf(await readAnswer(response));
  throw new NoStream();
}
