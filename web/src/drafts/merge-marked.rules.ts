/** PURE: texts whose marks count different evidence, merged so that each mark goes on pointing to the same. */
import { moveMarks, numbered } from './evidence-marks.rules.js';
import { mergeTexts, type MergedText } from './merge-texts.rules.js';

interface Marked {
  text: string;
  /** What its marks count, in the order of ids. */
  evidence: readonly string[];
}

/** The marks of what comes out count `after`. */
export function mergeMarked(
  base: Marked,
  mine: Marked,
  theirs: Marked,
  after: readonly string[],
): MergedText & { isSame: boolean } {
  const all = numbered({
    evidence: [...new Set([base, mine, theirs].flatMap(({ evidence }) => evidence))],
  });
  const counted = ({ text, evidence }: Marked): string => moveMarks(text, evidence, all);
  const back = (text: string): string => moveMarks(text, all, after);
  const [here, there] = [counted(mine), counted(theirs)];
  const { text, conflict } = mergeTexts(counted(base), here, there);
  return {
    text: back(text),
    isSame: here === there,
    ...(conflict && {
      conflict: {
        mine: back(conflict.mine),
        theirs: back(conflict.theirs),
        both: back(conflict.both),
      },
    }),
  };
}
