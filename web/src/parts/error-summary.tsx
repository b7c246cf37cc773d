/** Why something could not be sent: it takes the focus at each attempt, so that it is seen wherever the button is. */
import { useEffect, useRef, type ReactNode } from 'react';
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
  useEffect(() => {
    if (!isLate || mayTakeFocus(box.current?.closest('form') ?? null)) box.current?.focus();
  }, [attempt, isLate]);
  return (
    <div ref={box} className="notice refutes" role={isLate ? 'alert' : undefined} tabIndex={-1}>
      {children}
    </div>
  );
}
