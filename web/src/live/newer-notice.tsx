/** "3 new · show": a list changes when its reader says so. */
import { useRef } from 'react';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { useNewer } from './newer.js';

interface Props {
  /** When the list was asked for; milliseconds. */
  since: number;
  /** Which events could change it. */
  concerns: Parameters<typeof useNewer>[1];
  /** Reads it again. */
  onShow: () => void;
}

export function NewerNotice({ since, concerns, onShow }: Props) {
  const words = useWords();
  const count = useNewer(since, concerns);
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} className="newer" aria-live="polite" tabIndex={-1}>
      {count > 0 && (
        <Button
          kind="quiet"
          onPress={() => {
            // The button goes once the list is there: the focus stays before the list.
            place.current?.focus();
            onShow();
          }}
        >
          {words('live.newer', { count })}
        </Button>
      )}
    </div>
  );
}
