/** PURE: how far the inbox can be marked as read. */
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
