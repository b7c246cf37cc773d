/** PURE: how much of the width the article has beside the rest, in percent, and what a key makes of it. */

export const evenShare = 50;
export const [leastShare, mostShare] = [25, 75];
const step = 5;

const withinBounds = (share: number): number => Math.round(Math.min(mostShare, Math.max(leastShare, share)));

/** As it was kept; half where nothing was, or something else. */
export const readShare = (kept: string | null): number =>
  kept !== null && /^\d{1,3}$/.test(kept) ? withinBounds(Number(kept)) : evenShare;

/** `isRtl`: the article is at the right side. Undefined for a key that changes nothing. */
export function shareAfter(key: string, share: number, isRtl: boolean): number | undefined {
  const onward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === onward) return withinBounds(share + step);
  if (key === back) return withinBounds(share - step);
  if (key === 'Home') return leastShare;
  if (key === 'End') return mostShare;
  return key === 'Enter' ? evenShare : undefined;
}

/** Where the pointer stands within the panes. */
export const shareAt = (
  at: number,
  { start, width }: { start: number; width: number },
  isRtl: boolean,
): number => withinBounds(((isRtl ? start + width - at : at - start) / width) * 100);
