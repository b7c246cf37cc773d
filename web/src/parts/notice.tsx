/** Something to know before all else about what is on the screen. */
import { useWords } from '../language/words.js';
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
  return (
    <div className={came.later ? `${tone} came-later` : tone} role={came.later ? 'status' : undefined}>
      {children}
      {came.later && (
        <p>
          <Button kind="quiet" onPress={came.putInPlace}>
            {words('live.seen')}
          </Button>
        </p>
      )}
    </div>
  );
}
