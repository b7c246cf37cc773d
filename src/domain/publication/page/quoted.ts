/** PURE: a text of others on a page: as it is, or that it was removed. */
import type { Quoted } from '../../edition/edition.js';
import { words } from '../words.js';
import type { Reader } from './reader.js';

export const quoted = (text: Quoted, { frame }: Pick<Reader, 'frame'>): string =>
  typeof text === 'string' ? text : words[frame].removed;
