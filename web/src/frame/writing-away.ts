/**
 * The desk is back while somebody writes where it was away: the screens come once they leave the text. What they type would
 * be commands there.
 */
import { useEffect, useState } from 'react';
import { isWriting } from '../keys/key.rules.js';
import { lastHere } from '../session/last-here.js';

type Place = 'away' | 'writing' | 'desk';

/** `me`: id of whoever is signed in. Only for whose words are shown: nobody goes on in those of somebody else. */
export function useWritingAway(status: string, me: string | undefined) {
  const [{ place, member }, set] = useState<{ place: Place; member: string | null }>(() => ({
    place: 'desk',
    member: null,
  }));
  if (status === 'unknown' && place !== 'away') set({ place: 'away', member: lastHere() });
  const isBack = place === 'away' && status !== 'unknown';
  if (isBack) set({ place: me === member && isWriting(document.activeElement) ? 'writing' : 'desk', member });
  const is = place === 'writing' && me === member;
  const end = (): void => {
    set({ place: 'desk', member });
  };
  useEffect(() => {
    if (!is) return undefined;
    const leave = ({ relatedTarget }: FocusEvent): void => {
      // Another window is looked at, or another text of these is gone on with.
      if (document.hasFocus() && !isWriting(relatedTarget)) end();
    };
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusout', leave);
    };
  }, [is]);
  return { is, end };
}
