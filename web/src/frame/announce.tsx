/**
 * One polite place for what was done: said aloud, and shown for a moment: `announce("Saved at the desk")`. What can be taken
 * back can be taken back there for as long.
 */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useKey } from '../keys/use-key.js';
import { useWords } from '../language/words.js';
import { Button } from '../parts/button.js';

interface Said {
  text: string;
  undo?: (() => void) | undefined;
}

let said: Said = { text: '' };
const listeners = new Set<() => void>();

export function announce(text: string, undo?: () => void): void {
  // The same sentence twice is a change only with something that nobody hears.
  said = { text: text === said.text ? `${text}\u00a0` : text, undo };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Long enough to read a sentence and to look up for it. */
const shownMs = 8_000;

export function Announcements() {
  const words = useWords();
  const { text, undo } = useSyncExternalStore(subscribe, () => said);
  const [gone, setGone] = useState(text);
  const [isHeld, setHeld] = useState(false);
  const isShown = text !== gone;
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
    <div
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
  );
}
