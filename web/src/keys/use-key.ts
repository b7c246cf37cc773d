/**
 * Runs something when its key is pressed on this screen; a bare key does nothing while somebody writes. Answers how the key is
 * printed on what does the same; undefined where this member has switched it off.
 */
import { useLayoutEffect, useRef } from 'react';
import { keys, printedOf, type Key, type KeyName } from './keys.js';
import { useSession } from '../session/session.js';
import { isForScreen } from './key.rules.js';
import { isSwitchedOff } from './single-keys.rules.js';

export function useKey(name: KeyName, run: () => void, enabled = true): string | undefined {
  const { me } = useSession();
  const isOff = isSwitchedOff(name, me?.keys);
  const isOn = enabled && !isOff;
  const latest = useRef(run);
  // Before the screen is painted: whoever sees a button may press its key.
  useLayoutEffect(() => {
    latest.current = run;
  });
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const key: Key = keys[name];
    const listen = (event: KeyboardEvent): void => {
      const cover = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]');
      if (!isForScreen(key, event, cover !== null)) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, [name, isOn]);
  return isOff ? undefined : printedOf(keys[name]);
}
