import { sendForBody, type Send } from './send.js';

interface Page {
  items: unknown[];
  next: string | null;
}

/** Every item of a list, page after page; the next page is asked for when somebody wants to see it. */
export async function* items(
  send: Send,
  route: string,
  input: object = {},
  options: { signal?: AbortSignal } = {},
): AsyncGenerator {
  for (let after: string | null | undefined; after !== null;) {
    const place = after === undefined ? {} : { after };
    const page = (await sendForBody(send, route, { ...input, ...place }, options)) as Page;
    yield* page.items;
    after = page.next;
  }
}
