/** PURE: who has a right to answer. */

/** Whether claims of this kind say something against somebody, who has a right to answer. */
export const saysAgainst = (kind: string): boolean => kind === 'accusation' || kind === 'violation';
