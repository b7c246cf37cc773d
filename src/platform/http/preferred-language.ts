/** In which language somebody is spoken to. */
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { languages, type Language } from '../../domain/text/languages.js';

/** The best of ours by `Accept-Language` (RFC 9110); without one of them, English: programs send none, or `*`. */
export function preferredLanguage(request: Pick<IncomingMessage, 'headers'>): Language {
  const [best] = new Negotiator(request).languages(['en', ...languages.filter((one) => one !== 'en')]);
  return languages.find((one) => one === best) ?? 'en';
}
