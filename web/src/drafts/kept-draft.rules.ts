/** PURE: what is kept of a draft on a device, and what becomes of it when the desk or another task has more. */
import {
  joinDrafts,
  mergeDrafts,
  reviseConflicts,
  sameDraft,
  type Conflict,
  type Draft,
} from './draft.rules.js';

export interface KeptDraft {
  mine: Draft;
  /** What the desk had when this was last the same as there, with its tag. */
  base: Draft;
  /** Empty while the desk was not asked yet. */
  tag: string;
  /** Whether `mine` holds anything that is not at the desk. */
  unsent: boolean;
  conflicts: Conflict[];
  /** Sent, and nobody knows whether the desk took it: what comes back as one of these is mine. */
  inDoubt: Draft[];
  /** When a person last changed it here; milliseconds. */
  writtenAt?: number | undefined;
}

export const nothingKept: KeptDraft = {
  mine: {},
  base: {},
  tag: '',
  unsent: false,
  conflicts: [],
  inDoubt: [],
};

/** Whether any of it waits to be sent, or for a person. */
export const isOnlyHere = ({ unsent, conflicts }: KeptDraft): boolean => unsent || conflicts.length > 0;

/** With what the desk has now; what was written here since the two were last the same stays. */
export function withDesk(kept: KeptDraft, theirs: { draft: Draft; tag: string }): KeptDraft {
  const isMine = kept.inDoubt.some((sent) => sameDraft(sent, theirs.draft));
  // Where nothing was written in this task yet, nothing was taken out either.
  const isBlank = kept.tag === '' && sameDraft(theirs.draft, {});
  const base = isMine ? theirs.draft : isBlank ? {} : kept.base;
  const { draft, conflicts } = mergeDrafts(base, kept.mine, theirs.draft);
  const known = new Set(kept.conflicts.map(({ field }) => field));
  const open = [...kept.conflicts, ...conflicts.filter(({ field }) => !known.has(field))];
  return {
    ...kept,
    // What is not among them may still be on its way.
    inDoubt: isMine ? [] : kept.inDoubt,
    mine: draft,
    base: theirs.draft,
    tag: theirs.tag,
    conflicts: reviseConflicts(open, draft, theirs.draft),
    unsent: !sameDraft(draft, theirs.draft),
  };
}

/** With what is only here of a task that has ended. The desk hands its draft on to the next task: it is built on that. */
export const withEnded = (own: KeptDraft | undefined, ended: KeptDraft): KeptDraft =>
  own && isOnlyHere(own) ? withFound(own, ended) : { ...ended, tag: '' };

/** With what was kept before, and found late. */
export const withFound = (kept: KeptDraft, found: KeptDraft): KeptDraft => {
  const mine = joinDrafts(found.base, kept.mine, found.mine);
  const writtenAt = kept.writtenAt ?? found.writtenAt;
  return { ...kept, mine, writtenAt, unsent: !sameDraft(mine, kept.base) };
};
