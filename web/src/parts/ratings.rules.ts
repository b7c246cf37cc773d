/** PURE: a rating in the words of a language, and the scale in the order in which it is read. */
interface Labeled {
  slug: string;
  labels: Record<string, string>;
}

export const labelOf = ({ slug, labels }: Labeled, language: string): string =>
  labels[language] ?? labels['en'] ?? Object.values(labels)[0] ?? slug;

/** What a rating of this scale is called; its slug where the scale has no such rating any more. */
export function ratingName(scale: readonly Labeled[], slug: string, language: string): string {
  const rating = scale.find((one) => one.slug === slug);
  return rating ? labelOf(rating, language) : slug;
}

/** Those with a number from the lowest to the highest, then those without one. */
export function inOrder<R extends { value: number | null }>(
  scale: readonly R[],
): { placed: R[]; apart: R[] } {
  const placed = scale.filter(({ value }) => value !== null);
  return {
    placed: [...placed].sort((one, other) => Number(one.value) - Number(other.value)),
    apart: scale.filter(({ value }) => value === null),
  };
}
