/** PURE: the same for files, pipes and terminals that only take lines. */
import type { StatusChange } from '../../../client/client.js';
import { differenceOf, happeningsOf, show } from './board.js';
import { tame } from './cell.js';

/** A line for what a claim is when it is first seen, and one for each thing that happens to it. */
export function linesOf(change: StatusChange): string[] {
  const { status, was } = change;
  if (was === undefined) {
    const flags = [status.contested && 'contested', status.underCorrection && 'under correction'];
    const now = [
      status.status,
      status.rating !== null && `rating ${show(status.rating)}`,
      status.revision !== null && `revision ${show(status.revision)}`,
      ...flags,
      `version ${String(status.version)}`,
    ];
    return [lineOf(status.updatedAt, status.ref, now.filter(Boolean).join(', '))];
  }
  const lines = happeningsOf(change).map(({ at, ref, what }) => lineOf(at, ref, what));
  // What happened while the place in the feed was lost is not told, only what came of it.
  return lines.length > 0 ? lines : [lineOf(status.updatedAt, status.ref, differenceOf(change))];
}

const lineOf = (at: string, ref: string, what: string): string => tame(`${at} ${ref} ${what}`);
