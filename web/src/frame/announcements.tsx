/** Where what was announced is said and shown. */
import { useEffect, useState } from 'react';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { useAnnounced, useSaid } from '../parts/announce.js';
import { Button } from '../parts/button.js';

/** Long enough to read a sentence and to look up for it. */
const shownMs = 8_000;

export function Announcements() {
  const words = useWords();
  const { text, undo } = useAnnounced();
  const said = useSaid();
  const [gone, setGone] = useState(text);
  const [isHeld, setHeld] = useState(false);
  const isShown = text !== '' && text !== gone;
  useEffect(() => {
    if (text === '' || isHeld) return undefined;
    const timer = setTimeout(() => {
      setGone(text);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text, isHeld]);
  const takeBack = (): void => {
    setGone(text);
    setHeld(false);
    undo?.();
  };
  const shortcut = useKey('undo', takeBack, isShown && undo !== undefined);
  // Who points at it, or has reached it, is not left without it.
  const hold = (is: boolean) => (): void => {
    setHeld(is);
  };
  return (
    <>
      <div role="status" aria-live="polite" className="unseen">
        {said}
      </div>
      <div
        // Behind a dialog it is heard, and reached, all the same.
        data-react-aria-top-layer="true"
        className={isShown ? 'told' : 'unseen'}
        onPointerEnter={hold(true)}
        onPointerLeave={hold(false)}
        onFocus={hold(true)}
        onBlur={hold(false)}
      >
        <span role="status" aria-live="polite">
          {text}
        </span>
        {isShown && undo && (
          <Button kind="quiet" shortcut={shortcut} onPress={takeBack}>
            {words('undo')}
          </Button>
        )}
      </div>
    </>
  );
}
