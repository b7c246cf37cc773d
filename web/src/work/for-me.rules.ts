/** PURE: how far the inbox can be marked as read, and which events could bring something new into it. */
import { inboxTypes } from '../../../src/domain/inbox/sentences.js';
import type { Heard } from '../live/live.js';

interface Item {
  position: string;
  unread: boolean;
}

/**
 * The position of the newest item, once all that is unread is on the screen; undefined before, and where nothing is. A mark
 * covers everything older: what nobody has been shown would be marked with it. `unread`: how many are unread on all pages.
 */
export const readableUpTo = (items: readonly Item[], unread: number): string | undefined =>
  unread > 0 && items.filter((item) => item.unread).length >= unread ? items[0]?.position : undefined;

type Happened = Partial<Omit<Heard, 'type'>> & Pick<Heard, 'type'>;

const ofEditors = /^(?:task\.escalated|claim\.clash_arose|claim\.notice_|privileged_change\.)/;

/** Whom some of them concern is known once it is read: those are counted. What concerns nobody here is no news. */
export const mayConcern =
  ({ me, decides }: { me: { id: string; ref: string }; decides: boolean }) =>
  ({ type, actor, assignee, holder, change, again }: Happened): boolean => {
    if (!inboxTypes.some((one) => one === type) || actor === me.ref) return false;
    if (type === 'task.assigned') return assignee === me.id;
    if (type === 'task.reminded' || type === 'task.overdue') return holder === me.id;
    if (type === 'claim.capture_failed') return again !== true;
    if (type === 'claim.evidence_captured') return change === 'changed';
    return decides || !ofEditors.test(type);
  };
