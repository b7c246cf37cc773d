/** What concerns this member. */
export const inboxKey = ['inbox'] as const;
