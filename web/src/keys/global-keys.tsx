/** The keys that work on every screen. What they open is loaded when it is first wanted. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { late, later } from '../parts/late.js';
import { openOverScreen, useOpened } from './opened.js';
import { useKey } from './use-key.js';

export const KeyList = later(() => import('./key-list.js').then((part) => part.KeyList));
export const Palette = late(() => import('./palette.js').then((part) => part.Palette));

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The screen of claims begins in its field. */
    toSearch?: boolean;
  }
}

export function GlobalKeys() {
  const navigate = useNavigate();
  const { what, within } = useOpened();
  useKey('help', () => {
    openOverScreen('keys');
  });
  useKey('palette', () => {
    openOverScreen('palette');
  });
  useKey('search', () => {
    // What is looked for already stays: there the field is on the screen.
    const field = document.querySelector<HTMLElement>('[role=search] input');
    if (field) field.focus();
    else void navigate({ to: '/claims', state: { toSearch: true } });
  });
  useKey('go-work', () => void navigate({ to: '/work' }));
  useKey('go-claims', () => void navigate({ to: '/claims' }));
  // Whoever signs in next begins without it.
  useEffect(
    () => () => {
      openOverScreen(undefined);
    },
    [],
  );
  const close = (): void => {
    openOverScreen(undefined);
  };
  return (
    <>
      {what === 'keys' && <KeyList onClose={close} />}
      {what === 'palette' && <Palette key={within?.id} within={within} onClose={close} />}
    </>
  );
}
