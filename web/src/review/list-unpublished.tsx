/** Which parts of a published claim have changed since, by their names. */
import { useQuery } from '@tanstack/react-query';
import { namePart, partsOf } from '../../../src/domain/edition/changed-parts.js';
import { unpublishedChanges } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';

export function ListUnpublished({ claim }: { claim: string }) {
  const words = useWords();
  const { language } = useLanguage();
  const { data, error } = useQuery(unpublishedChanges(claim));
  const parts = partsOf(data?.changed ?? []);
  if (parts.length === 0) return <Fault error={error} />;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <p className="notice attention">
      {words('facts.unpublished', {
        parts: listed.format(parts.map((part) => namePart(part, language))),
      })}
    </p>
  );
}
