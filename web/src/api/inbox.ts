/** What concerns this member. */
export const inboxKey = ['inbox'] as const;

/** What waits for a second person beside claims: what this member may do with it. */
export const secondPersonKey = ['second-person'] as const;
