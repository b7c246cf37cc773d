/** Versions of articles that quotes were anchored in lately: to read and fold one costs as much as all the rest of a claim. */
import { createAnchor } from '../domain/text/anchor.js';
import { createRecentMap } from '../platform/recent-map.js';

export type Anchor = ReturnType<typeof createAnchor>;
/** Finds quotes in a version of an article. */
export type AnchorIn = (version: string, text: string) => Anchor;

/** A folded text takes some fifty bytes for each of its characters. */
const keep = 8;
const longest = 50_000;

const recent = createRecentMap<string, { text: string; anchor: Anchor }>(keep);

/** A version never changes; were there another text all the same, it is read anew. */
export const anchorIn: AnchorIn = (version, text) => {
  const known = recent.get(version);
  if (known?.text === text) return known.anchor;
  const anchor = createAnchor(text);
  if (text.length <= longest) recent.set(version, { text, anchor });
  return anchor;
};
