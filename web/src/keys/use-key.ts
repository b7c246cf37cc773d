/** Runs something when its key is pressed on this screen; a bare key does nothing while somebody writes. */
import { useEffect, useRef } from 'react';
import { keys, type Key, type KeyName } from './keys.js';
import { isPressed, isWriting } from './key.rules.js';

export function useKey(name: KeyName, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const key: Key = keys[name];
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || !isPressed(key, event)) return;
      if (key.command !== true && isWriting(event.target)) return;
      // A dialog has keys of its own.
      if (document.querySelector('[role=dialog], [role=alertdialog]') && !inDialog(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, [name, enabled]);
}

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null;
