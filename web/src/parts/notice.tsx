/** Something to know before all else about what is on the screen. */
import { useEffect, useRef } from 'react';
import { useWords } from '../language/words.js';
import { announce } from './announce.js';
import { Button } from './button.js';
import type { Came } from './came-later.js';

interface Props {
  came: Came;
  attention?: boolean;
  children: React.ReactNode;
}

export function Notice({ came, attention = false, children }: Props) {
  const words = useWords();
  const tone = attention ? 'notice attention' : 'notice';
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (came.later) announce(place.current?.firstElementChild?.textContent ?? '');
  }, [came.later]);
  return (
    <div ref={place} className={came.later ? `${tone} came-later` : tone} tabIndex={-1}>
      {children}
      {came.later && (
        <p>
          <Button
            kind="quiet"
            onPress={() => {
              // The button goes: the focus stays with what it was about.
              place.current?.focus();
              came.putInPlace();
            }}
          >
            {words('live.seen')}
          </Button>
        </p>
      )}
    </div>
  );
}
