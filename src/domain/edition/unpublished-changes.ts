/** PURE: what has changed since an edition was published, and is not public. */
import { compareEditions } from './compare-editions.js';
import { composeEdition, type Ingredients } from './compose-edition.js';
import { mapTexts } from './edition.js';
import { parseSealed } from './seal-edition.js';
import { withheldIn, withholdTexts } from './withhold-texts.js';
import { createSealer, saltLength, type SealableText, type Sealed } from '../text/seal.js';

/** The correction belongs to the revision, whatever was begun since. */
const ownOfRevision: ReadonlySet<string> = new Set([
  '/correction',
  '/correction/from',
  '/correction/note',
  '/correction/reason',
]);

/**
 * JSON pointers, as `compareEditions` gives them. `now`: what the same verdict would be published with. `contents`: the
 * words of the document that are left, by seal; what was erased has not changed.
 */
export function unpublishedChanges(
  document: string,
  now: Ingredients,
  contents: Readonly<Record<string, unknown>>,
): string[] {
  // A text without a seal was written since: any seal tells it from what was published.
  const sealer = createSealer(() => new Uint8Array(saltLength));
  const composed = mapTexts<SealableText, Sealed | null>(composeEdition(now), (text, kind) =>
    text.value === null ? null : sealer.seal(text, kind),
  );
  const isWithheld = withheldIn(contents);
  const published = mapTexts<Sealed, Sealed | null>(
    withholdTexts(parseSealed(document), isWithheld),
    (text) => (Object.hasOwn(contents, text.sealed) ? text : null),
  );
  // What was emptied has not changed either; what has other words since has.
  const current = withholdTexts(
    composed,
    (kind, id, text) => (text ?? '') === '' && isWithheld(kind, id, text),
  );
  return compareEditions(published, current).filter((pointer) => !ownOfRevision.has(pointer));
}
