/** What the browser calls this page; where something in it is not filled in as it should be, that comes first. */
import { useEffect } from 'react';
import { useWords } from '../language/words.js';

/** Names the page in the browser's own list, the screen first. */
export function useTitle(title: string): void {
  const words = useWords();
  const brand = words('frame.brand');
  const fault = words('frame.fault');
  useEffect(() => {
    const name = (): void => {
      const hasFault = document.querySelector('#main [aria-invalid=true]') !== null;
      document.title = `${hasFault ? `${fault}: ` : ''}${title} · ${brand}`;
    };
    name();
    const observer = new MutationObserver(name);
    const attributeFilter = ['aria-invalid'];
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter });
    return () => {
      observer.disconnect();
    };
  }, [title, brand, fault]);
}
