/** Merges a claim into one like it, where the moves of the claim allow it. */
import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { mergeTargetFault } from '../../../src/domain/claim/merge-target.js';
import { claimMoves, type Claim, type Similar } from '../api/claims.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { focusMoves } from '../parts/focus.js';
import { fieldsOf } from './move-fields.js';
import { MoveForm } from './move-form.js';
import { useClaimMove } from './use-claim-move.js';

interface Props {
  claim: Pick<Claim, 'id' | 'revision'>;
  into: Pick<Similar['claim'], 'ref' | 'status' | 'rating'>;
}

export function MergeInto({ claim, into: { ref, status, rating } }: Props) {
  const words = useWords();
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const moves = useQuery(claimMoves(claim.id));
  const make = useClaimMove(claim.id, () => {
    focusMoves(place.current);
    setAsked(false);
  });
  const misplaced = mergeTargetFault(
    { isPublished: claim.revision !== null },
    { status, isPublished: rating !== null },
  );
  if (moves.data?.items.find(({ event }) => event === 'merge')?.allowed !== true || misplaced) return null;
  return (
    <div ref={place} className="stack">
      {isAsked ? (
        <MoveForm
          claim={claim.id}
          event="merge"
          label={words('similar.merge', { ref })}
          fields={fieldsOf('merge', claim.revision !== null).filter(({ name }) => name !== 'into')}
          busy={make.isPending}
          error={make.error}
          onSend={(fields, onMade) => {
            make.mutate({ body: { event: 'merge', ...fields, into: ref }, onMade });
          }}
          onCancel={() => {
            setAsked(false);
            requestAnimationFrame(() => document.getElementById(id)?.focus());
          }}
        />
      ) : (
        <Button
          id={id}
          data-move="claim.merge"
          kind="quiet"
          onPress={() => {
            make.reset();
            setAsked(true);
          }}
        >
          {words('similar.merge', { ref })}
        </Button>
      )}
    </div>
  );
}
