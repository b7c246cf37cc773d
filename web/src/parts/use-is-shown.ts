/** Whether what asks is still on the screen when a late answer comes. */
import { useCallback, useEffect, useRef } from 'react';

export function useIsShown(): () => boolean {
  const is = useRef(false);
  useEffect(() => {
    is.current = true;
    return () => {
      is.current = false;
    };
  }, []);
  return useCallback(() => is.current, []);
}
