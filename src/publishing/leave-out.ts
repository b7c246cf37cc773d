import { reasonOf, type WarnThrottled } from '../platform/throttled-warning.js';

/**
 * One claim that cannot be read takes no list along: it is left out, as if nothing of it were published, and the log names it.
 * Its rows and its events do not say the same; `isnad verify` says where.
 */
export type LeaveOut = <View>(claim: string, view: () => View) => View | undefined;

export const createLeaveOut =
  (warn: WarnThrottled): LeaveOut =>
  (claim, view) => {
    try {
      return view();
    } catch (error) {
      warn(
        new Error(`claim ${claim}: ${reasonOf(error)}`, { cause: error }),
        'what is published of a claim cannot be read, and is left out: run isnad verify',
      );
      return undefined;
    }
  };
