/** PURE: a text of others on a page: as it is, or that it was removed. */
import type { Quoted } from '../../edition/edition.js';
import type { TextIn } from '../../text/nearest-language.js';
import { words } from '../feed-words.js';
import type { Reader } from './reader.js';

/** In its own language; what stands for it where it was removed is in that of the page. */
export const quoted = (text: Quoted, language: string, { frame }: Pick<Reader, 'frame'>): TextIn =>
  typeof text === 'string' ? { language, text } : { language: frame, text: words[frame].removed };
