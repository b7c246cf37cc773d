/** Says that something is in this tab alone; the browser asks before it is closed. */
import { useEffect } from 'react';
import { useWords } from '../language/words.js';
import { Icon } from '../parts/icon.js';
import { useIsAllKept } from '../parts/in-this-tab.js';

export function NotKept() {
  const words = useWords();
  const isKept = useIsAllKept();
  useEffect(() => {
    if (isKept) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
    };
  }, [isKept]);
  if (isKept) return null;
  return (
    <span className="save-state refutes" role="alert" title={words('save.tabHelp')}>
      <Icon name="attention" />
      {words('save.tab')}
    </span>
  );
}
