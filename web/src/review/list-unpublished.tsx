/** Which parts of a published claim have changed since, by their names. */
import { useQuery } from '@tanstack/react-query';
import { namePart, partsOf } from '../../../src/domain/edition/changed-parts.js';
import { unpublishedChanges } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { useCame } from '../parts/came-later.js';
import { Fault } from '../parts/fault.js';
import { Notice } from '../parts/notice.js';

export function ListUnpublished({ claim }: { claim: string }) {
  const words = useWords();
  const { language } = useLanguage();
  const { data, error } = useQuery(unpublishedChanges(claim));
  const parts = partsOf(data?.changed ?? []);
  const came = useCame(data && parts.length > 0);
  if (parts.length === 0) return <Fault error={error} />;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <Notice came={came} attention>
      <p>
        {words('facts.unpublished', {
          parts: listed.format(parts.map((part) => namePart(part, language))),
        })}
      </p>
    </Notice>
  );
}
