/** What a button opens in its place or below it: the focus goes into it, and back to the button when it closes. */
import { useEffect, useRef, useState, type RefObject } from 'react';

interface Disclosure {
  isOpen: boolean;
  open: () => void;
  close: () => void;
  /** Around the button. */
  opener: RefObject<HTMLDivElement | null>;
  /** Around what it opens. */
  content: RefObject<HTMLFormElement | null>;
}

export function useDisclosure(): Disclosure {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLFormElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) content.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    // What had the focus went with it; whoever writes elsewhere by now is left there.
    else if (wasOpen.current && document.activeElement === document.body)
      opener.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return {
    isOpen,
    open: () => {
      setOpen(true);
    },
    close: () => {
      setOpen(false);
    },
    opener,
    content,
  };
}
