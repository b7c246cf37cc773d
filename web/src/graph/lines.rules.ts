/** PURE: how the relations between boxes are drawn: around what stands between them, each with its arrow and a place for its name. */

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Of its column: see `columnsOf`. */
  place: number;
}

interface Edge {
  id: string;
  from: { id: string };
  to: { id: string };
}

interface Point {
  x: number;
  y: number;
}

export interface Line {
  id: string;
  /** Of an SVG path. */
  path: string;
  arrow: string;
  label: Point;
}

type Side = 'left' | 'right';
interface End {
  box: Box;
  side: Side;
  y: number;
}
interface Drawn {
  id: string;
  from: End;
  to: End;
}

const arrowLength = 8;
/** How far a line between two of one column goes out. */
const bulge = 44;
const labelHeight = 20;

const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2;

export function linesOf(boxes: ReadonlyMap<string, Box>, edges: readonly Edge[]): Line[] {
  const all = [...boxes.values()];
  const middle = all.find(({ place }) => place === 0);
  const drawn = edges.flatMap(({ id, from, to }): Drawn[] => {
    const [one, other] = [boxes.get(from.id), boxes.get(to.id)];
    if (!one || !other || one === other) return [];
    const outer: Side = one.left < (middle?.left ?? 0) ? 'left' : 'right';
    const [leaves, comes]: [Side, Side] =
      one.right <= other.left
        ? ['right', 'left']
        : other.right <= one.left
          ? ['left', 'right']
          : [outer, outer];
    return [{ id, from: { box: one, side: leaves, y: 0 }, to: { box: other, side: comes, y: 0 } }];
  });
  spreadEnds(drawn);
  return spreadLabels(drawn.map((one) => lineOf(one, all)));
}

/** Those that meet a box at one side do so at places of their own, in the order of where they lead. */
function spreadEnds(drawn: readonly Drawn[]): void {
  const sides = new Map<Box, Record<Side, { end: End; other: number }[]>>();
  for (const { from, to } of drawn)
    for (const [end, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const of = sides.get(end.box) ?? { left: [], right: [] };
      of[end.side].push({ end, other: middleOf(other.box) });
      sides.set(end.box, of);
    }
  for (const [{ top, bottom }, { left, right }] of sides)
    for (const ends of [left, right])
      ends
        .sort((one, two) => one.other - two.other)
        .forEach(({ end }, at) => {
          end.y = top + ((at + 1) * (bottom - top)) / (ends.length + 1);
        });
}

function lineOf({ id, from, to }: Drawn, all: readonly Box[]): Line {
  const start = { x: from.box[from.side], y: from.y };
  const tip = { x: to.box[to.side], y: to.y };
  // It comes in from the side of the box that it leads to.
  const inward = to.side === 'left' ? 1 : -1;
  const end = { x: tip.x - inward * arrowLength, y: tip.y };
  const base = end.x;
  const arrow = `M${at(tip)}L${at({ x: base, y: tip.y - 4.5 })}L${at({ x: base, y: tip.y + 4.5 })}Z`;
  if (from.side === to.side) {
    const x = start.x - inward * bulge;
    const path = `M${at(start)}C${at({ x, y: start.y })} ${at({ x, y: end.y })} ${at(end)}`;
    return { id, path, arrow, label: { x: start.x - inward * bulge * 0.75, y: (start.y + end.y) / 2 } };
  }
  const stops = [start, ...wayBetween(start, end, from.box.place, to.box.place, all), end];
  const curves = stops.slice(1).map((next, index) => {
    const last = stops[index] ?? start;
    // Through a gap between boxes it runs straight, from one column to the next in a curve.
    if (index % 2 === 1) return `L${at(next)}`;
    const half = (last.x + next.x) / 2;
    return `C${at({ x: half, y: last.y })} ${at({ x: half, y: next.y })} ${at(next)}`;
  });
  const first = stops[1] ?? end;
  const label = { x: (start.x + first.x) / 2, y: (start.y + first.y) / 2 };
  return { id, path: `M${at(start)}${curves.join('')}`, arrow, label };
}

const at = ({ x, y }: Point): string =>
  `${String(Math.round(x * 10) / 10)},${String(Math.round(y * 10) / 10)}`;

/** Where it enters and leaves each column between, in the gap that is nearest to the straight way. */
function wayBetween(start: Point, end: Point, from: number, to: number, all: readonly Box[]): Point[] {
  const step = Math.sign(to - from);
  return Array.from(
    { length: Math.max(Math.abs(to - from) - 1, 0) },
    (_one, index) => from + (index + 1) * step,
  )
    .map((place) => all.filter((box) => box.place === place).sort((one, other) => one.top - other.top))
    .filter((boxes) => boxes.length > 0)
    .flatMap((boxes): Point[] => {
      const left = Math.min(...boxes.map((box) => box.left));
      const right = Math.max(...boxes.map((box) => box.right));
      const straight = start.y + ((end.y - start.y) * ((left + right) / 2 - start.x)) / (end.x - start.x);
      const gaps = [
        (boxes[0]?.top ?? 0) - labelHeight,
        ...boxes.slice(1).map((box, index) => (box.top + (boxes[index]?.bottom ?? box.top)) / 2),
        (boxes.at(-1)?.bottom ?? 0) + labelHeight,
      ];
      const y = gaps.reduce((best, gap) =>
        Math.abs(gap - straight) < Math.abs(best - straight) ? gap : best,
      );
      const [near, far] = start.x < end.x ? [left, right] : [right, left];
      return [
        { x: near, y },
        { x: far, y },
      ];
    });
}

/** No name covers another of the same gap. */
function spreadLabels(lines: readonly Line[]): Line[] {
  const free = new Map<number, number>();
  return [...lines]
    .sort((one, other) => one.label.y - other.label.y)
    .map((line) => {
      const gap = Math.round(line.label.x / 60);
      const y = Math.max(Math.round(line.label.y), free.get(gap) ?? -Infinity);
      free.set(gap, y + labelHeight);
      return { ...line, label: { x: line.label.x, y } };
    });
}
