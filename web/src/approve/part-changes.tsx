/** Parts of an edition that have changed: each by its name, with what went and what came word by word. */
import { useIntl } from 'react-intl';
import { namePart, type EditionPart } from '../../../src/domain/edition/changed-parts.js';
import type { Rating } from '../api/claims.js';
import type { EditionDocument } from '../api/verdicts.js';
import { useLanguage, useWords } from '../language/words.js';
import { ratingName } from '../parts/ratings.rules.js';
import { WordDiff } from '../parts/word-diff.js';
import { changedTexts, type Said } from './part-words.rules.js';

/** Words shown around each change of a long text. */
const around = 12;

export function useSaid(scale: readonly Rating[]): Said {
  const words = useWords();
  const intl = useIntl();
  const { language } = useLanguage();
  const { numberingSystem } = new Intl.Locale(intl.locale);
  return {
    ...{ language, numberingSystem, words },
    rating: (slug) => ratingName(scale, slug, language),
    day: (instant) => intl.formatDate(instant, { dateStyle: 'long', timeStyle: 'short' }),
  };
}

interface Props {
  before: EditionDocument;
  after: EditionDocument;
  parts: readonly EditionPart[];
  scale: readonly Rating[];
}

export function PartChanges({ before, after, parts, scale }: Props) {
  const said = useSaid(scale);
  const { language } = said;
  const changed = parts
    .map((part) => ({ part, texts: changedTexts(part, before, after, said) }))
    .filter(({ texts }) => texts.length > 0);
  if (changed.length === 0) return null;
  return (
    <dl className="part-changes">
      {changed.map(({ part, texts }) => (
        <div key={part} data-part={part}>
          <dt className="small soft">{namePart(part, language)}</dt>
          {texts.map(({ key, language: written, before: was, after: is }) => (
            <dd key={key}>
              <WordDiff before={was} after={is} language={written} around={around} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
