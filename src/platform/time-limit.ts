/** That something took longer than it may. */
export class TooLate extends Error {}

/**
 * Rejects when `promise` takes longer than `ms`: with what `late` makes, or where it only says what did not happen, with
 * `TooLate`. What it does goes on; only nobody waits for it any more.
 */
export async function within<Result>(
  promise: Promise<Result>,
  ms: number,
  late: string | (() => Error),
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(typeof late === 'string' ? new TooLate(`${late} within ${String(ms)} ms`) : late());
    }, ms);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
