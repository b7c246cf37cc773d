/** PURE: a text with quotes in it, cut where any of them begins or ends, so that overlapping ones can all be drawn. */

export interface Span {
  id: string;
  /** Code points from 0, end exclusive. */
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  /** The spans that cover it, the first that began first. */
  ids: readonly string[];
}

/** Paragraphs, each as its segments: joined with line breaks they are the text again. */
export function segmentsOf(text: string, spans: readonly Span[]): Segment[][] {
  const points = Array.from(text);
  const known = spans.filter(({ start, end }) => start >= 0 && start < end && end <= points.length);
  const cuts = new Set([0, points.length, ...known.flatMap(({ start, end }) => [start, end])]);
  points.forEach((point, at) => {
    if (point === '\n') cuts.add(at).add(at + 1);
  });
  const sorted = [...cuts].sort((one, other) => one - other);
  const begun = [...known].sort((one, other) => one.start - other.start || one.end - other.end);
  const paragraphs: Segment[][] = [[]];
  sorted.slice(0, -1).forEach((start, index) => {
    const end = sorted[index + 1] ?? points.length;
    const piece = points.slice(start, end).join('');
    if (piece === '\n') {
      paragraphs.push([]);
      return;
    }
    const ids = begun.filter((span) => span.start <= start && span.end >= end).map(({ id }) => id);
    paragraphs.at(-1)?.push({ text: piece, ids });
  });
  return paragraphs;
}

/** Of each paragraph, the spans that begin in it. */
export function beginningsOf(paragraphs: readonly (readonly Segment[])[]): string[][] {
  const begun = new Set<string>();
  return paragraphs.map((segments) => {
    const ids = [...new Set(segments.flatMap(({ ids: covering }) => covering))].filter(
      (id) => !begun.has(id),
    );
    for (const id of ids) begun.add(id);
    return ids;
  });
}

interface DrawnSegment extends Segment {
  /** The span that it is drawn as: `own`, or the last that began; undefined outside of all. */
  id: string | undefined;
  /** A span of it has not been in this paragraph before: the keys stop here. */
  isFirst: boolean;
}

/** The segments of one paragraph as they are drawn: each span is reached at least once, also within another. */
export function drawnSegments(segments: readonly Segment[], own: string): DrawnSegment[] {
  const named = new Set<string>();
  return segments.map(({ text, ids }) => {
    const isFirst = ids.some((id) => !named.has(id));
    for (const id of ids) named.add(id);
    return { text, ids, id: ids.includes(own) ? own : ids.at(-1), isFirst };
  });
}
