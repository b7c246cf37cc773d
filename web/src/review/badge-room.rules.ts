/** PURE: how much room badges take in the margin. */

/** Pixels from one badge to the next. */
export const badgeHeight = 26;
/** Badges of a stack; what more there are is counted in one below. */
export const mostNamed = 2;

/** The height of a stack of so many quotes. */
export const roomFor = (quotes: number): number => Math.min(quotes, mostNamed + 1) * badgeHeight;
