/** PURE: a scale is known by its number; where an event needs a UUID, it is the number in one of form 8 (RFC 9562). */
export const idOfScale = (version: number): string =>
  `00000000-0000-8000-8000-${version.toString(16).padStart(12, '0')}`;

export const numberOfScale = (id: string): number => Number.parseInt(id.slice(-12), 16);
