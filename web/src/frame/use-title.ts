import { useEffect } from 'react';
import { useWords } from '../language/words.js';

/** Names the page in the browser's own list, the screen first. */
export function useTitle(title: string): void {
  const words = useWords();
  const brand = words('frame.brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
}
