/** After one claim was accepted or rejected: the way to the next that waits for it, the oldest first. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { claimKeys } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { ClaimLink } from '../parts/claim-link.js';
import { Foreign } from '../parts/foreign.js';

/** `after`: id of the claim that was decided on. It may still be listed. */
export function NextToAccept({ after }: { after: string }) {
  const words = useWords();
  const { data } = useQuery({
    queryKey: [...claimKeys.lists, 'next-to-accept', after],
    queryFn: ({ signal }) =>
      api.require('GET /v1/claims', { status: ['submitted'], limit: 2, sort: 'createdAt' }, { signal }),
  });
  const next = data?.items.find(({ id }) => id !== after);
  if (!data) return null;
  return next ? (
    <p className="notice">
      <span>
        {words('moves.nextToAccept')} <ClaimLink of={next.ref} />
      </span>
      <Foreign text={next.text} language={next.language} />
    </p>
  ) : (
    <p className="soft">{words('moves.noneToAccept')}</p>
  );
}
