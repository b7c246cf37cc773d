/** Why something could not be sent: it takes the focus at each attempt, so that it is seen wherever the button is. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { mayTakeFocus } from './focus.js';

interface Props {
  /** Changes whenever it was tried again. */
  attempt: unknown;
  /** It comes after a while: who is elsewhere than in its form by then is told, and left there. */
  isLate?: boolean;
  children: ReactNode;
}

export function ErrorSummary({ attempt, isLate = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // What has the focus is read out for that: said as an alert too, it would be heard twice.
  const [isTold, setTold] = useState(false);
  useLayoutEffect(() => {
    const takesFocus = !isLate || mayTakeFocus(box.current?.closest('form') ?? null);
    setTold(!takesFocus);
    if (takesFocus) box.current?.focus();
  }, [attempt, isLate]);
  return (
    <div ref={box} className="notice refutes" role={isTold ? 'alert' : undefined} tabIndex={-1}>
      {children}
    </div>
  );
}
