import { useEffect } from 'react';

/** Names the page in the browser's own list, the screen first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Isnad`;
  }, [title]);
}
