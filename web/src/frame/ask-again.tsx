/** Nobody answers who this is: it is asked again with the network, and every few seconds. */
import { useEffect } from 'react';
import { askWhoIsHere } from '../session/session.js';

const againMs = 4_000;

export function AskAgain() {
  useEffect(() => {
    let isBusy = false;
    const ask = (): void => {
      if (isBusy) return;
      isBusy = true;
      void askWhoIsHere().finally(() => {
        isBusy = false;
      });
    };
    const timer = setInterval(ask, againMs);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
    };
  }, []);
  return null;
}
