import { alignWords } from './align-words.js';

export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** What became of one text in the next, word by word. A word is what stands between blanks, its vowel marks with it. */
export function diffWords(before: string, after: string): Run[] {
  const [old, current] = [split(before), split(after)];
  const partners = alignWords(old.map(bare), current.map(bare));
  const runs: Run[] = [];
  const push = (kind: Run['kind'], text: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let at = 0;
  for (const [place, word] of old.entries()) {
    const partner = partners[place] ?? -1;
    if (partner === -1) {
      push('removed', word);
      continue;
    }
    while (at < partner) push('added', current[at++] ?? '');
    push('same', current[at++] ?? '');
  }
  while (at < current.length) push('added', current[at++] ?? '');
  return runs;
}

/** Each word with the blanks behind it. */
const split = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
const bare = (word: string): string => word.trimEnd();
