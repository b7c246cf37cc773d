/** PURE: the picture that stands where a page is shared, 1200 by 630, as SVG. */
import { unseen } from '../../text/fold.js';
import { directionOf, directionOfText } from '../../text/direction.js';
import type { TextIn } from '../../text/nearest-language.js';
import type { Polarity } from '../../rating/polarity.js';
import { element, escape } from '../markup.js';
import { breakLines, type Measure } from './break-lines.js';

export interface Card {
  direction: 'rtl' | 'ltr';
  publisher: string;
  /** None where the verdict was taken back. */
  rating: (TextIn & { polarity: Polarity }) | null;
  claim: TextIn | null;
  /** Corrected, under correction, taken back. */
  notice: string | null;
  /** Of publication, and the ref. */
  foot: string;
}

/** Of text in regular and in bold. */
export interface Measures {
  regular: Measure;
  bold: Measure;
}

const [width, height, margin] = [1200, 630, 72];
const room = width - 2 * margin;
const colors = { supports: '#1d6b4f', refutes: '#a3302a', neutral: '#3d4a66' } as const;
const [ink, quiet, paper, heed] = ['#1c2333', '#566078', '#fbfaf7', '#7a4b00'];

export function drawCard(
  { direction, publisher, rating, claim, notice, foot }: Card,
  measures: Measures,
): string {
  const tone = rating ? colors[rating.polarity] : quiet;
  const line = (text: string, y: number, size: number, more: Partial<Style> = {}): string =>
    textLine(text, y, { direction, size, color: ink, bold: false, ...more });
  const label =
    rating &&
    breakLines(rating.text, measures.bold, {
      width: room - 100,
      sizes: [
        { size: 76, lines: 1 },
        { size: 56, lines: 1 },
        { size: 44, lines: 1 },
      ],
    });
  const said =
    claim &&
    breakLines(quoted(claim), measures.regular, {
      width: room,
      sizes: [
        { size: 54, lines: 3 },
        { size: 42, lines: 4 },
        { size: 34, lines: 5 },
      ],
    });
  const runs = claim ? directionOfText(claim.text, claim.language) : direction;
  const top = rating ? 316 : 240;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: String(width),
      height: String(height),
      viewBox: `0 0 ${String(width)} ${String(height)}`,
    },
    box(0, 0, width, height, paper),
    box(direction === 'rtl' ? width - 20 : 0, 0, 20, height, tone),
    chain(direction, tone),
    line(cutTo(publisher, measures.bold, 30, room - 420), 96, 30, {
      bold: true,
      inset: 60,
      runs: /^[^\p{L}]*\p{Script=Arabic}/u.test(publisher) ? 'rtl' : 'ltr',
    }),
    ...(notice === null
      ? []
      : [
          textLine(cutTo(notice, measures.bold, 28, 380), 96, {
            direction: direction === 'rtl' ? 'ltr' : 'rtl',
            runs: direction,
            size: 28,
            color: heed,
            bold: true,
          }),
        ]),
    ...(rating && label
      ? [
          icon(direction, rating.polarity, tone),
          line(label.lines[0] ?? '', 214, label.size, {
            bold: true,
            color: tone,
            inset: 92,
            runs: directionOf(rating.language),
          }),
        ]
      : []),
    ...(said?.lines ?? []).map((text, at) =>
      line(text, top + at * (said?.size ?? 0) * 1.45, said?.size ?? 0, { direction: runs }),
    ),
    box(margin, 552, room, 2, '#dedad0'),
    line(cutTo(foot, measures.regular, 28, room), 596, 28, { color: quiet }),
  );
}

interface Style {
  /** On which side it begins. */
  direction: 'rtl' | 'ltr';
  /** Which way it reads, where that differs. */
  runs?: 'rtl' | 'ltr';
  size: number;
  color: string;
  bold: boolean;
  inset?: number;
}

const controls = new RegExp(unseen.source, 'gu');

/** Without marks around it, a line in two scripts would be drawn in the wrong order. */
function textLine(
  text: string,
  y: number,
  { direction, runs = direction, size, color, bold, inset = 0 }: Style,
): string {
  const rtl = direction === 'rtl';
  const shown = text.replace(controls, '');
  return element(
    'text',
    {
      x: String(rtl ? width - margin - inset : margin + inset),
      y: String(Math.round(y)),
      'text-anchor': rtl ? 'end' : 'start',
      'font-family': runs === 'rtl' ? 'Noto Naskh Arabic' : 'Noto Serif',
      'font-size': String(size),
      'font-weight': bold ? '700' : '400',
      fill: color,
    },
    escape(`${runs === 'rtl' ? '\u202B' : '\u202A'}${shown}\u202C`),
  );
}

const quoted = ({ text, language }: { text: string; language: string }): string =>
  directionOfText(text, language) === 'rtl' ? `«${text}»` : `“${text}”`;

const cutTo = (text: string, measure: Measure, size: number, most: number): string =>
  breakLines(text, measure, { width: most, sizes: [{ size, lines: 1 }] }).lines[0] ?? '';

const box = (x: number, y: number, w: number, h: number, fill: string): string =>
  element('rect', { x: String(x), y: String(y), width: String(w), height: String(h), fill }, '');

/** At the side where lines begin. */
const placed = (
  direction: 'rtl' | 'ltr',
  y: number,
  size: number,
  stroke: string,
  ...content: string[]
): string =>
  element(
    'g',
    {
      transform: `translate(${String(direction === 'rtl' ? width - margin - size : margin)} ${String(y)}) scale(${String(size / 24)})`,
      fill: 'none',
      stroke,
      'stroke-width': '2',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    ...content,
  );

const circle = (cx: string, cy: string, r: string): string => element('circle', { cx, cy, r }, '');

const chain = (direction: 'rtl' | 'ltr', tone: string): string =>
  placed(
    direction,
    62,
    44,
    tone,
    circle('5', '12', '3'),
    circle('19', '5.5', '3'),
    circle('19', '18.5', '3'),
    element('path', { d: 'M7.8 10.7l8.4-3.9M7.8 13.3l8.4 3.9' }, ''),
  );

const shapes: Readonly<Record<Polarity, string>> = {
  supports: 'M8 12.5l2.8 2.8L16 9.5',
  refutes: 'M9 9l6 6M15 9l-6 6',
  neutral: 'M8 12h8',
};

const icon = (direction: 'rtl' | 'ltr', polarity: Polarity, tone: string): string =>
  placed(direction, 152, 72, tone, circle('12', '12', '10'), element('path', { d: shapes[polarity] }, ''));
