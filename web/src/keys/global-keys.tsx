/** The keys that work on every screen. What they open is loaded when it is first wanted. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { late } from '../parts/late.js';
import { useKey } from './use-key.js';

export const KeyList = late(() => import('./key-list.js').then((part) => part.KeyList));
export const Palette = late(() => import('./palette.js').then((part) => part.Palette));

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The screen of claims begins in its field. */
    toSearch?: boolean;
  }
}

export function GlobalKeys() {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'keys' | 'palette'>();
  useKey('help', () => {
    setOpen('keys');
  });
  useKey('palette', () => {
    setOpen('palette');
  });
  useKey('search', () => {
    // What is looked for already stays: there the field is on the screen.
    const field = document.querySelector<HTMLElement>('[role=search] input');
    if (field) field.focus();
    else void navigate({ to: '/claims', state: { toSearch: true } });
  });
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <>
      {open === 'keys' && <KeyList onClose={close} />}
      {open === 'palette' && <Palette onClose={close} />}
    </>
  );
}
