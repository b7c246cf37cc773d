/** No entry stands behind this position: the largest of a bigint. */
export const pastTheEnd = 9_223_372_036_854_775_807n;
