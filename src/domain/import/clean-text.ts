/** PURE: text as it should have been: without the remains of the page it was taken from. Time grows with its length. */
import { makeStorable } from '../text/wellformed.js';
import { decodeEntities } from './entities.js';
import type { RepairCode } from './report.js';

/** What begins with `<` and none of these names is no tag: "x<y", "<3". */
const tagNames =
  'a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button caption center cite code col dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h[1-6] head header hr html i iframe img input ins kbd label legend li link main map mark meta nav noscript object ol optgroup option p picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video wbr';
const tag = new RegExp(
  String.raw`</?(?:${tagNames.replaceAll(' ', '|')})(?=[\s/>])[^<>]*>|<!--[^<>]*-->`,
  'gi',
);
/** Line breaks and controls; not those that steer the direction of writing, which belong to the text. */
const controls = /[\p{Cc}\u2028\u2029]+/gu;

export function cleanText(given: string): { text: string; repairs: RepairCode[] } {
  const repairs: RepairCode[] = [];
  const step = (code: RepairCode, before: string, after: string): string => {
    if (before !== after && !repairs.includes(code)) repairs.push(code);
    return after;
  };
  let text = step('unstorable_character', given, makeStorable(given));
  text = step('html_tag', text, text.replace(tag, ' '));
  text = step('html_entity', text, decodeEntities(text));
  text = step('html_entity_twice', text, decodeEntities(text));
  // What was escaped is a tag only now.
  text = step('html_tag', text, text.replace(tag, ' '));
  text = step('control_character', text, text.replace(controls, ' '));
  text = step('unstorable_character', text, makeStorable(text));
  const trimmed = text.trim();
  // A blank that only took the place of something else is not told again.
  if (trimmed !== text && repairs.length === 0) repairs.push('surrounding_blank');
  return { text: repairs.length === 0 ? trimmed : trimmed.replace(/ {2,}/g, ' '), repairs };
}
