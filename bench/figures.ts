/** A figure of several measurements: the one in the middle, and how far the others are from it. */
export interface Figure {
  median: number;
  low: number;
  high: number;
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
    return low + (high - low) * (place - Math.floor(place));
  };
  return { median: at(0.5), low: at(0), high: at(1) };
}

/** The ratio round by round: two slices that follow each other meet the same machine. */
export const ratioOf = (over: readonly number[], under: readonly number[]): Figure =>
  figureOf(over.map((value, round) => value / (under[round] ?? NaN)));

/** Three digits are as much as such a figure is worth. */
export function written(value: number): string {
  if (!Number.isFinite(value)) return '-';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** The value that this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
