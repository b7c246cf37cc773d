/** Reads a stream of server-sent events as the HTML standard says, in the form we write it. */
import type { CloudEvent } from '../../src/delivery/feed/cloud-event.js';

export interface Message {
  id: string;
  /** Undefined where the message only moves the id on. */
  event: CloudEvent | undefined;
}

export async function* messagesOf(response: Response): AsyncGenerator<Message> {
  if (!response.body) throw new Error('the answer has no body');
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string): string | undefined =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field('data');
      yield {
        id: field('id') ?? '',
        event: data === undefined ? undefined : (JSON.parse(data) as CloudEvent),
      };
    }
  }
}

/** The first event that fits, or undefined where the stream ends before. */
export async function nextEvent(
  messages: AsyncGenerator<Message>,
  fits: (event: CloudEvent) => boolean,
): Promise<Message | undefined> {
  for (let next = await messages.next(); !next.done; next = await messages.next()) {
    if (next.value.event && fits(next.value.event)) return next.value;
  }
  return undefined;
}
