/** Reads an HTML page token by token, a piece at a time: a page may be large, and others have to be served meanwhile. */
import { setImmediate as breathe } from 'node:timers/promises';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const chunk = 65_536;

export async function tokenizeHtml(html: string, callbacks: TokenizerCallbacks): Promise<void> {
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  for (let at = 0; at < html.length; at += chunk) {
    tokenizer.write(html.slice(at, at + chunk));
    await breathe();
  }
  tokenizer.end();
}
