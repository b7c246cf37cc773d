/** Says that something could not be opened, and what to do: nothing on the screen is given up for it. */
import { useEffect } from 'react';
import { useRouterState } from '@tanstack/react-router';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';
import { noteMissing, retryMissing, useIsMissing } from '../parts/missing-part.js';

export function MissingPart() {
  const words = useWords();
  const isMissing = useIsMissing();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  useEffect(
    () => () => {
      noteMissing(false);
    },
    [path],
  );
  if (!isMissing) return null;
  const isOnline = navigator.onLine;
  return (
    <div className="below-bar">
      <div className="notice attention stack" role="alert">
        <p>{words(isOnline ? 'part.gone' : 'part.offline')}</p>
        <div className="row">
          <Button onPress={retryMissing}>{words('error.again')}</Button>
          {isOnline && (
            <Button
              onPress={() => {
                location.reload();
              }}
            >
              {words('part.reload')}
            </Button>
          )}
          <Button
            kind="quiet"
            onPress={() => {
              noteMissing(false);
            }}
          >
            {words('close')}
          </Button>
        </div>
      </div>
    </div>
  );
}
