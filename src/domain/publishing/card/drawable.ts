/** PURE: what can be drawn of a text with letters that are there. */

/**
 * The text, with one ellipsis for each run of characters that cannot be drawn; undefined where most of its letters cannot: then
 * another text serves better.
 */
export function drawable(text: string, hasGlyph: (codePoint: number) => boolean): string | undefined {
  let [letters, missing, shown] = [0, 0, ''];
  for (const character of text) {
    const isLetter = /[\p{L}\p{N}]/u.test(character);
    const isThere = /[\s\p{C}]/u.test(character) || hasGlyph(character.codePointAt(0) ?? 0);
    if (isLetter) letters++;
    if (isLetter && !isThere) missing++;
    if (isThere) shown += character;
    else if (!/…\s*$/u.test(shown)) shown += '…';
  }
  return missing * 2 > letters ? undefined : shown.replace(/(?<=…\s)\s+/gu, '');
}
