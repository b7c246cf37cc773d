/** The button, and the key, that show more than the nearest of the claims around a claim. */
import { useState } from 'react';
import type { Claim, Rating } from '../api/claims.js';
import { useOffers } from '../keys/offers.js';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { late } from '../parts/late.js';

const GraphDialog = late(() => import('./graph-dialog.js').then((part) => part.GraphDialog));

interface Props {
  claim: Pick<Claim, 'id' | 'ref' | 'relations'>;
  scale: readonly Rating[];
}

export const OpenGraph = ({ claim, scale }: Props) =>
  claim.relations.length > 0 && <Opener claim={claim} scale={scale} />;

function Opener({ claim, scale }: Props) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    setOpen(true);
  };
  const shortcut = useKey('graph', open);
  useOffers([{ id: 'graph', label: words('graph.open'), of: claim.ref, run: open }]);
  return (
    <>
      <Button kind="quiet" shortcut={shortcut} aria-haspopup="dialog" onPress={open}>
        {words('graph.open')}
      </Button>
      {isOpen && (
        <GraphDialog
          claim={claim}
          scale={scale}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
