/** Two keys one after the other: which bare key was pressed just before the one that is pressed now. */
import { isWriting } from './key.rules.js';

/** As long as somebody may take from one key to the next. */
const longestMs = 1_500;

let [last, before]: [Pressed | undefined, Pressed | undefined] = [undefined, undefined];
interface Pressed {
  code: string;
  at: number;
}

/** Before the keys themselves are listened to: it is loaded with them. */
export function followSequence(): void {
  addEventListener(
    'keydown',
    ({ code, timeStamp, repeat, target, ctrlKey, metaKey, altKey }) => {
      // Shift on its way to another key is none itself.
      if (repeat || /^(Shift|Control|Alt|Meta)/.test(code)) return;
      const isBare = !ctrlKey && !metaKey && !altKey && !isWriting(target);
      [before, last] = [last, isBare ? { code, at: timeStamp } : undefined];
    },
    true,
  );
}

/** Its code; undefined where that is too long ago. */
export const keyBefore = ({ timeStamp }: Pick<Event, 'timeStamp'>): string | undefined =>
  before && timeStamp - before.at < longestMs ? before.code : undefined;

/** What was pressed has done something: nothing else follows it. */
export const endSequence = (): void => {
  [before, last] = [undefined, undefined];
};
