/** What a screen knows of a draft: the words, what waits for a person, and where the words are. */
import type { Conflict, Draft } from './draft.rules.js';

export interface DraftState {
  draft: Draft;
  conflicts: readonly Conflict[];
  /**
   * `unread`: the desk does not answer, and is asked again. `device`: some of it is only here yet. `conflict`: a person has
   * to choose. `refused`: the desk does not take it. `withheld`: nothing was written here, and what the desk has is not shown.
   */
  savedIn: 'opening' | 'unread' | 'desk' | 'device' | 'conflict' | 'refused' | 'withheld';
  /** Whether what was written before is here, so that more can be written. */
  writable: boolean;
  /** Whether this device keeps it: where its storage fails, what is not at the desk is in this tab alone. */
  kept: boolean;
  /** Of the desk's version that `draft` is built on. */
  tag: string;
  /** When the desk last took it; ISO 8601. */
  savedAt: string | undefined;
  /** Why the desk does not take it, or does not show it. */
  why: string | undefined;
}

export const unopenedDraft: DraftState = {
  draft: {},
  conflicts: [],
  savedIn: 'opening',
  writable: false,
  kept: true,
  tag: '',
  savedAt: undefined,
  why: undefined,
};
