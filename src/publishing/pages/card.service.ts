/** Draws cards, one at a time and outside of the thread that answers, and keeps those that were asked for last. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { drawCard, type Card, type Measures } from '../../domain/publishing/card/card.js';
import { drawable } from '../../domain/publishing/card/drawable.js';
import { dayText } from '../../domain/publishing/page/dates.js';
import type { PublicClaim } from '../../domain/publishing/page/public-claim.js';
import type { Reader } from '../../domain/publishing/page/reader.js';
import { statementFor } from '../../domain/publishing/page/relations.js';
import { ratingLabel } from '../../domain/publishing/page/verdict.js';
import { words as feedWords } from '../../domain/publishing/feed-words.js';
import { directionOf } from '../../domain/text/direction.js';
import { createBoundedQueue, type Asker } from '../../platform/bounded-queue.js';
import { readFontWidths, type FontWidths } from './font-widths.js';

const keptCards = 200;
/** A card takes some tenths of a second. */
const mostWaiting = 30;

export type CardService = ReturnType<typeof createCardService>;

export function createCardService({ publisher }: { publisher: { name: string } }) {
  const kept = new Map<string, Buffer>();
  const inTurn = createBoundedQueue<Buffer>(mostWaiting);

  return {
    /** A PNG. The same of all that is drawn on it is drawn once. `asker`: see the queue; one that is kept passes it by. */
    async draw(page: PublicClaim, reader: Reader, asker: Asker): Promise<Buffer> {
      fonts ??= loadFonts();
      const svg = drawCard(cardOf(page, reader, publisher.name, fonts), fonts.measures);
      const known = kept.get(svg);
      if (known) {
        kept.delete(svg);
        kept.set(svg, known);
        return known;
      }
      const drawn = await inTurn(svg, () => render(svg), asker);
      kept.set(svg, drawn);
      const [oldest] = kept.keys();
      if (kept.size > keptCards && oldest !== undefined) kept.delete(oldest);
      return drawn;
    },
  };
}

function cardOf(page: PublicClaim, reader: Reader, publisher: string, { drawn }: Fonts): Card {
  const { published, current } = page;
  const { edition } = current;
  const { frame, words } = reader;
  const stands = published.kind === 'review';
  const { claim, verdict, correction } = edition;
  const label = ratingLabel(verdict.rating, reader);
  const [said] = [reader, { ...reader, language: frame }].flatMap((one) => {
    const { language, text } = statementFor(edition, one);
    const shown = drawn(text);
    return shown === undefined ? [] : [{ language, text: shown }];
  });
  const date = dayText(stands ? current.publishedAt : published.changed, reader);
  return {
    direction: directionOf(frame),
    publisher: drawn(publisher) ?? '',
    rating: stands
      ? {
          ...label,
          text: drawn(label.text) ?? verdict.rating.slug,
          polarity: verdict.rating.polarity,
        }
      : null,
    claim: said ?? null,
    notice: noticeOf(),
    foot: `${date} · ${claim.ref}`,
  };
  function noticeOf(): string | null {
    if (!stands) return published.into === null ? feedWords[frame].retraction : words.status.seeOther;
    if (published.underCorrection) return feedWords[frame].underCorrection;
    return correction ? feedWords[frame].correction : null;
  }
}

interface Fonts {
  measures: Measures;
  /** What can be drawn of a text; undefined where that is too little. */
  drawn: (text: string) => string | undefined;
}

const faces = {
  regular: [
    'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
    'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  ],
  bold: ['noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf', 'noto-serif/700Bold/NotoSerif_700Bold.ttf'],
} as const;
const { resolve } = createRequire(import.meta.url);
const pathOf = (face: string): string => resolve(`@expo-google-fonts/${face}`);

let fonts: Fonts | undefined;

/** Where letters join they are narrower than alone. */
const joined = 0.78;

function loadFonts(): Fonts {
  const read = (paths: readonly string[]): FontWidths[] =>
    paths.map((path) => readFontWidths(readFileSync(pathOf(path))));
  const measureBy =
    (widths: readonly FontWidths[]) =>
    (text: string, size: number): number => {
      let sum = 0;
      for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        // The serif is the wider one for what both have.
        const width = Math.max(...widths.map((one) => one.of(code) ?? 0));
        sum += /\p{Script=Arabic}/u.test(character) ? width * joined : width;
      }
      return sum * size;
    };
  const regular = read(faces.regular);
  return {
    measures: { regular: measureBy(regular), bold: measureBy(read(faces.bold)) },
    drawn: (text) => drawable(text, (code) => regular.some((one) => one.of(code) !== undefined)),
  };
}

async function render(svg: string): Promise<Buffer> {
  // Loaded with the first card: most processes never draw one.
  const { renderAsync } = await import('@resvg/resvg-js');
  const fontFiles = [...faces.regular, ...faces.bold].map(pathOf);
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Naskh Arabic' },
    logLevel: 'off',
  });
  return image.asPng();
}
