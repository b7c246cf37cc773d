/**
 * Runs something when its key is pressed on this screen; a bare key does nothing while somebody writes. Answers how the key is
 * printed on what does the same; undefined where this member has switched it off.
 */
import { useLayoutEffect, useRef } from 'react';
import { useSession } from '../session/session.js';
import { boundKey } from './bound-keys.rules.js';
import { isForScreen } from './key.rules.js';
import { printedOf, type Key, type KeyName } from './keys.js';
import { endSequence, followSequence, keyBefore } from './sequence.js';

if (typeof addEventListener === 'function') followSequence();

/** As this member has it; undefined where it is switched off. */
const useBoundKey = (name: KeyName): Key | undefined => boundKey(name, useSession().me?.shortcuts);

export function usePrintedKey(name: KeyName): string | undefined {
  const key = useBoundKey(name);
  return key && printedOf(key);
}

export function useKey(name: KeyName, run: () => void, enabled = true): string | undefined {
  const { me } = useSession();
  const latest = useRef(run);
  // Before the screen is painted: whoever sees a button may press its key.
  useLayoutEffect(() => {
    latest.current = run;
  });
  const chosen = me?.shortcuts;
  useLayoutEffect(() => {
    const key = boundKey(name, chosen);
    if (!enabled || !key) return undefined;
    const listen = (event: KeyboardEvent): void => {
      const cover = document.querySelector('[role=dialog], [role=alertdialog], [role=menu]');
      if (!isForScreen(key, event, cover !== null, keyBefore(event))) return;
      event.preventDefault();
      endSequence();
      latest.current();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, [name, enabled, chosen]);
  return usePrintedKey(name);
}
