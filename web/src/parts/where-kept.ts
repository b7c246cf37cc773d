import { useWords } from '../language/words.js';
import { useIsAllKept } from './in-this-tab.js';

/** Where what was written is, in a sentence: on this device, or in this tab alone. */
export function useWhereKept(): string {
  const words = useWords();
  return words(useIsAllKept() ? 'error.kept' : 'save.tabHelp');
}
