/** PURE: what in a text may be the name of somebody we know. */
import { foldText } from '../text/fold.js';

const longestName = 6;
const mostWords = 150;
/** Enough for so many words, and few enough to be folded at no cost worth speaking of. */
const mostUnits = 3000;

const wordsIn = (text: string): string[] =>
  (foldText(text.slice(0, mostUnits), 'search').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);

/**
 * Every run of up to six words, folded, as names are stored; the first word also without what Arabic writes together with it
 * (وبوتين، لكوريا الشمالية، ولبوتين), and with the article that "for" swallows (للكرملين). Longer runs first.
 */
export function possibleNames(text: string): string[] {
  const words =
    foldText(text, 'search')
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, mostWords) ?? [];
  const runs = Array.from({ length: longestName }, (_, shorter) => longestName - shorter).flatMap((length) =>
    words.flatMap((_, at) => (at + length > words.length ? [] : [words.slice(at, at + length).join(' ')])),
  );
  return [...new Set(runs.flatMap(readings))];
}

/** Every word that a folded one may be with what is written together with it. */
function readings(run: string): string[] {
  const bare = /^[وف][بكل]/u.test(run) ? [run, run.slice(1), run.slice(2)] : [run];
  const single = bare.length === 1 && /^[وفبكل]/u.test(run) ? [run.slice(1)] : [];
  const article = /^[وف]?لل/u.test(run) ? [run.replace(/^[وف]?لل/u, 'ال')] : [];
  return [...bare, ...single, ...article];
}

/** Where a name stands, also with what is written together with it. */
const placeOf = (name: string): RegExp =>
  new RegExp(` (?:[وف]?[بكل]?${name}${name.startsWith('ال') ? `|[وف]?لل${name.slice(2)}` : ''}) `, 'u');

/** The names in a text, longest first, each stretch of it read once: "North Korea" is not also "Korea". */
export function namesIn<Source extends { ref: string; name: string }>(
  text: string,
  known: ReadonlyMap<string, Source>,
): Map<string, string> {
  let rest = ` ${wordsIn(text).join(' ')} `;
  const names = new Map<string, string>();
  for (const run of possibleNames(text)) {
    const source = known.get(run);
    if (!source) continue;
    const place = placeOf(run).exec(rest);
    if (!place) continue;
    rest = `${rest.slice(0, place.index)} | ${rest.slice(place.index + place[0].length)}`;
    names.set(source.ref, source.name);
  }
  return names;
}
