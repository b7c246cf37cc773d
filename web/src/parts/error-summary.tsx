/** Why something could not be sent: it takes the focus at each attempt, so that it is seen wherever the button is. */
import { useEffect, useRef, type ReactNode } from 'react';

/** `attempt` changes whenever it was tried again. */
export function ErrorSummary({ attempt, children }: { attempt: unknown; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  return (
    <div ref={box} className="notice refutes" tabIndex={-1}>
      {children}
    </div>
  );
}
