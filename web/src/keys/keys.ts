/**
 * Every key of the desk: what it does, on which screen, and the key by its place on the keyboard. Letters differ by
 * layout (an Arabic one yields ى for N), places do not.
 */
import type { Message } from '../language/words.js';

export interface Key {
  /** `KeyboardEvent.code`. */
  code: string;
  /** As it is printed. */
  printed: string;
  screen: 'all' | 'work' | 'review' | 'approve' | 'claim';
  /** With Ctrl, or with Command on a Mac: works inside text fields too. */
  command?: boolean;
  shift?: boolean;
  does: Message;
}

export const keys = {
  'next-task': { code: 'KeyN', printed: 'N', screen: 'work', does: 'work.next' },
} satisfies Record<string, Key>;

export type KeyName = keyof typeof keys;
