/** What has changed of a published claim and is not public: readers get it with the next correction only. */
import { useQuery } from '@tanstack/react-query';
import { namePart, partsOf } from '../../../src/domain/edition/changed-parts.js';
import { unpublishedChanges, type Claim } from '../api/claims.js';
import { useLanguage, useWords } from '../language/words.js';
import { Fault } from '../parts/fault.js';
import { useMe } from '../session/session.js';

const stands: readonly string[] = ['published', 'correcting', 'in_approval'];

export function UnpublishedChanges({ claim }: { claim: Pick<Claim, 'id' | 'status' | 'revision'> }) {
  const { permissions } = useMe();
  const isAsked =
    permissions.includes('read_desk') && claim.revision !== null && stands.includes(claim.status);
  return isAsked ? <Changes claim={claim.id} /> : null;
}

function Changes({ claim }: { claim: string }) {
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
