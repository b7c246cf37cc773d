/** PURE: which badges stand in the margin beside a paragraph, and where: those of quotes that begin close to each other make a stack. */

import { roomFor } from './badge-room.rules.js';

interface Begun {
  id: string;
  /** Where the line is in which its quote begins; pixels from the top of the paragraph. */
  top: number;
}

export interface Stack {
  top: number;
  ids: string[];
}

const heightOf = ({ ids }: Stack): number => roomFor(ids.length);

/** `room`: the height of the paragraph. No stack covers another, and none ends below it. */
export function stacksOf(begun: readonly Begun[], room: number): Stack[] {
  const stacks: Stack[] = [];
  const settle = (stack: Stack): void => {
    stack.top = Math.max(0, Math.min(stack.top, room - heightOf(stack)));
    const before = stacks.at(-1);
    if (before && before.top + heightOf(before) > stack.top) {
      stacks.pop();
      settle({ top: before.top, ids: [...before.ids, ...stack.ids] });
    } else stacks.push(stack);
  };
  for (const { id, top } of [...begun].sort((one, other) => one.top - other.top)) settle({ top, ids: [id] });
  return stacks;
}
