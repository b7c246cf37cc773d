/** PURE: a text of an edition, by language or alone; what was erased is not there any more. */
/** A text, or what kind of text was erased or withheld. */
export type Removable = string | { removed: string };

export interface TextIn {
  language: string | undefined;
  text: string;
}

export function textsOf(value: unknown): TextIn[] {
  if (typeof value === 'string') return [{ language: undefined, text: value }];
  if (typeof value !== 'object' || value === null || 'removed' in value) return [];
  return Object.entries(value).flatMap(([language, text]) =>
    typeof text === 'string' ? [{ language, text }] : [],
  );
}
