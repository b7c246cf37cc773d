/** Every pair of colors that is used together can be told apart, in light and in dark (WCAG 1.4.3 and 1.4.11). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { style } from '../../../src/domain/publishing/page/style.js';

const tokens = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'web', 'src', 'parts', 'tokens.css'),
  'utf8',
);
type Scheme = 'light' | 'dark';

/** What a token is in the end: `oklch(…)`. */
function colorOf(css: string, name: string, scheme: Scheme): string {
  const value = new RegExp(`--${name}:\\s*([^;}]+)`).exec(css)?.[1]?.trim() ?? '';
  const pair = /^light-dark\((.*\)),\s*(oklch\(.*\))\)$/.exec(value);
  const chosen = pair ? (pair[scheme === 'light' ? 1 : 2] ?? '') : value;
  const other = /^var\(--([\w-]+)\)$/.exec(chosen)?.[1];
  return other === undefined ? chosen : colorOf(css, other, scheme);
}

/** Relative luminance (WCAG 2.2) of an OKLCH color; matrices by Björn Ottosson, https://bottosson.github.io/posts/oklab/. */
function luminanceOf(color: string): number {
  const parts = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(color);
  if (!parts) throw new Error(`no color: "${color}"`);
  const [lightness = 0, chroma = 0, hue = 0] = parts.slice(1).map(Number);
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(css: string, [one, other]: readonly [string, string], scheme: Scheme): number {
  const [dark = 0, light = 0] = [one, other]
    .map((name) => luminanceOf(colorOf(css, name, scheme)))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'sunken'] as const;
const tones = ['supports', 'refutes', 'neutral', 'attention'] as const;
const texts = [
  ...['text', 'text-soft', 'accent'].flatMap((text) =>
    [...grounds, 'accent-tint'].map((ground) => [text, ground] as const),
  ),
  ...tones.flatMap((tone) => [...grounds, `${tone}-tint`].map((ground) => [`${tone}-text`, ground] as const)),
  ...tones.flatMap((tone) => ['text', 'text-soft'].map((text) => [text, `${tone}-tint`] as const)),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
] as readonly (readonly [string, string])[];
const lines = [
  ...['line-strong', 'accent', 'accent-line', ...tones.map((tone) => `${tone}-line`)].flatMap((line) =>
    grounds.map((ground) => [line, ground] as const),
  ),
  ...tones.map((tone) => [`${tone}-line`, `${tone}-tint`] as const),
  ['accent-line', 'accent-tint'],
] as readonly (readonly [string, string])[];

describe.each(['light', 'dark'] as const)('the colors of the desk, %s', (scheme) => {
  test.each(texts)('%s is read on %s', (...pair) => {
    expect(contrast(tokens, pair, scheme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(lines)('%s is seen on %s', (...pair) => {
    expect(contrast(tokens, pair, scheme)).toBeGreaterThanOrEqual(3);
  });
});

const pageTexts = [
  ...['ink', 'quiet', 'link', 'yes', 'no', 'open'].flatMap((text) =>
    ['paper', 'sheet'].map((ground) => [text, ground] as const),
  ),
  ...['yes', 'no', 'open', 'heed'].map((tone) => [tone, `${tone}-tint`] as const),
  ...['ink', 'quiet', 'link'].map((text) => [text, 'heed-tint'] as const),
] as readonly (readonly [string, string])[];

describe.each(['light', 'dark'] as const)('the colors of public pages, %s', (scheme) => {
  test.each(pageTexts)('%s is read on %s', (...pair) => {
    expect(contrast(style, pair, scheme)).toBeGreaterThanOrEqual(4.5);
  });
});

test('contrast is counted as WCAG counts it', () => {
  const black = '--b: oklch(0 0 0); --w: oklch(1 0 0);';
  expect(contrast(black, ['b', 'w'], 'light')).toBeCloseTo(21, 1);
});
