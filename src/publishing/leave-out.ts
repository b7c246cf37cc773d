import { reasonOf, type WarnThrottled } from '../platform/throttled-warning.js';

/**
 * One claim that cannot be read takes no list along: it is left out, and the log names it: its rows and its
 * events do not say the same, and `isnad verify` says where. Its own page fails: nobody is told that nothing was published.
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
