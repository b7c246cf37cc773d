/** PURE: of what stayed the same in a long text, as much as shows where the rest stands. */
import type { Run } from '../../../src/domain/text/diff-words.js';

interface ShownRun {
  kind: Run['kind'] | 'left-out';
  text: string;
}

/** `around`: how many words of what stayed are shown at each side of what did not. */
export function leaveOutSame(runs: readonly Run[], around: number): ShownRun[] {
  return runs.flatMap((run, place): ShownRun[] => {
    const words = run.kind === 'same' ? (run.text.match(/\S+\s*/g) ?? []) : [];
    const isAlone = runs.length === 1;
    const before = place === 0 && !isAlone ? 0 : around;
    const after = place === runs.length - 1 && !isAlone ? 0 : around;
    if (words.length <= before + after + 1) return [run];
    const kept = (part: readonly string[]): ShownRun[] =>
      part.length === 0 ? [] : [{ kind: 'same', text: part.join('') }];
    return [
      ...kept(words.slice(0, before)),
      { kind: 'left-out', text: words.slice(before, words.length - after).join('') },
      ...kept(words.slice(words.length - after)),
    ];
  });
}
